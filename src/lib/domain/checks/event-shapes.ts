import { AIMS, DAY_PARTS, ENDINGS, HOWS, type SessionEventKind } from '../vocabulary/sessions.ts';
import { ANSWERS, HELPED, type ItemEventKind } from '../vocabulary/items.ts';
import {
	dayOrNone,
	ifKept,
	isBoolean,
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
	type Is
} from './kinds.ts';
import type { ItemEvent } from '../item.ts';
import type { SessionEvent } from '../view.ts';

/** What each event of an item or a session must be, so that it can be drawn. */

const [id, ids] = [isName, names];
const helped = oneOf(...HELPED);
const how = oneOf(...HOWS);
const part = oneOf(null, ...DAY_PARTS);

const event = (kinds: Readonly<Record<string, Readonly<Record<string, Is>>>>): Is => {
	const byKind = new Map(Object.entries(kinds).map(([kind, fields]) => [kind, withFields(fields)]));
	const isOne = withFields({ id, person_id: id, at: isTimeText });
	return (value) => isOne(value) && isObject(value) && byKind.get(String(value['kind']))?.(value) === true;
};

const kind = isText;
const ITEM_FIELDS: Record<ItemEvent['kind'] | ItemEventKind, Readonly<Record<string, Is>>> = {
	...{ opened: { kind }, unplanned: { kind }, taken_back: { kind }, disowned: { kind } },
	planned: { kind, session_id: id },
	answered: {
		...{ kind, answer: oneOf(...ANSWERS), because: isText, will_happen: textOrNone },
		...{ by_day: dayOrNone, asked_whom: textOrNone, asked_on: dayOrNone }
	},
	helped: { kind, helped },
	reopened: { kind, words: textOrNone },
	changed: { kind, words: isText, symbol: textOrNone },
	handled: { kind, by_day: isDayText },
	let_in: { kind, whom: id },
	given: { kind, whom: id },
	taken_from: { kind, whom: id },
	raised: { kind, with_ids: ids, because: isText, told_child: isBoolean, hidden: isBoolean }
};
const HOW = { kind, how, symbol: ifKept(textOrNone), words: ifKept(textOrNone) };
const PLAN = {
	...{ kind, starts_at: isTimeText, place: isText, how, purpose: isText },
	...{ aims: ifKept(orNull(listOf(oneOf(...AIMS)))), unplanned: ifKept(isBoolean) }
};
const SESSION_FIELDS: Record<SessionEvent['kind'] | SessionEventKind, Readonly<Record<string, Is>>> = {
	...{ planned: PLAN, changed: PLAN, cancelled: { kind, because: isText }, how_picked: HOW },
	...{ other_time_asked: { kind, words: isText, day: ifKept(dayOrNone), part: ifKept(part) }, not_today: { kind } },
	recorded: { kind, talked: isText, came: isText, went: isText, good: isText },
	tapped: { kind, mine: helped, ended: oneOf(...ENDINGS), words: ifKept(textOrNone) }
};

export const isItemEvent = event(ITEM_FIELDS);
export const isSessionEvent = event(SESSION_FIELDS);
