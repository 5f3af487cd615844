import type { Leaf } from '../../../content/tree.ts';

/** Something that a child may talk about, or mark: under which name it is kept, and what it is called. */
export interface Place {
	page: string;
	title: string;
}

/** A page of the built-in guide, and those of its parts that may be marked by themselves. None: it never is. */
export function placesIn({ name, title, talk, parts }: Leaf): Place[] {
	if (!talk) return [];
	const named = parts
		.filter(({ id }) => talk.includes(id))
		.map((part) => ({ page: `${name}#${part.id}`, title: part.title }));
	return [{ page: name, title }, ...named];
}
