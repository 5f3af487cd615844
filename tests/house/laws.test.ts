import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The thirteen laws of the product. A test that proves one names it: "law 7: …". */
const laws: Record<number, string> = {
	1: 'The child chooses who gets each thing, and no adult can become the child',
	2: 'Every wish ends in an answer with a reason',
	3: 'Who will see this is computed, never written by hand',
	4: 'Nothing is lost',
	5: "One child's things are sealed from the next",
	6: 'Help, guide, rights, complaints and advocacy need no sign-in, no signal and no JavaScript',
	7: 'Honest about privacy',
	8: 'Draft is mine, shared is a record',
	9: 'Leaving out never blocks keeping safe',
	10: 'Never points, nudges, analytics, third parties, location, photos of children, names in a notification',
	11: 'Facts that can go stale are data',
	12: 'Plain words, and every screen for everyone',
	13: 'Labels are settings'
};
const here = 'tests/house/laws.test.ts';
const tests = globSync(['{src,tests,supabase}/**/*.{test,spec}.ts', 'supabase/tests/**/*.sql']);

/** The laws that the names of these tests promise to prove: TypeScript names a test first, SQL an assertion last. */
const named = (text: string): number[] =>
	[...text.matchAll(/(?<=\b(?:it|test|describe)(?:\.\w+)?(?:\([^()]*\))?\(\s*['"`]|, ')law (\d+): /g)].map(([, law]) =>
		Number(law)
	);

const proved = new Set(tests.filter((file) => file !== here).flatMap((file) => named(readFileSync(file, 'utf8'))));

describe('each law of the product has a test that names it', () => {
	it.each(Object.entries(laws))('law %s: %s', (law) => {
		expect([...proved]).toContain(Number(law));
	});

	it('and no test names a law that there is not', () => {
		expect([...proved].filter((law) => !(law in laws))).toEqual([]);
	});
});

describe('law 10', () => {
	const sources = globSync(['src/**/*.{ts,svelte,html}', 'static/*.js'])
		.filter((file) => !file.includes('.test.'))
		.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
	const using = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

	it('law 10: every source is looked at', () => {
		expect(sources.length).toBeGreaterThan(400);
		expect(using(/\bnavigator\b/).length).toBeGreaterThan(2);
	});

	it('law 10: nothing asks where a child is, notifies anybody, or reports to anybody', () => {
		expect(using(/geolocation|new Notification|showNotification|pushManager|sendBeacon|WebSocket|EventSource/)).toEqual(
			[]
		);
	});

	it('law 10: the camera is asked for a code only, the microphone only for what a child records, and no machine listens', () => {
		expect(using(/getUserMedia/)).toEqual(['src/lib/platform/camera.ts', 'src/lib/platform/recorder.ts']);
		expect(using(/platform\/recorder/)).toEqual([
			'src/lib/child/composing/saying.svelte.ts',
			'src/lib/child/composing/SayAloud.svelte'
		]);
		expect(using(/MediaRecorder/)).toEqual(['src/lib/platform/recorder.ts']);
		expect(using(/SpeechRecognition/)).toEqual([]);
	});

	it('law 10: nothing counts what is unread, and nothing is a streak, a point or a badge', () => {
		expect(using(/setAppBadge|\bstreak|\bconfetti|\bleaderboard|unreadCount/i)).toEqual([]);
	});
});
