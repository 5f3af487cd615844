import type { Step } from '$lib/domain/questions/items/story.ts';
import { sayDay, sayWhen } from '$lib/i18n/when.ts';
import { answerLines } from '$lib/shell/answer-lines.ts';
import type { StaffContext } from '../staff-context.ts';

/** One step of a story, in words for an adult: what happened, and lines that belong to it. */
export interface Said {
	what: string;
	more: string[];
}

const only = (what: string): Said => ({ what, more: [] });

/** What happened, said for an adult who reads it. `child` is the name of whose it is. */
export function sayStep(step: Step, child: string, staff: StaffContext): Said {
	const { words } = staff;
	switch (step.kind) {
		case 'sent':
		case 'waiting':
			return only(words.t(($) => $.reply.event.sent, { name: child }));
		case 'planned':
			return plannedStep(step, staff);
		case 'answered':
			return answeredStep(step, staff);
		case 'helped':
			return only(words.t(($) => $.reply.event.helped[step.helped], { name: child }));
		case 'reopened':
			return { what: words.t(($) => $.reply.event.reopened, { name: child }), more: step.words ? [step.words] : [] };
		case 'changed':
			return changedStep(step, child, staff);
		case 'let_in':
			return only(words.t(($) => $.reply.event.let_in, { name: child, whom: staff.names([step.whom]) }));
		case 'given':
		case 'taken_from': // which no adult is shown
			return only(words.t(($) => $.reply.event.given, { name: child, whom: staff.names([step.whom]) }));
		default:
			return deedOf(step, child, staff);
	}
}

type Told =
	'sent' | 'waiting' | 'planned' | 'answered' | 'helped' | 'reopened' | 'changed' | 'let_in' | 'given' | 'taken_from';
type Deed = Exclude<Step, { kind: Told }>;

/** What an adult did, or what came to one. */
function deedOf(step: Deed, child: string, staff: StaffContext): Said {
	const { words } = staff;
	const who = staff.whom([step.person_id]);
	const isMe = step.person_id === staff.view.me;
	switch (step.kind) {
		case 'opened':
			return only(words.t(($) => $.reply.event.opened, { who }));
		case 'taken_back':
			return only(words.t(($) => $.reply.event.taken_back, { name: who }));
		case 'disowned':
			return only(words.t(($) => $.reply.event.disowned, { name: who }));
		case 'unplanned':
			return only(words.t(($) => $.reply.event.unplanned, { who }));
		case 'handled':
			return only(words.t(($) => $.reply.event.handled, { who, day: sayDay(step.by_day, staff.clock) }));
		case 'raised':
			return raisedStep(step, child, staff);
		case 'moved':
		case 'will_move':
			return only(isMe ? words.t(($) => $.reply.event.movedYou) : words.t(($) => $.reply.event.moved, { who }));
		case 'covered':
			return only(isMe ? words.t(($) => $.reply.event.coveredYou) : words.t(($) => $.reply.event.covered, { who }));
	}
}

function plannedStep(step: Extract<Step, { kind: 'planned' }>, staff: StaffContext): Said {
	const who = staff.whom([step.person_id]);
	const when = step.starts_at && sayWhen(step.starts_at, staff.clock);
	return only(
		when
			? staff.words.t(($) => $.reply.event.plannedFor, { who, when })
			: staff.words.t(($) => $.reply.event.planned, { who })
	);
}

function answeredStep(step: Extract<Step, { kind: 'answered' }>, staff: StaffContext): Said {
	const { words } = staff;
	const answer = words.t(($) => $.kit.answer[step.answer]);
	const more = answerLines(step, words, staff.clock).map(({ label, text }) =>
		words.t(($) => $.reply.event.line, { label, text })
	);
	return { what: words.t(($) => $.reply.event.answered, { who: staff.whom([step.person_id]), answer }), more };
}

/** With whom it was shared, why, and what the child knows of it: nobody may tell by accident. */
function raisedStep(step: Extract<Step, { kind: 'raised' }>, name: string, staff: StaffContext): Said {
	const { words } = staff;
	const whom = staff.names(step.with_ids);
	const what = words.t(($) => $.reply.event.raised, { who: staff.whom([step.person_id]), whom });
	const told = step.told_child ? words.t(($) => $.reply.event.raisedTold, { name }) : null;
	const seen = told ?? words.t(($) => $.reply.event.raisedShown, { name });
	return { what, more: [step.because, step.hidden ? words.t(($) => $.reply.event.raisedHidden, { name }) : seen] };
}

function changedStep(step: Extract<Step, { kind: 'changed' }>, child: string, { words }: StaffContext): Said {
	if (!step.words) return only(words.t(($) => $.reply.event.changedNoWords, { name: child }));
	return { what: words.t(($) => $.reply.event.changed, { name: child }), more: [step.words] };
}
