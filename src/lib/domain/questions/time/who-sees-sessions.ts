import { personOf } from '../../me.ts';
import type { Id, Time } from '../../item.ts';
import type { View } from '../../view.ts';
import { coverFor } from '../people/cover.ts';
import { myKeyWorkers } from '../people/key-workers.ts';
import { whoRunsHome } from '../people/people.ts';

/** Who can see our time, as the database has it: my key workers, who covers for them now, the managers. */
export function whoSeesSessions(view: View, now: Time): Id[] {
	const workers = myKeyWorkers(view, now);
	const covers = workers.flatMap((id) => coverFor(view, id, now)?.id ?? []);
	const managers = whoRunsHome(view).map(({ id }) => id);
	return [...new Set([...workers, ...covers, ...managers])].filter((id) => personOf(view, id)?.at_work);
}
