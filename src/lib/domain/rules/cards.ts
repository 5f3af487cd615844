import { may } from '../abilities.ts';
import { isText } from '../checks/kinds.ts';
import { LIMITS } from '../vocabulary/limits.ts';
import { compare } from '../time/instants.ts';
import { myRole } from '../me.ts';
import { nameProblem, shownName } from '../text/names.ts';
import type { Card } from '../view.ts';
import { lengthAsJson, lengthOf } from '../text/words.ts';
import { isNameTaken } from './people.ts';
import { RECORDING } from '../recordings.ts';
import { firstOf, withChanged, type Rules } from './rule.ts';
import { isHash, isSymbol } from './new-items.ts';

const MOST_THINGS = 3;
const MOST_THINGS_AS_JSON = 2000;
const PICTURE = { least: 12, most: 61_440 };
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const JPEG = '\xff\xd8\xff';
const PNG = '\x89PNG\r\n\x1a\n';

/** How people show themselves: a card, pictures, a name and a face. */
export const CARDS: Rules<'save_card' | 'put_picture' | 'set_my_face'> = {
	save_card: {
		check: (view, { job, things, reach, here, picture }) =>
			firstOf(
				[!isHash(picture), 'no_such_picture'],
				[!may(view, 'listen'), 'not_yours'],
				[things.length > MOST_THINGS || lengthAsJson(things) > MOST_THINGS_AS_JSON, 'bad_things'],
				[lengthOf(here) > LIMITS.line, 'here_too_long'],
				[lengthOf(job) > LIMITS.line, 'job_too_long'],
				[lengthOf(reach) > LIMITS.line, 'reach_too_long']
			),
		apply: (view, { args: { job, things, reach, here, picture }, at }) => {
			const card: Card = { person_id: view.me, job, things, reach, here, picture, at };
			const cards = [...view.cards.filter(({ person_id }) => person_id !== view.me), card];
			return { ...view, cards: cards.sort((a, b) => compare([a.person_id], [b.person_id])) };
		}
	},
	put_picture: {
		check: (_view, { hash, data }) => {
			if (!BASE64.test(data)) return 'bad_value';
			const bytes = atob(data);
			return firstOf(
				[!isHash(hash), 'bad_picture'],
				[!isPicture(bytes) && !isSound(bytes), 'not_a_picture'],
				[bytes.length < PICTURE.least || (!isSound(bytes) && bytes.length > PICTURE.most), 'picture_too_big'],
				[bytes.length > RECORDING.bytes, 'recording_too_big']
			);
		},
		apply: (view) => view // a picture travels apart from the view
	},
	set_my_face: {
		check: (view, { name, picture, pronouns }) =>
			firstOf(
				[nameProblem(name) === 'bad_name', 'bad_name'],
				[!isSymbol(picture), 'bad_picture'],
				[nameProblem(name) !== null, nameProblem(name) ?? 'bad_name'],
				[lengthOf(shownName(pronouns ?? '')) > LIMITS.pronouns, 'pronouns_too_long'],
				[isNameTaken(view, myRole(view), name, view.me), 'name_taken']
			),
		apply: (view, { args: { pronouns, ...face } }) => ({
			...view,
			people: withChanged(view.people, view.me, () => ({
				...{ ...face, name: shownName(face.name) },
				...(isText(pronouns) && { pronouns: shownName(pronouns) }) // none: this device knows none yet
			}))
		})
	}
};

/** By its first bytes, as a browser records: WebM, Ogg, MP4. */
const isSound = (bytes: string): boolean =>
	bytes.startsWith('\x1aE\xdf\xa3') || bytes.startsWith('OggS') || bytes.startsWith('ftyp', 4);

/** By its first bytes. */
function isPicture(bytes: string): boolean {
	const isWebp = bytes.startsWith('RIFF') && bytes.startsWith('WEBP', 8);
	return bytes.startsWith(JPEG) || bytes.startsWith(PNG) || isWebp;
}
