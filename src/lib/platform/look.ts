/** How the screen looks on this device while no drawer is open. Nothing of a person. `static/first.js` wears it before paint. */
export interface Look {
	lang?: string;
	theme?: 'night' | 'contrast';
	text?: 'large' | 'largest';
	motion?: 'on';
	/** The first tap says what a thing is, the second does it. */
	hear?: 'first';
	/** Whose guide somebody chose, as it stands in an address. England's, where nobody did. */
	nation?: string;
}
const KEY = 'sayso.look';
const NATION = /^(wales|scotland|northern-ireland)$/;

/** What was kept on this device, or nothing. A broken note is as good as none. */
export function storedLook(): Look {
	try {
		return cleanLook(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
	} catch {
		return {};
	}
}

/** Keeps it for the door and the public pages. A device that refuses to store anything still works. */
export function storeLook(look: Look): void {
	try {
		localStorage.setItem(KEY, JSON.stringify(look));
	} catch {
		// nothing: the look is back to normal next time
	}
}

/** Puts it on the page. */
export function applyLook({ theme, text, motion }: Look): void {
	wear('theme', theme);
	wear('text', text);
	wear('motion', motion);
}

/** Says which language the page is in, and which way it runs. */
export function applyLanguage(lang: string, dir: 'ltr' | 'rtl'): void {
	document.documentElement.lang = lang;
	document.documentElement.dir = dir;
	delete document.documentElement.dataset['words']; // they are here: `static/first.js` hid those of another language
}

function wear(what: 'theme' | 'text' | 'motion', how: string | undefined): void {
	if (how) document.documentElement.setAttribute(`data-${what}`, how);
	else document.documentElement.removeAttribute(`data-${what}`);
}

/** What of it is a look. */
export function cleanLook(found: unknown): Look {
	const { lang, theme, text, motion, hear, nation }: Record<string, unknown> = { ...Object(found) };
	return {
		...(typeof lang === 'string' && { lang }),
		...((theme === 'night' || theme === 'contrast') && { theme }),
		...((text === 'large' || text === 'largest') && { text }),
		...(motion === 'on' && { motion }),
		...(hear === 'first' && { hear }),
		...(typeof nation === 'string' && NATION.test(nation) && { nation })
	};
}
