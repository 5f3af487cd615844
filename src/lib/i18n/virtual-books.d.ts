declare module 'virtual:books' {
	type Page = { [key: string]: string | Page };
	/** By language and group: see `books.ts`. */
	const books: Record<string, Record<string, () => Promise<{ default: Record<string, Page> }>>>;
	export default books;
}
