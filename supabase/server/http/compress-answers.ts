import { compress } from 'hono/compress';
import { randomBytes, randomInt } from 'node:crypto';

const FROM_BYTES = 1400; // what fits into one packet gets no faster
const BLANKS = ' \t\n\r';
const MOST_BLANKS = 1024; // about 256 bytes on the way: a guess at a word changes the length by a few

/** What is long enough travels compressed, to whoever can read that. */
export const compressAnswers = compress({ threshold: FROM_BYTES });

/**
 * What repeats travels smaller: who puts words where a child reads them, and sees on the home's network how long that child's
 * view is, could find out whether the same words are in it already. JSON may end in blanks; how many, only chance knows.
 */
export const padJson = (json: string): string => (Buffer.byteLength(json) < FROM_BYTES ? json : json + blanks());

const blanks = (): string =>
	Array.from(randomBytes(randomInt(MOST_BLANKS)), (byte) => BLANKS[byte % BLANKS.length]).join('');
