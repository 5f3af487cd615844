import type ask from './locales/en/ask.json';
import type away from './locales/en/away.json';
import type card from './locales/en/card.json';
import type children from './locales/en/children.json';
import type codes from './locales/en/codes.json';
import type common from './locales/en/common.json';
import type contacts from './locales/en/contacts.json';
import type devices from './locales/en/devices.json';
import type door from './locales/en/door.json';
import type faces from './locales/en/faces.json';
import type guide from './locales/en/guide.json';
import type help from './locales/en/help.json';
import type here from './locales/en/here.json';
import type homeguide from './locales/en/homeguide.json';
import type join from './locales/en/join.json';
import type keyworkers from './locales/en/keyworkers.json';
import type kit from './locales/en/kit.json';
import type list from './locales/en/list.json';
import type lock from './locales/en/lock.json';
import type look from './locales/en/look.json';
import type meet from './locales/en/meet.json';
import type mycard from './locales/en/mycard.json';
import type notices from './locales/en/notices.json';
import type people from './locales/en/people.json';
import type plan from './locales/en/plan.json';
import type privacy from './locales/en/privacy.json';
import type problems from './locales/en/problems.json';
import type record from './locales/en/record.json';
import type reply from './locales/en/reply.json';
import type safety from './locales/en/safety.json';
import type sections from './locales/en/sections.json';
import type settings from './locales/en/settings.json';
import type shared from './locales/en/shared.json';
import type signin from './locales/en/signin.json';
import type staff from './locales/en/staff.json';
import type story from './locales/en/story.json';
import type symbols from './locales/en/symbols.json';
import type time from './locales/en/time.json';
import type today from './locales/en/today.json';
import type told from './locales/en/told.json';
import type unclear from './locales/en/unclear.json';
import type waiting from './locales/en/waiting.json';
import type worried from './locales/en/worried.json';

/** Every page of words, typed from the English. A new page: one line above, one below, one in areas.ts. */
export interface Messages {
	ask: typeof ask;
	away: typeof away;
	card: typeof card;
	children: typeof children;
	codes: typeof codes;
	common: typeof common;
	contacts: typeof contacts;
	devices: typeof devices;
	door: typeof door;
	faces: typeof faces;
	guide: typeof guide;
	help: typeof help;
	here: typeof here;
	homeguide: typeof homeguide;
	join: typeof join;
	keyworkers: typeof keyworkers;
	kit: typeof kit;
	list: typeof list;
	lock: typeof lock;
	look: typeof look;
	meet: typeof meet;
	mycard: typeof mycard;
	notices: typeof notices;
	people: typeof people;
	plan: typeof plan;
	privacy: typeof privacy;
	problems: typeof problems;
	record: typeof record;
	reply: typeof reply;
	safety: typeof safety;
	sections: typeof sections;
	settings: typeof settings;
	shared: typeof shared;
	signin: typeof signin;
	staff: typeof staff;
	story: typeof story;
	symbols: typeof symbols;
	time: typeof time;
	today: typeof today;
	told: typeof told;
	unclear: typeof unclear;
	waiting: typeof waiting;
	worried: typeof worried;
}

declare module 'i18next' {
	interface CustomTypeOptions {
		enableSelector: true;
		defaultNS: 'words';
		resources: { words: Messages };
	}
}
