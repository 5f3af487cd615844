import { SESSION_STATES } from '../vocabulary/sessions.ts';
import { NATIONS, PLACES } from '../vocabulary/home.ts';
import { ROLES } from '../vocabulary/roles.ts';
import { LINE_KINDS } from '../vocabulary/sections.ts';
import { DOUBTS, ITEM_KINDS, WHYS } from '../vocabulary/items.ts';
import {
	ifKept,
	isBoolean,
	isCount,
	isDayText,
	isName,
	isObject,
	isText,
	isTimeText,
	listOf,
	names,
	oneOf,
	orNull,
	textOrNone,
	withFields,
	type Fields,
	type Is
} from './kinds.ts';
import { aboutMeIfAny, meetingIfAny } from './meeting-shape.ts';
import { isItemEvent, isSessionEvent } from './event-shapes.ts';
import type {
	Agreement,
	Away,
	Card,
	Home,
	KeyWorker,
	Line,
	Person,
	Pledge,
	Section,
	Session,
	Oversight,
	View
} from '../view.ts';
import type { Device, Invite, Stop } from '../device.ts';
import type { Face } from '../face.ts';
import type { HandoverLine, OpenThing } from '../house.ts';
import type { Item, Reader, Waiting } from '../item.ts';
import type { Tablet } from '../tablet.ts';

/** What each row of a view must be, so that it can be drawn. Every field of `view.ts` stands here: the types see to it. */

const [id, ids] = [isName, names];
const idOrNone = orNull(id);
const timeOrNone = orNull(isTimeText);
const countOrNone = orNull(isCount);
const doubt = orNull(oneOf(...DOUBTS));

const row = <T>(fields: Fields<T>): Is => withFields(fields);
/** What somebody says of themselves. */
export const FACE: Fields<Face> = { name: isText, picture: textOrNone, pronouns: ifKept(isText) };
const reader = row<Reader>({
	...{ person_id: id, why: oneOf(...WHYS), words: isBoolean },
	...{ from_at: isTimeText, until: timeOrNone }
});
const thing = row<Card['things'][number]>({ words: isText, symbol: textOrNone });
const line = row<Line>({ kind: oneOf(...LINE_KINDS), words: isText, symbol: textOrNone, number: textOrNone });
const section = row<Section>({
	...{ id, section: isText, lines: listOf(line), review_by: isDayText, author_id: id, at: isTimeText },
	...{ approved_by: idOrNone, in_force: isBoolean }
});

type GuideSection = Pick<Section, 'section' | 'lines' | 'at'>;
const guideSection = row<GuideSection>({ section: isText, lines: listOf(line), at: isTimeText });

/** A section as a home's tablet gets it. */
export const isGuideSection = (value: unknown): value is GuideSection => guideSection(value);

/** Rows inside a row: one that cannot be drawn takes only itself. */
type Within = readonly [field: string, is: Is];

export interface Shape {
	is: Is;
	within?: Within;
}

type Lists = {
	[K in keyof View as K extends 'aside' ? never : NonNullable<View[K]> extends readonly unknown[] ? K : never]-?: Shape;
};

