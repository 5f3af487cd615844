import { describe, expect, it } from 'vitest';
import { retryWhenBusy } from './retry-when-busy.ts';
import type { Failure, Remote, Reply, CodeState } from './reply.ts';

const busy = (wait: number | null): Failure => ({ ok: false, status: 429, code: 'over_request_rate_limit', wait });
const good: Reply<CodeState> = { ok: true, value: { state: 'good', for: 'child' } };

/** A server that says these one after the other, and how long whoever asks it slept in between. */
function before(answers: Reply<CodeState>[]) {
	const slept: number[] = [];
	const after = (milliseconds: number, run: () => void) => {
		slept.push(milliseconds);
		queueMicrotask(run);
		return () => undefined;
	};
	const checkCode = async () => answers.shift() ?? good;
	return { remote: retryWhenBusy({ checkCode } as unknown as Remote, { after }), slept };
}

describe('at the door', () => {
	it('a device that is told to wait does so, and goes on by itself', async () => {
		const { remote, slept } = before([busy(3000), busy(null), good]);
		expect(await remote.checkCode('X')).toEqual(good);
		expect(slept).toEqual([3000, 2000]);
	});

	it('nobody looks at a screen that does nothing for longer than 20 seconds', async () => {
		const { remote, slept } = before([busy(9000), busy(9000), busy(9000), good]);
		expect(await remote.checkCode('X')).toEqual(busy(9000));
		expect(slept).toEqual([9000, 9000]);
	});

	it('it waits for nothing else', async () => {
		const down: Failure = { ok: false, status: 503, code: 'busy', wait: 2000 };
		const { remote, slept } = before([down]);
		expect(await remote.checkCode('X')).toEqual(down);
		expect(slept).toEqual([]);
	});
});
