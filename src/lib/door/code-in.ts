/** The code in what was typed, scanned or came with the address: it stands behind a # there. */
export function codeIn(text: string): string {
	const mark = text.lastIndexOf('#');
	return mark < 0 ? text : decoded(text.slice(mark + 1));
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
