/** Which voice reads a language aloud: one of this device itself, one that is meant to be understood, British for English. */
export interface Voice {
	readonly name: string;
	readonly lang: string;
	readonly localService: boolean;
	readonly voiceURI?: string;
	readonly default?: boolean;
}

/**
 * Apple puts these on every iPad, iPhone and Mac, and some come first in its list. They sing, bubble and whisper. The names,
 * and the ones inside of their addresses, which stay English where the name is translated: readium/speech, its file
 * json/filters/novelty.json, looked at on 2026-11-29.
 * @internal
 */
export const JOKES = [
	...['Albert', 'Bad News', 'Bahh', 'Bells', 'Boing', 'Bubbles', 'Cellos', 'Good News', 'Jester', 'Organ', 'Superstar'],
	...['Trinoids', 'Whisper', 'Wobble', 'Zarvox', 'BadNews', 'GoodNews', 'Hysterical', 'Princess', 'Deranged']
];

/** Hard to understand, so only where nothing else is: the same project's json/filters/veryLowQuality.json. */
const ROBOTS =
	/^(Eddy|Flo|Grandma|Grandpa|Jacques|Reed|Rocko|Sandy|Shelley|Fred|Junior|Kathy|Ralph|eSpeak)\b|\.eloquence\./i;

/** Some browsers say of a voice that it is the device's own, while its name says that a server speaks. */
const SENDS_WORDS_AWAY = /\b(online|network)\b/i;

/** Android writes `en_GB`, Firefox on Android `eng-GBR`. */
const LONG: Record<string, string> = { eng: 'en', cym: 'cy', ara: 'ar' };
const BRITISH = /[-_]GBR?\b/i;

/** The language of a tag, however a browser writes it. @internal */
export function languageOf(tag: string): string {
	const [language = ''] = tag.toLowerCase().split(/[-_]/);
	return LONG[language] ?? language;
}

/** Whether a voice of the device itself speaks this language: no other is ever used (law 10). @internal */
export const speaks = ({ localService, lang }: Voice, language: string): boolean =>
	localService && languageOf(lang) === language;

/** The best voice for a language, or null where the device has none that may be used. */
export function voiceFor<V extends Voice>(voices: readonly V[], language: string): V | null {
	const fit = voices.filter(
		(voice) => speaks(voice, languageOf(language)) && !SENDS_WORDS_AWAY.test(voice.name) && !isJoke(voice)
	);
	return fit.toSorted((one, other) => costOf(one) - costOf(other))[0] ?? null;
}

/** Apple adds to a name in brackets: "Bells (English (United States))". */
const isJoke = ({ name, voiceURI = '' }: Voice): boolean =>
	[name.replace(/\s*\(.*/, ''), voiceURI.replace(/^.*\./, '')].some((one) => JOKES.includes(one));

function costOf(voice: Voice): number {
	const isRobot = ROBOTS.test(voice.name) || ROBOTS.test(voice.voiceURI ?? '');
	const isFar = languageOf(voice.lang) === 'en' && !BRITISH.test(voice.lang);
	const isPlain = !/\b(enhanced|premium|natural)\b/i.test(`${voice.name} ${voice.voiceURI ?? ''}`);
	return Number(isRobot) * 8 + Number(isFar) * 4 + Number(isPlain) * 2 + Number(!voice.default);
}

/** What speaks on this device, if anything does. */
export const synth = (): SpeechSynthesis | null => (typeof speechSynthesis === 'undefined' ? null : speechSynthesis);

/** Says whether this device can read a language aloud: now, and whenever it may have more voices. Returns how to stop. */
export function whenReadable(lang: string, tell: (can: boolean) => void): () => void {
	const device = synth();
	const found = () => tell(voiceFor(device?.getVoices() ?? [], lang) !== null);
	found();
	device?.addEventListener?.('voiceschanged', found);
	// Safari before 17 tells nobody.
	const looks = device ? [250, 1000, 4000].map((later) => setTimeout(found, later)) : [];
	return () => {
		device?.removeEventListener?.('voiceschanged', found);
		for (const look of looks) clearTimeout(look);
	};
}
