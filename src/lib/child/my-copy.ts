import { app } from '$lib/client/app.svelte.ts';
import type { Item } from '$lib/domain/item.ts';
import type { View } from '$lib/domain/view.ts';
import { sealedCopy, type Entry } from '$lib/client/local/sealed-copy.ts';
import { dirOf, langAttribute } from '$lib/i18n/languages.ts';
import { sayInFull, seenFromAfar, type Clock } from '$lib/i18n/when.ts';
import { aboutLines } from '$lib/shell/about/about-lines.ts';
import { meetingLines } from '$lib/shell/meeting/meeting-lines.ts';
import { answerLines } from '$lib/shell/answer-lines.ts';
import type { Words } from '$lib/i18n/words.ts';
import { isSymbol } from '$lib/ui/symbols/symbols.ts';
import { nameOf } from '$lib/domain/questions/people/names.ts';

/** All that I shared, in one sealed file. */
export async function copyOf(items: Item[], word: string, how: { view: View; words: Words; clock: Clock }) {
	const { words } = how;
	const entries = await Promise.all(items.map((item) => entryOf(item, how)));
	const said = {
		title: words.t(($) => $.shared.take.title),
		word: words.t(($) => $.shared.take.fileWord),
		open: words.t(($) => $.shared.take.fileOpen),
		wrong: words.t(($) => $.shared.take.fileWrong),
		old: words.t(($) => $.shared.take.fileOld)
	};
	const html = await sealedCopy(entries, { ...said, lang: langAttribute(words.lang), dir: dirOf(words.lang) }, word);
	return new Blob([html], { type: 'text/html' });
}

async function entryOf(item: Item, { view, words, clock }: { view: View; words: Words; clock: Clock }): Promise<Entry> {
	const { kind, symbol } = item;
	const is =
		kind === 'note'
			? words.t(($) => $.shared.kind.note, { name: nameOf(view, item.author_id) })
			: words.t((w) => w.shared.kind[kind]);
	const drawn = symbol !== null && isSymbol(symbol) ? [words.t((w) => w.symbols[symbol])] : [];
	const page = item.meeting ? meetingLines(item.meeting, words) : [];
	const about = item.about_me ? aboutLines(item.about_me, words) : [];
	const answers = item.events.flatMap((event) =>
		event.kind === 'answered'
			? [
					`${nameOf(view, event.person_id)}, ${sayInFull(event.at, clock)}: ${words.t((w) => w.kit.answer[event.answer])}`,
					...answerLines(event, words, seenFromAfar(clock)).map(({ label, text }) => `${label}: ${text}`)
				]
			: []
	);
	const taken = item.taken_back_at === null ? [] : [words.t(($) => $.story.line.takenBack)];
	return {
		title: `${is} · ${sayInFull(item.sent_at, clock)}`,
		lines: [...drawn, ...page, ...about, item.words, ...taken, ...answers].filter((line) => line !== ''),
		picture: await dataOf(item.picture),
		sound: await dataOf(item.recording ?? null)
	};
}

async function dataOf(hash: string | null): Promise<string | null> {
	const blob = hash === null ? null : await app.pictureBlob(hash);
	if (!blob) return null;
	return new Promise((done) => {
		const reader = new FileReader();
		reader.onload = () => done(typeof reader.result === 'string' ? reader.result : null);
		reader.onerror = () => done(null);
		reader.readAsDataURL(blob);
	});
}