/** The rows of each list. Who may read an item is a truth that is whole or nothing: one bad reader takes the item with it. */
export const LISTS: Lists = {
	people: {
		is: row<Person>({
			...{ ...FACE, id, role: oneOf(...ROLES) },
			...{ joined: isBoolean, reached_by: ids, at_work: isBoolean, left_at: timeOrNone }
		})
	},
	key_workers: {
		is: row<KeyWorker>({
			...{ id, child_id: id, worker_id: id, place: oneOf(...PLACES), from_at: isTimeText, until: timeOrNone },
			because: textOrNone
		})
	},
	away: {
		is: row<Away>({ id, worker_id: id, cover_id: idOrNone, from_at: isTimeText, until: isTimeText, refused_by: ids })
	},
	cards: {
		is: row<Card>({
			...{ person_id: id, job: isText, things: Array.isArray, reach: isText, here: isText },
			...{ picture: textOrNone, at: isTimeText }
		}),
		within: ['things', thing]
	},
	items: {
		is: row<Item>({
			...{ id, kind: oneOf(...ITEM_KINDS), child_id: id, author_id: id },
			...{ symbol: textOrNone, words: isText, picture: textOrNone, about_id: idOrNone, may_move: isBoolean },
			...{ meeting: meetingIfAny, about_me: aboutMeIfAny, recording: ifKept(textOrNone) },
			...{ unread_hours: countOrNone, answer_hours: countOrNone, place: countOrNone, planned_in: idOrNone },
			...{ sent_at: isTimeText, asked_at: isTimeText, opened_at: timeOrNone, answered_at: timeOrNone },
			...{ taken_back_at: timeOrNone, closed_at: timeOrNone, picked: orNull(ids), left_out: orNull(ids) },
			as_key_worker: ifKept(orNull(ids)),
			...{ shown: orNull(ids), readers: listOf(reader), events: Array.isArray, doubt, elsewhere: isBoolean }
		}),
		within: ['events', isItemEvent]
	},
	oversight: {
		is: row<Oversight>({
			...{ id, at: isTimeText, child_id: id, person_id: id, with_ids: ids, hidden: isBoolean, because: isText }
		})
	},
	waiting: { is: row<Waiting>({ child_id: id, asked_at: isTimeText }) },
	house: {
		is: row<OpenThing>({
			...{ child_id: id, asked_at: isTimeText, unread_by: timeOrNone, answer_by: isTimeText },
			...{ with_ids: ids, stays: isBoolean }
		})
	},
	handover: {
		is: row<HandoverLine>({
			...{ child_id: id, came_at: isTimeText, since: timeOrNone, late_from: timeOrNone, with_ids: ids },
			...{ last_at: timeOrNone, next_at: timeOrNone, next_with: idOrNone },
			promises: listOf(row<HandoverLine['promises'][number]>({ owner_id: id, due: isDayText }))
		})
	},
	sessions: {
		is: row<Session>({
			...{ id, child_id: id, with_id: id, starts_at: isTimeText, state: oneOf(...SESSION_STATES) },
			events: Array.isArray
		}),
		within: ['events', isSessionEvent]
	},
	promises: {
		is: row<Pledge>({
			...{ id, child_id: id, session_id: idOrNone, owner_id: id, made_by: id, words: isText, due: isDayText },
			...{ made_at: isTimeText, ended_at: timeOrNone, kept: orNull(isBoolean), because: textOrNone }
		})
	},
	agreements: {
		is: row<Agreement>({
			...{ id, child_id: id, made_by: id, made_at: isTimeText, how_often: isText, where_we_meet: isText },
			...{ how_to_stop: isText, notes_kept: isText },
			agreed: listOf(row<Agreement['agreed'][number]>({ person_id: id, at: isTimeText }))
		})
	},
	sections: { is: section },
	unclear: { is: withFields({ page: isText, marks: isCount }) },
	devices: {
		is: row<Device>({
			...{ id, person_id: id, device: isText, made_at: isTimeText, invited_by: idOrNone, approved_at: timeOrNone },
			...{ approved_by: ids, cut_off_at: timeOrNone, disowned_at: timeOrNone, own: isBoolean, reached_by: ids },
			stop: orNull(row<Stop>({ by: id, at: isTimeText, contested_at: timeOrNone }))
		})
	},
	invites: {
		is: row<Invite>({
			...{ id, person_id: id, device: isText, made_by: idOrNone, made_at: isTimeText, expires_at: isTimeText },
			...{ used_at: timeOrNone, ended_at: timeOrNone }
		})
	},
	tablets: {
		is: row<Tablet>({
			...{ id, device: isText, made_by: id, made_at: isTimeText, expires_at: isTimeText, used_at: timeOrNone },
			cut_off_at: timeOrNone
		})
	}
};

/** Without these nothing can be shown at all. */
export const isHome = row<Home>({
	...{ id, name: isText, nation: oneOf(...NATIONS), time_zone: isText },
	...{
		labels: isObject,
		rhythm_days: countOrNone,
		unread_hours: isCount,
		answer_hours: isCount,
		complaint_hours: isCount,
		reading_days: isCount,
		recordings: ifKept(isBoolean),
		demo: isBoolean
	}
});

export const isItem = (value: unknown): value is Item => LISTS.items.is(value);
