import { expect, it } from 'vitest';
import { device, mapleAs, NOW } from '../../testing/maple.ts';
import { mayAsk } from './device-actions.ts';

const mine = device('phone', 'robin');
const view = mapleAs('robin', { devices: [...mapleAs('robin').devices, mine] });

it('what would be refused is not offered', () => {
	expect(mayAsk(view, mine, NOW, 'cut_off_device')).toBe(true);
	expect(mayAsk(view, { ...mine, id: "robin's tablet" }, NOW, 'cut_off_device')).toBe(false); // the one in my hand
	expect(mayAsk(view, device('other', 'kai'), NOW, 'cut_off_device')).toBe(false);
});

it('nobody is asked for a yes that they have given', () => {
	expect(mayAsk(view, mine, NOW, 'approve_device')).toBe(false);
	expect(mayAsk(view, { ...mine, approved_at: null }, NOW, 'approve_device')).toBe(true);
});
