import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What must stand in one place only, or be written in one way, for whoever hears, translates, prints, or must hide. */
const sources = globSync(['src/**/*.{ts,svelte,html,css}', 'static/*.js'])
	.filter((file) => !file.includes('.test.'))
	.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const using = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

describe('one reader, for public pages and drawers', () => {
	it('words are spoken, and voices picked, in one place', () => {
		expect(using(/new SpeechSynthesisUtterance\((?!''\))/)).toEqual(['src/lib/platform/speech.ts']); // '' asks Safari for leave
		const places = ['src/lib/platform/speech.ts', 'src/lib/platform/voices.ts'];
		expect(using(/voiceFor\(/).toSorted()).toEqual(places);
		expect(using(/\.localService/)).toEqual([]);
		expect(using(/localService\b/)).toEqual(['src/lib/platform/voices.ts']);
	});

	it('pages without a framework and drawers both read by it', () => {
		expect(using(/readPage\(/).toSorted()).toEqual([
			'src/content/plain/read-aloud.ts',
			'src/lib/platform/read-page.ts',
			'src/lib/ui/telling/Listen.svelte'
		]);
	});

	it('nothing of it needs what old iPads do not have', () => {
		const reader = sources.filter(({ file }) =>
			/platform\/(speech|read-page|seen|utterances|say-numbers|voices|hide-key|page-lifecycle)\.ts/.test(file)
		);
		expect(reader.length).toBe(8);
		expect(reader.filter(({ text }) => /checkVisibility|Segmenter|groupBy/.test(text))).toEqual([]);
	});
});

it('a page is loaded anew for its words and its nation only: Kit gives up the press that is under way then', () => {
	expect(using(/\bvoid (invalidate|invalidateAll|refreshAll)\(|\bawait (invalidate|refreshAll)/)).toEqual([
		'src/routes/(app)/+layout.svelte',
		'src/lib/shell/look.svelte.ts',
		'src/lib/child/guide/reload-for-nation.ts'
	]);
});

describe('one way to hide', () => {
	it('a page is left by Hide in two places: in the app, and where there is none', () => {
		expect(using(/location\.replace\(/).toSorted()).toEqual([
			'src/lib/platform/page-lifecycle.ts',
			'src/lib/platform/presence.ts',
			'static/first.js'
		]);
	});

	it('the bar stays on every screen, however low or narrow', () => {
		const bar = readFileSync('src/lib/ui/css/bar.css', 'utf8');
		expect(bar).toContain('position: sticky');
		expect(bar).not.toContain('position: static');
	});
});

/** Sentences about who reads something (law 3). What a browser that translates has put round them goes with the old one. */
const WHO_READS = [
	'kit.who.canOpen',
	'kit.who.until',
	...['back', 'covering', 'coverLater', 'notJoined', 'answer', 'firstBack', 'send'].map((key) => `ask.send.${key}`),
	...['further', 'furtherWords', 'unread', 'unreadWords', 'gone'].map((key) => `ask.send.${key}`),
	...['ask.who.preset', 'list.sees', 'list.isOffRead', 'list.form.readBefore'],
	...['letIn.cover', 'letIn.next', 'letIn.until', 'reopen.readers', 'takeBack.read'].map((key) => `story.${key}`)
];

describe('law 3: a sentence about who reads something', () => {
	/** A screen without its script, and without what it hands to `KeyedText`. */
	function bare(text: string): string {
		let markup = text.replace(/<script[\s\S]*?<\/script>/g, '');
		for (let at = markup.indexOf('<KeyedText'); at >= 0; at = markup.indexOf('<KeyedText')) {
			let [end, depth] = [at, 0];
			for (; depth > 0 || !markup.startsWith('/>', end); end++)
				depth += Number(markup[end] === '{') - Number(markup[end] === '}');
			markup = markup.slice(0, at) + markup.slice(end + 2);
		}
		return markup;
	}
	const screens = sources.filter(({ file }) => file.endsWith('.svelte'));

	it.each(WHO_READS)('law 3: %s is replaced whole', (key) => {
		const said = new RegExp(`\\$\\.${key.replaceAll('.', '\\.')}\\b`);
		expect(screens.filter(({ text }) => said.test(text)).length).toBeGreaterThan(0);
		expect(screens.filter(({ text }) => said.test(bare(text))).map(({ file }) => file)).toEqual([]);
	});

	it('law 3: and so is what is said about safety, and what stands on a choice or in a story', () => {
		const whole = [
			'page/Safety',
			'page/GroupRow',
			'form/Choice',
			'people/FacePick',
			'story/StoryStep',
			'people/WhoWillSee'
		].map((name) => `src/lib/ui/${name}.svelte`);
		expect(using(/\{#key said\}|<KeyedText /)).toEqual(expect.arrayContaining(whole));
	});
});
