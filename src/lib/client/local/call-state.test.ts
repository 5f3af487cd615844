import { expect, it } from 'vitest';
import { topic } from '../../../../tests/support/drawers.ts';
import { makeCall } from './make-call.ts';
import type { WaitingCall } from '../view-state.ts';
import { isUnsent, stateOf } from './call-state.ts';

const waiting = (call: WaitingCall['call'], state: WaitingCall['state']): WaitingCall => ({ call, state, code: null });
const change = makeCall('take_back', { id: 'event', item: 'item' }, 'call', '2026-11-22T12:00:00.000Z');

it('a wish that waits here is not shown as sent', () => {
	expect(stateOf([waiting(topic('x', 'item'), 'waiting')], 'item')).toBe('waiting');
});

it('what does not wait here was sent', () => {
	expect(stateOf([waiting(topic('x', 'other'), 'waiting')], 'item')).toBe('sent');
});

it('a wish that was sent waits again as long as what happened to it waits', () => {
	expect(stateOf([waiting(change, 'sending')], 'item')).toBe('sending');
	expect(stateOf([waiting(change, 'sending')], 'event')).toBe('sending');
});

it('and it was sent itself all the same', () => {
	expect(isUnsent([waiting(change, 'waiting')], 'item')).toBe(false);
	expect(isUnsent([waiting(topic('x', 'item'), 'waiting')], 'item')).toBe(true);
});

it('of two, what made it counts: it cannot have been sent before that', () => {
	expect(stateOf([waiting(topic('x', 'item'), 'refused'), waiting(change, 'waiting')], 'item')).toBe('refused');
});
