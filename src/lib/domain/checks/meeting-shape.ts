import { AREAS, MARKS, TAKES_PART, type Meeting, type Part } from '../vocabulary/meeting.ts';
import { isText, listOf, oneOf, orNull, withFields, type Fields, type Is } from './kinds.ts';

const part: Fields<Part> = { area: oneOf(...AREAS), marks: listOf(oneOf(...MARKS)), words: isText };
const meeting: Fields<Meeting> = {
	parts: listOf(withFields(part)),
	there: listOf(isText),
	not_there: listOf(isText),
	how: orNull(oneOf(...TAKES_PART))
};

/** A page for a review that can be drawn, also one that is only begun. */
export const isBegunMeeting = withFields(meeting);

/** Of an item that is no such page, none; and what an older app kept says nothing of it. */
export const meetingIfAny: Is = (value) => value === undefined || value === null || isBegunMeeting(value);
