import { describe, expect, it } from 'vitest';
import { JOKES, languageOf, speaks, voiceFor, type Voice } from './voices.ts';

const voice = (name: string, lang: string, more: Partial<Voice> = {}): Voice => ({
	name,
	lang,
	localService: true,
	...more
});
const picked = (voices: Voice[], lang = 'en') => voiceFor(voices, lang)?.name ?? null;

describe('an iPad', () => {
	const joke = (name: string) => voice(name, 'en-US', { voiceURI: name });

	it.each(JOKES)('is never read to by %s, though it comes first', (name) => {
		expect(picked([joke(name), voice('Samantha', 'en-US')])).toBe('Samantha');
		expect(picked([joke(name)])).toBeNull();
	});

	it('whose system is in another language has the same jokes under other names', () => {
		const bells = voice('الأجراس', 'en-US', { voiceURI: 'com.apple.speech.synthesis.voice.Bells' });
		const whole = voice('Bells (English (United States))', 'en-US');
		expect(picked([bells, whole])).toBeNull();
	});

	it('reads with Daniel, not with Apple’s robots or an American', () => {
		const eddy = voice('Eddy (English (United Kingdom))', 'en-GB', { default: true });
		const all = [eddy, voice('Samantha', 'en-US', { default: true }), voice('Daniel', 'en-GB')];
		expect(picked(all)).toBe('Daniel');
		expect(picked([eddy])).toBe(eddy.name); // better than nothing
	});

	it('reads with the better of two', () => {
		expect(picked([voice('Daniel', 'en-GB'), voice('Kate (Enhanced)', 'en-GB')])).toBe('Kate (Enhanced)');
	});
});

describe('Android', () => {
	it.each([
		['en_GB', 'en'],
		['eng-GBR', 'en'],
		['en-GB-u-sd-gbsct', 'en'],
		['EN-gb', 'en'],
		['cym-GBR', 'cy'],
		['ara', 'ar'],
		['ar-001', 'ar']
	])('writes %s', (tag, language) => {
		expect(languageOf(tag)).toBe(language);
	});

	it('finds the British voice all the same', () => {
		expect(picked([voice('English United States', 'eng-USA'), voice('English United Kingdom', 'eng-GBR')])).toBe(
			'English United Kingdom'
		);
	});

	it('has other languages whose names begin alike', () => {
		expect(speaks(voice('Aragonese', 'arg'), 'ar')).toBe(false);
	});
});

describe('law 10', () => {
	it('law 10: never reads with a voice that sends the words away', () => {
		expect(picked([voice('Google UK English Female', 'en-GB', { localService: false })])).toBeNull();
	});

	it('law 10: nor with one that only says it is here', () => {
		const said = ['Microsoft Sonia Online (Natural) - English (United Kingdom)', 'Google en-gb-x-gba-network'];
		expect(said.map((name) => picked([voice(name, 'en-GB')]))).toEqual([null, null]);
	});
});
