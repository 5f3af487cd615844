import { ABOUT_PARTS, type AboutMe, type Told } from '../vocabulary/about-me.ts';
import { AREAS, MARKS, TAKES_PART, type Meeting, type Part } from '../vocabulary/meeting.ts';
import { isText, listOf, oneOf, orNull, textOrNone, withFields, type Fields, type Is } from './kinds.ts';

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

const told: Fields<Told> = { part: oneOf(...ABOUT_PARTS), symbol: textOrNone, words: isText };
const aboutMe: Fields<AboutMe> = { parts: listOf(withFields(told)) };

/** What a child tells of themselves that can be drawn, also when it is only begun. */
export const isBegunAboutMe = withFields(aboutMe);

/** Of any other item, none; and what an older app kept says nothing of it. */
export const aboutMeIfAny: Is = (value) => value === undefined || value === null || isBegunAboutMe(value);
