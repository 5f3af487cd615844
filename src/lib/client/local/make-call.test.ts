import { expect, it } from 'vitest';
import { topic } from '../../../../tests/support/drawers.ts';
import { makeCall, sizeOf } from './make-call.ts';
import { isAbout, idsMadeBy, dependsOn } from './call-ids.ts';

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
	expect(idsMadeBy(topic('x', 'item'))).toContain('item');
	expect(idsMadeBy(change('item'))).toEqual(['call', 'event']);
	const plan = { id: 's', event: 'e', child: 'c', starts_at: at, place: '', how: 'walk', purpose: '' } as const;
	expect(idsMadeBy(makeCall('plan_session', plan, 'call', at))).toEqual(['call', 's', 'e']);
	expect(idsMadeBy(makeCall('put_picture', { hash: 'h', data: '' }, 'call', at))).toEqual(['call', 'h']);
	expect(idsMadeBy(makeCall('order_topics', { items: ['a'] }, 'call', at))).toEqual(['call']);
});

it('knows what a call cannot do without', () => {
	const first = topic('x', 'item');
	expect(dependsOn(change('item'), idsMadeBy(first))).toBe(true);
	expect(dependsOn(change('other'), idsMadeBy(first))).toBe(false);
	expect(dependsOn(first, idsMadeBy(change('item')))).toBe(false);
	expect(dependsOn(makeCall('order_topics', { items: ['a', 'item'] }, 'c', at), ['item'])).toBe(true);
});

it('knows what a call is about', () => {
	expect(isAbout(change('item'), 'item')).toBe(true);
	expect(isAbout(change('item'), 'event')).toBe(true);
	expect(isAbout(change('item'), 'other')).toBe(false);
});
