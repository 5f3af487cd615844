import type advocate from './locales/en/advocate.json';
import type common from './locales/en/common.json';
import type contacts from './locales/en/contacts.json';
import type faces from './locales/en/faces.json';
import type guide from './locales/en/guide.json';
import type help from './locales/en/help.json';
import type kit from './locales/en/kit.json';
import type problems from './locales/en/problems.json';
import type safety from './locales/en/safety.json';
import type symbols from './locales/en/symbols.json';

/** Every page of words, typed from the English. A new page: one line above, one below, one in areas.ts. */
export interface Messages {
	advocate: typeof advocate;
	common: typeof common;
	contacts: typeof contacts;
	faces: typeof faces;
	guide: typeof guide;
	help: typeof help;
	kit: typeof kit;
	problems: typeof problems;
	safety: typeof safety;
	symbols: typeof symbols;
}

declare module 'i18next' {
	interface CustomTypeOptions {
		enableSelector: true;
		defaultNS: 'words';
		resources: { words: Messages };
	}
}
