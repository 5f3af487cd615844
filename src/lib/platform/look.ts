/** How the screen looks on this device while no drawer is open. Nothing of a person. `static/first.js` wears it before paint. */
export interface Look {
	lang?: string;
	theme?: 'night' | 'contrast';
	text?: 'large' | 'largest';
	motion?: 'on';
}
const KEY = 'sayso.look';

/** What was kept on this device, or nothing. A broken note is as good as none. */
export function keptLook(): Look {
	try {
		return cleanLook(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
	} catch {
		return {};
	}
}

/** Keeps it for the door and the public pages. A device that refuses to store anything still works. */
export function keepLook(look: Look): void {
	try {
		localStorage.setItem(KEY, JSON.stringify(look));
	} catch {
		// nothing: the look is back to normal next time
	}
}

/** Puts it on the page. */
export function wearLook({ theme, text, motion }: Look): void {
	wear('theme', theme);
	wear('text', text);
	wear('motion', motion);
}

/** Says which language the page is in, and which way it runs. */
export function wearLanguage(lang: string, dir: 'ltr' | 'rtl'): void {
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
	const { lang, theme, text, motion }: Record<string, unknown> = { ...Object(found) };
	return {
		...(typeof lang === 'string' && { lang }),
		...((theme === 'night' || theme === 'contrast') && { theme }),
		...((text === 'large' || text === 'largest') && { text }),
		...(motion === 'on' && { motion })
	};
}
