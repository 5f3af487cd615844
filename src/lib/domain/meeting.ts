import { LIMITS } from './vocabulary/limits.ts';
import { AREAS, type Area, type Mark, type Meeting, type Part } from './vocabulary/meeting.ts';
import { isBlank, lengthOf, tidy } from './text/words.ts';

export const emptyMeeting = (): Meeting => ({ parts: [], there: [], not_there: [], how: null });

/** Nothing was filled in. */
export const isEmptyMeeting = ({ parts, there, not_there, how }: Meeting): boolean =>
	parts.every(isEmptyPart) && there.length === 0 && not_there.length === 0 && how === null;

/** What was said of one part of a life, if anything was. */
export const partOf = ({ parts }: Meeting, area: Area): Part =>
	parts.find((one) => one.area === area) ?? { area, marks: [], words: '' };

/** The same with something else said of that part. */
export function withPart(meeting: Meeting, area: Area, change: Partial<Omit<Part, 'area'>>): Meeting {
	const part = { ...partOf(meeting, area), ...change };
	const parts = AREAS.map((one) => (one === area ? part : partOf(meeting, one)));
	return { ...meeting, parts: parts.filter((one) => !isEmptyPart(one)) };
}

/** A mark is put there, or taken away. */
export function withMark(meeting: Meeting, area: Area, mark: Mark): Meeting {
	const { marks } = partOf(meeting, area);
	const others = marks.filter((one) => one !== mark);
	return withPart(meeting, area, { marks: others.length < marks.length ? others : [...marks, mark] });
}

/** Where somebody is, as the child wants it: at the meeting, not at it, or the child has not said. */
export type Seat = 'there' | 'not_there' | null;

export function seatOf({ there, not_there }: Meeting, name: string): Seat {
	if (there.includes(name)) return 'there';
	return not_there.includes(name) ? 'not_there' : null;
}

/** Somebody sits there, or is not to; whoever sits nowhere stands on no page. */
export function withSeat(meeting: Meeting, name: string, seat: Seat): Meeting {
	const without = (names: string[]) => names.filter((one) => one !== name);
	const there = without(meeting.there);
	const not_there = without(meeting.not_there);
	return {
		...meeting,
		there: seat === 'there' ? [...there, name] : there,
		not_there: seat === 'not_there' ? [...not_there, name] : not_there
	};
}

/** Whether one more name has room where it is wanted. */
export const isFull = (meeting: Meeting, seat: 'there' | 'not_there'): boolean => meeting[seat].length >= LIMITS.names;

/** The parts that say too much, so that the child can be led to the first. */
export const tooLong = ({ parts }: Meeting): Area[] =>
	parts.filter(({ words }) => lengthOf(words) > LIMITS.part).map(({ area }) => area);

/** What the child said nothing about. */
export const leftEmpty = (meeting: Meeting): Area[] => AREAS.filter((area) => isEmptyPart(partOf(meeting, area)));

/** As it is sent: nothing at the ends of words, and no part that says nothing. */
export const tidyMeeting = (meeting: Meeting): Meeting => ({
	...meeting,
	parts: meeting.parts.map((part) => ({ ...part, words: tidy(part.words) })).filter((part) => !isEmptyPart(part))
});

function isEmptyPart({ marks, words }: Part): boolean {
	return marks.length === 0 && isBlank(words);
}
