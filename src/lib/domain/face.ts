/** What each person says of themselves. */
export interface Face {
	name: string; // "name to call me"
	picture: string | null; // a symbol that the person picked for a face, for instance 'bird'
	pronouns?: string; // none: nothing was said, or this was kept before they were asked
}

/** Before they said anything. */
export const BLANK_FACE: Face = { name: '', picture: null, pronouns: '' };
