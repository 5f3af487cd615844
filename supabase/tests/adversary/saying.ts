import { createHash } from 'node:crypto';
import type { Held } from './home.ts';
import { sendOne, type Play } from './play.ts';

/** A child says something to these readers; a secret leaves the bad adult out, or is about them. */
export async function say(
	play: Play,
	who: Held,
	{ readers, secret }: { readers: string[]; secret: boolean }
): Promise<void> {
	const { random, world, told } = play;
	const staff = world.people.filter(({ role }) => role !== 'child').map(({ id }) => id);
	const [id, word] = [random.id(), `secret${random.hex(12)}`];
	const about = secret && random.once(2) ? random.pick(world.bad) : null;
	const left_out = secret ? world.bad.filter((id) => id !== about) : [];
	const args = {
		id,
		symbol: null,
		words: word,
		picture: secret && random.once(2) ? await put(play, who, DRAWING) : null,
		recording: secret && random.once(2) ? await put(play, who, SOUND) : null,
		readers,
		left_out,
		shown: staff,
		may_move: random.once(2)
	};
	const name = about === null ? random.pick(['send_wish', 'put_topic'] as const) : 'complain';
	if ((await sendOne(play, who, name, { ...args, about })) && secret)
		told.secrets.push({ id, word, picture: args.picture, recording: args.recording });
}

const [DRAWING, SOUND] = ['89504e470d0a1a0a', '1a45dfa3'];

/** A drawing or a recording that nobody else made: its hash. */
async function put(play: Play, who: Held, start: string): Promise<string | null> {
	const bytes = Buffer.from(`${start}${play.random.hex(32)}`, 'hex');
	const hash = createHash('sha256').update(bytes).digest('hex');
	return (await sendOne(play, who, 'put_picture', { hash, data: bytes.toString('base64') })) ? hash : null;
}
