import { can } from '$lib/domain/abilities.ts';
import { app } from '$lib/client/app.svelte.ts';
import { personOf } from '$lib/domain/me.ts';
import { awayUntil } from '$lib/domain/questions/people/cover.ts';
import { cardOf } from '$lib/domain/questions/people/cards.ts';
import type { Id } from '$lib/domain/item.ts';
import type { Person, View } from '$lib/domain/view.ts';
import { sayDay, type Clock } from '$lib/i18n/when.ts';
import type { Words } from '$lib/i18n/words.ts';
import { myKeyWorkers } from '$lib/domain/questions/people/key-workers.ts';

/** A person as a face: their card's drawing or photo, else the picture they picked, else the first letter of their name. */
export function faceOf(view: View, id: Id) {
	const person = personOf(view, id);
	return {
		id,
		name: person?.name ?? '',
		picture: person?.picture ?? null,
		url: app.picture(cardOf(view, id)?.picture ?? null)
	};
}

/** Whose day it is: for every sentence with a day or a time in it. */
export const clockOf = (view: View, words: Words): Clock => ({
	now: app.now().toISOString(),
	zone: view.home.time_zone,
	lang: words.lang
});

/** That somebody who owes me something is not here to do it. Null: they are, as far as anybody knows. */
export function sayGone(view: View, id: Id, words: Words): string | null {
	const person = personOf(view, id);
	if (!person || (person.left_at === null && person.at_work)) return null;
	const { name } = person;
	return person.left_at === null ? words.t(($) => $.card.notAtWork, { name }) : words.t(($) => $.card.left, { name });
}

/** What they are to me, and where they are if not here: "Key worker. Away until Thursday." */
export function hintOf(view: View, person: Person, words: Words): string {
	const clock = clockOf(view, words);
	return [jobOf(view, person, clock, words), presenceOf(view, person, clock, words)]
		.flatMap((said) => (said ? [`${said}.`] : []))
		.join(' ');
}

function jobOf(view: View, person: Person, clock: Clock, words: Words): string {
	if (myKeyWorkers(view, clock.now).includes(person.id)) return words.t(($) => $.ask.who.keyWorker);
	if (can(person.role, 'run_home')) return words.t(($) => $.ask.who.manager);
	return can(person.role, 'oversee') ? words.t(($) => $.ask.who.responsible) : words.t(($) => $.ask.who.worker);
}

function presenceOf(view: View, person: Person, clock: Clock, words: Words): string | null {
	const away = awayUntil(view, person.id, clock.now);
	if (!person.at_work) return words.t(($) => $.ask.who.notAtWork);
	if (away) return words.t(($) => $.ask.who.away, { day: sayDay(away, clock) });
	return person.joined ? null : words.t(($) => $.ask.who.notJoined);
}
