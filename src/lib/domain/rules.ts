import type { CallName } from './calls.ts';
import { ASKING } from './rules/asking.ts';
import { AWAY } from './rules/away.ts';
import { CARDS } from './rules/cards.ts';
import { DEVICES } from './rules/devices.ts';
import { GIVING } from './rules/giving.ts';
import { HEARING } from './rules/hearing.ts';
import { HOME } from './rules/home.ts';
import { KEY_WORKERS } from './rules/key-workers.ts';
import { OUR_TIME } from './rules/our-time.ts';
import { PEOPLE } from './rules/people.ts';
import { PROMISES } from './rules/promises.ts';
import type { Rules } from './rules/rule.ts';
import { SAYING } from './rules/saying.ts';
import { SECTIONS } from './rules/sections.ts';
import { THEIR_SAY } from './rules/their-say.ts';
import { UNCLEAR } from './rules/unclear.ts';

/** Every call that there is, with its rule. */
export const RULES: Rules<CallName> = {
	...SAYING,
	...ASKING,
	...GIVING,
	...HEARING,
	...OUR_TIME,
	...THEIR_SAY,
	...PROMISES,
	...CARDS,
	...AWAY,
	...PEOPLE,
	...KEY_WORKERS,
	...DEVICES,
	...HOME,
	...SECTIONS,
	...UNCLEAR
};
