import { cardOf } from '$lib/domain/questions/people/cards.ts';
import { may, type Ability } from '$lib/domain/abilities.ts';
import { app } from '$lib/client/app.svelte.ts';
import { apart } from '$lib/domain/text/alike.ts';
import { personOf, myRole } from '$lib/domain/me.ts';
import type { Id, Time } from '$lib/domain/item.ts';
import type { Role, View } from '$lib/domain/view.ts';
import { useWords } from '$lib/i18n/context.ts';
import { sayNames, type Clock } from '$lib/i18n/when.ts';
import { capital } from '$lib/i18n/words.ts';
import { EMPTY_VIEW } from '$lib/domain/empty-view.ts';

/** What every screen of the adults reads: the view, the hour, names and faces. Call it while a component starts. */
export function useStaff() {
	const words = useWords();
	const staff = {
		words,
		get view(): View {
			return app.view ?? EMPTY_VIEW;
		},
		get now(): Time {
			return app.now().toISOString();
		},
		get clock(): Clock {
			return { now: staff.now, zone: staff.view.home.time_zone, lang: words.lang };
		},
		get role(): Role | undefined {
			return myRole(staff.view);
		},
		may: (ability: Ability): boolean => may(staff.view, ability),
		/** Their name, and where another one reads like it, what tells them apart. */
		name: (id: Id | null): string => {
			const person = personOf(staff.view, id);
			if (!person) return words.t(($) => $.staff.gone);
			const by = apart(staff.view, person);
			if (by === null) return person.name;
			const role = words.t((w) => w.staff.role[person.role]);
			const what = by.left ? words.t(($) => $.staff.left) : [role, by.number].filter(Boolean).join(' ');
			return words.t(($) => $.staff.apart, { name: person.name, what });
		},
		/** "Sam and you" */
		names: (ids: readonly Id[]): string =>
			sayNames(
				ids.map((id) => (id === staff.view.me ? words.t(($) => $.staff.you) : staff.name(id))),
				words.lang
			),
		/** The same, where a line begins with it: "You, by Friday". */
		whom: (ids: readonly Id[]): string => capital(staff.names(ids), words.lang),
		/** A person as a face: their card's drawing or photo, else the picture they picked, else their first letter. */
		face: (id: Id) => {
			const card = cardOf(staff.view, id);
			const person = personOf(staff.view, id);
			return { id, name: staff.name(id), picture: person?.picture ?? null, url: app.picture(card?.picture ?? null) };
		}
	};
	return staff;
}

export type StaffContext = ReturnType<typeof useStaff>;
