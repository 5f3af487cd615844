import contacts from '../../src/content/contacts.json' with { type: 'json' };
import needs from '../../src/content/law-needs.json' with { type: 'json' };
import { laws, type Law } from './facts.ts';

const DAY = new Date().toISOString().slice(0, 10);
const shown = ['ok', 'recheck'];

/** What the law wants to stand in a guide and nobody has verified: for each nation, in words. Where it is said, the home adds it. */
export const incomplete = (): { nation: string; what: string; on: readonly string[]; source: string }[] =>
	needs.filter(
		({ contact }) => !contacts.some(({ id, status, phone }) => id === contact && shown.includes(status) && phone)
	);

/** All that somebody with a live browser opens and compares before a release, and what to type in: made from the data. */
export function recheck(): string[] {
	const bySource = [...Map.groupBy(laws, ({ source }) => source)].sort(([a], [b]) => a.localeCompare(b));
	return [
		`To check with a live browser. When you have looked, set "checked_on": "${DAY}".`,
		'',
		`1. Missing by law (${incomplete().length}). Find the body’s own contact page.`,
		...incomplete().map(
			({ nation, what, source }) =>
				`   ${nation}: ${what} (${source})\n      type into contacts.json: phone, source, checked_on, "status": "ok"; then name it on the page in a line “people:”`
		),
		'',
		`2. People to ring (${contacts.length}). Open their own contact page; compare number, cost and hours.`,
		...contacts.map(contactLine),
		'',
		`3. What the law and bodies say (${bySource.length} pages). On legislation.gov.uk look for “changes not yet applied”.`,
		...bySource.map(([source, rows]) => `   open ${source}\n${rows.map(lawLine).join('\n')}`)
	];
}

function contactLine({ id, nation, phone, text, status, source, why, checked_on }: (typeof contacts)[number]): string {
	const numbers = [phone, text && `text ${'word' in text ? `${text.word} ` : ''}to ${text.to}`]
		.filter(Boolean)
		.join(', ');
	const type = {
		ok: 'still right: checked_on. Hours on their own page: any_time',
		recheck: 'seen on their own page: source, checked_on, "status": "ok", and take "why" out',
		hold: 'seen on their own page: phone, source, checked_on, "status": "ok", take "why" out, and name it on the pages'
	}[status];
	return `   ${nation}: ${id}: ${numbers} [${status}, ${checked_on}]\n      from ${source}${why ? `\n      ${why}` : ''}\n      type in: ${type ?? 'a status that is known'}`;
}

const lawLine = ({ nation, says, on, mark, checked_on }: Law): string =>
	`      ${nation} (${on.join(', ')})${mark === 'S' ? ' [only told by others]' : ''}: ${says} [${checked_on}]`;
