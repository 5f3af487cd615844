/** A one-time code: 12 letters, shown in groups of 4. No I and no O, which look like 1 and 0. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 12;
const GROUP = 4;

// A group that could be read as a word may be a rude one: such groups are drawn again. More than 54 bits are left.
const LIKE_A_WORD = /^([^AEU][AEU][^AEU].|[^AEU]{2}[AEU][^AEU]|[AEU][^AEU]{2}[AEU]|[^AEU][AEU]{2}[^AEU])$/;

/** Makes a code out of random bytes; `random` gives as many as it is asked for. */
export function makeCode(random: (bytes: number) => Uint8Array): string {
	let code = '';
	while (code.length < LENGTH) {
		const group = drawGroup(random);
		if (!LIKE_A_WORD.test(group)) code += group;
	}
	return code;
}

/** What a person typed or scanned, as it is hashed and sent: capitals only, without spaces and dashes. */
export function readCode(typed: string): string {
	return typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s\p{Pd}.,_]/gu, '');
}

/** Whether it could be a code at all, so that a slip of the finger costs no try. */
export function isCode(typed: string): boolean {
	const code = readCode(typed);
	return code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter));
}

/** ABCD EFGH JKLM */
export function showCode(code: string): string {
	return code.match(/.{1,4}/g)?.join(' ') ?? '';
}

function drawGroup(random: (bytes: number) => Uint8Array): string {
	let group = '';
	while (group.length < GROUP) {
		const fair = random(GROUP).filter((byte) => byte < 240); // 240 = 10 × 24: every letter is equally likely
		group += [...fair].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
	}
	return group.slice(0, GROUP);
}
