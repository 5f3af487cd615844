import type { World } from '$lib/platform/world.ts';
import type { Remote, Reply } from './reply.ts';

const SECOND = 1000;
const LONGEST_WAIT = 20 * SECOND; // altogether: after that whoever waits is told
const UNSAID = 2 * SECOND;

/**
 * The server, for somebody at the door who waits for its answer: where it asks to be left alone for a moment, as when a whole
 * home joins at once, it is asked again then, and nobody has to press anything.
 */
export function retryWhenBusy(remote: Remote, world: Pick<World, 'after'>): Remote {
	const sleep = (milliseconds: number) => new Promise<void>((done) => void world.after(milliseconds, done));
	const ask = async <T>(once: () => Promise<Reply<T>>, waited = 0): Promise<Reply<T>> => {
		const reply = await once();
		if (reply.ok || reply.status !== 429) return reply;
		const wait = Math.max(SECOND, reply.wait ?? UNSAID);
		if (waited + wait > LONGEST_WAIT) return reply;
		await sleep(wait);
		return ask(once, waited + wait);
	};
	return {
		...remote,
		checkCode: (code) => ask(() => remote.checkCode(code)),
		signUp: (who, code) => ask(() => remote.signUp(who, code)),
		signIn: (who, device) => ask(() => remote.signIn(who, device))
	};
}
