import { expect, it } from 'vitest';
import { topic } from '../../../../tests/support/drawers.ts';
import { makeCall, sizeOf } from './call.ts';
import { isAbout, madeBy, needs } from './made.ts';

const at = '2026-11-22T12:00:00.000Z';
const change = (item: string) => makeCall('change_topic', { id: 'event', item, symbol: null, words: 'x' }, 'call', at);

it('takes out what no database keeps, so that it cannot hold up what is sent with it', () => {
	const call = makeCall('change_topic', { id: 'e', item: 'i', symbol: null, words: ' a\0b \ud83d c 🐳 ' }, 'call', at);
	expect(call.args).toMatchObject({ words: 'ab \ufffd c 🐳' });
});

it('measures a call as it travels: Arabic takes two bytes a letter', () => {
	expect(sizeOf(topic('مم')) - sizeOf(topic(''))).toBe(4);
});

it('knows what a call makes', () => {
	expect(madeBy(topic('x', 'item'))).toContain('item');
	expect(madeBy(change('item'))).toEqual(['call', 'event']);
	const plan = { id: 's', event: 'e', child: 'c', starts_at: at, place: '', how: 'walk', purpose: '' } as const;
	expect(madeBy(makeCall('plan_session', plan, 'call', at))).toEqual(['call', 's', 'e']);
	expect(madeBy(makeCall('put_picture', { hash: 'h', data: '' }, 'call', at))).toEqual(['call', 'h']);
	expect(madeBy(makeCall('order_topics', { items: ['a'] }, 'call', at))).toEqual(['call']);
});

it('knows what a call cannot do without', () => {
	const first = topic('x', 'item');
	expect(needs(change('item'), madeBy(first))).toBe(true);
	expect(needs(change('other'), madeBy(first))).toBe(false);
	expect(needs(first, madeBy(change('item')))).toBe(false);
	expect(needs(makeCall('order_topics', { items: ['a', 'item'] }, 'c', at), ['item'])).toBe(true);
});

it('knows what a call is about', () => {
	expect(isAbout(change('item'), 'item')).toBe(true);
	expect(isAbout(change('item'), 'event')).toBe(true);
	expect(isAbout(change('item'), 'other')).toBe(false);
});
