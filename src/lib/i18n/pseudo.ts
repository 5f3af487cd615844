type Page = { [key: string]: string | Page };

const LETTERS: Record<string, string> = {
	a: 'á',
	e: 'ë',
	i: 'î',
	o: 'õ',
	u: 'ü',
	A: 'Å',
	E: 'É',
	I: 'Ï',
	O: 'Ø',
	U: 'Û'
};

/** English, 40 % longer and with marks on its letters, so that a layout which breaks breaks here first. */
export function pseudo(page: Page): Page {
	return Object.fromEntries(
		Object.entries(page).map(([key, value]) => [key, typeof value === 'string' ? stretch(value) : pseudo(value)])
	);
}

function stretch(text: string): string {
	const marked = text.replace(/{{.*?}}|[aeiou]/gi, (found) => LETTERS[found] ?? found);
	return `${marked} ${'~'.repeat(Math.ceil(text.length * 0.4))}`;
}
