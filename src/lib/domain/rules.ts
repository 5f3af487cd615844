import type { CallName } from './calls.ts';
import { OWN_ITEMS } from './rules/own-items.ts';
import { ABSENCES } from './rules/absences.ts';
import { CARDS } from './rules/cards.ts';
import { DEVICES } from './rules/devices.ts';
import { CHANGE_READERS } from './rules/change-readers.ts';
import { ANSWERING } from './rules/answering.ts';
import { HOME_SETTINGS } from './rules/home-settings.ts';
import { KEY_WORKERS } from './rules/key-workers.ts';
import { SESSIONS } from './rules/sessions.ts';
import { PEOPLE } from './rules/people.ts';
import { PROMISES } from './rules/promises.ts';
import type { Rules } from './rules/rule.ts';
import { NEW_ITEMS } from './rules/new-items.ts';
import { SECTIONS } from './rules/sections.ts';
import { SESSION_REPLIES } from './rules/session-replies.ts';
import { UNCLEAR_PAGES } from './rules/unclear-pages.ts';

/** Every call that there is, with its rule. */
export const RULES: Rules<CallName> = {
	...NEW_ITEMS,
	...OWN_ITEMS,
	...CHANGE_READERS,
	...ANSWERING,
	...SESSIONS,
	...SESSION_REPLIES,
	...PROMISES,
	...CARDS,
	...ABSENCES,
	...PEOPLE,
	...KEY_WORKERS,
	...DEVICES,
	...HOME_SETTINGS,
	...SECTIONS,
	...UNCLEAR_PAGES
};
