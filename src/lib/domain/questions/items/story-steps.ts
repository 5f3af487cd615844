import { pickedOf } from '../../reading/facts.ts';
import { compare, HOUR, instant } from '../../time/instants.ts';
import { isHereAndAtWork, personOf } from '../../me.ts';
import { canRead } from './item-readers.ts';
import { story, type Step as Told } from './story.ts';
import type { Id, Item, Time } from '../../item.ts';
import type { View } from '../../view.ts';

/** Why something went on: nobody opened it, nobody answered, those who were picked are not there; or the device cannot know. */
type Why = 'unread' | 'late' | 'gone' | 'next';
type ToOne = Extract<Told, { kind: 'moved' | 'will_move' }>;
/** Who came next at the same moment, and reads as much of it, is told in one sentence. */
interface Moved {
	kind: 'moved' | 'will_move';
	id: string;
	at: Time;
	ids: Id[];
	words: boolean;
	why: Why;
}

type Happened = Exclude<Told, ToOne>;
/** A knot on the string. */
export type Step = Moved | (Happened & { id: string });

/** Somebody who covers tells nothing new where they read it anyway; where they get no words, the child is asked instead. */
const isNoNews = (item: Item, step: Told): boolean =>
	step.kind === 'covered' && (!step.words || pickedOf(item).includes(step.person_id));

const isMove = (step: Told): step is ToOne => step.kind === 'moved' || step.kind === 'will_move';

/** Everything that happened since it was sent, in order, and then only the next of what is to come. */
export function stepsOf(view: View, item: Item, now: Time): Step[] {
	const told = story(view, item, now);
	const happened = told.filter((step): step is Happened => !isMove(step) && !isNoNews(item, step));
	const moves = movesOf(view, item, told.filter(isMove));
	const known = canRead(item, now); // who reads it already comes next for nobody
	const isNews = ({ kind, ids }: Moved) => kind === 'will_move' && !ids.every((id) => known.includes(id));
	const coming = item.closed_at === null ? moves.filter(isNews) : [];
	const next = coming.filter(({ at }) => at === coming[0]?.at);
	const rest = happened.map((step) => ({
		...step,
		id: 'id' in step ? step.id : `${step.kind} ${personIn(step)} ${step.at}`
	}));
	const done = [...rest, ...moves.filter(({ kind }) => kind === 'moved')];
	return [...done.sort((a, b) => compare([instant(a.at)], [instant(b.at)])), ...next];
}

const personIn = (step: Happened): Id => ('person_id' in step ? step.person_id : '');

function movesOf(view: View, item: Item, steps: ToOne[]): Moved[] {
	const moves = new Map<string, Moved>();
	for (const { kind, at, person_id, words: ownWords } of steps) {
		const words = ownWords || canRead(item, at).includes(person_id);
		const id = `moved ${at} ${words}`;
		const ids = [...(moves.get(id)?.ids ?? []), person_id];
		moves.set(id, { kind, id, at, ids, words, why: whyAt(view, item, at) });
	}
	return [...moves.values()];
}

/** Whichever came first. */
function whyAt(view: View, item: Item, at: Time): Why {
	const waited = (instant(at) - instant(item.asked_at)) / HOUR;
	const wasOpen = item.opened_at !== null && instant(item.opened_at) <= instant(at);
	if (waited >= (item.answer_hours ?? Infinity)) return 'late';
	if (!wasOpen && waited >= (item.unread_hours ?? Infinity)) return 'unread';
	const picked = pickedOf(item).map((id) => personOf(view, id));
	return picked.some((person) => person && isHereAndAtWork(person)) ? 'next' : 'gone';
}

/** That it went on to somebody, which the child is told wherever it stands, until somebody has opened it since. */
export function lateMove(view: View, item: Item, now: Time): Moved | null {
	const steps = stepsOf(view, item, now).filter(({ kind }) => kind === 'moved' || kind === 'opened');
	const last = item.closed_at === null ? steps.at(-1) : undefined;
	return last?.kind === 'moved' ? last : null;
}
