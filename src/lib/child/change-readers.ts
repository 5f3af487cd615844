import type { Problem } from '$lib/client/result.ts';
import { app } from '$lib/client/app.svelte.ts';
import type { Id, Item, Time } from '$lib/domain/item.ts';
import type { View } from '$lib/domain/view.ts';
import { newId } from '$lib/platform/ids.ts';
import { formerKeyWorkers } from '$lib/domain/questions/people/key-workers.ts';
import { mayTakeFrom } from '$lib/domain/questions/items/may-change-readers.ts';

/** My former key workers who got it, have not opened it, and can lose it once somebody else has it. */
export function whoCouldLoseIt(view: View, item: Item, others: Id[], now: Time): Id[] {
	const given = { ...item, picked: [...(item.picked ?? []), ...others] };
	return formerKeyWorkers(view, item, now).filter((id) => mayTakeFrom(view, given, id));
}

/** Gives it to one more person. A problem's code, or null. */
export const giveTo = (item: Item, whom: Id): Promise<Problem | null> =>
	app.call('give_too', { id: newId(), item: item.id, whom });

/** Takes it from these people, one after the other. A problem's code, or null. */
export async function takeFrom(item: Item, ids: Id[]): Promise<Problem | null> {
	for (const whom of ids) {
		const problem = await app.call('take_from', { id: newId(), item: item.id, whom });
		if (problem !== null) return problem;
	}
	return null;
}
