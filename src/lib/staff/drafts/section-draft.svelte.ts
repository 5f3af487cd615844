import type { Problem } from '$lib/client/result.ts';
import { app } from '$lib/client/app.svelte.ts';
import { isName, isText, listOf, oneOf, withFields, type Fields } from '$lib/domain/checks/kinds.ts';
import { numberToRing } from '$lib/domain/text/phone.ts';
import { versionsOf } from '$lib/domain/questions/sections.ts';
import type { Id } from '$lib/domain/item.ts';
import type { Line, SectionKey, View } from '$lib/domain/view.ts';
import { isBlank, tidy } from '$lib/domain/text/words.ts';
import { Draft } from '$lib/draft/draft.svelte.ts';
import { byField } from '$lib/draft/restore.ts';
import { newId } from '$lib/platform/ids.ts';
import { inHalfAYear } from '../guide/section-state.ts';

/** A line while it is written: every kind has every field, so that nothing is lost when the kind changes. */
export interface Writing {
	id: Id;
	kind: Line['kind'];
	words: string;
	symbol: string;
	number: string;
}

const writing = (line?: Line): Writing => ({
	id: newId(),
	kind: line?.kind ?? 'line',
	words: line?.words ?? '',
	symbol: line?.symbol ?? '',
	number: line?.number ?? ''
});

/** A line as it is sent. */
export function asLine({ kind, words, symbol, number }: Writing): Line {
	const said = { words: tidy(words), symbol: symbol === '' ? null : symbol };
	return kind === 'ring'
		? { ...said, kind, number: numberToRing(number) ?? tidy(number) }
		: { ...said, kind, number: null };
}

interface Drafted {
	id: Id;
	lines: Writing[];
	review_by: string;
}

const line: Fields<Writing> = {
	...{ id: isName, kind: oneOf('head', 'line', 'ring') },
	...{ words: isText, symbol: isText, number: isText }
};
const restore = byField<Drafted>({ id: isName, lines: listOf(withFields(line)), review_by: isText });

/** A section as it is being written, kept in the drawer with every change. It begins as what was written last. */
export class SectionDraft {
	readonly begun: Draft<Drafted>;
	readonly key: SectionKey;

	constructor(view: View, key: SectionKey, now: string) {
		this.key = key;
		const [last] = versionsOf(view, key);
		const empty = () => ({
			id: newId(),
			lines: (last?.lines.length ? last.lines : [undefined]).map((line) => writing(line)),
			review_by: inHalfAYear(now, view.home.time_zone)
		});
		this.begun = new Draft(`section/${key}`, empty, restore);
	}

	get lines(): Writing[] {
		return this.begun.now.lines;
	}
	set lines(lines: Writing[]) {
		this.begun.now.lines = lines;
		this.begun.keep();
	}

	/** What was typed or pasted in one line; several lines of it become several here. Gives the place where it ends. */
	write(place: number, text: string): number {
		const [first = '', ...more] = text.split(/\r\n|[\n\r\u2028\u2029]/);
		const written = more.filter((words, at) => !isBlank(words) || at === more.length - 1);
		this.lines = this.lines.flatMap((line, at) =>
			at === place ? [{ ...line, words: first }, ...written.map((words) => ({ ...writing(), words }))] : [line]
		);
		return place + written.length;
	}
	add(): void {
		this.lines = [...this.lines, writing()];
	}
	takeOff(place: number): void {
		this.lines = this.lines.filter((_, at) => at !== place);
	}
	/** One place up or down. */
	move(place: number, by: 1 | -1): void {
		const [line] = this.lines.slice(place, place + 1);
		if (!line) return;
		const others = this.lines.filter((_, at) => at !== place);
		this.lines = [...others.slice(0, place + by), line, ...others.slice(place + by)];
	}

	/** Publishes what is written, or takes the section away (no lines). */
	async publish(lines: Line[] = this.lines.map(asLine)): Promise<Problem | null> {
		const { id, review_by } = this.begun.now;
		const args = { id, section: this.key, lines, review_by };
		return app.call('publish_section', args, { draft: this.begun.key });
	}
}
