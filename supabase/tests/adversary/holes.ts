import type { TestDatabase } from '../engines.ts';
import { changed, type Change } from '../mutants/by-hand.ts';
import { oneHistory } from './history.ts';

/** A hole that there was: what was mended, taken out again, and what a history must then find. */
interface Hole {
	/** The first that found it, when the turns were as they are: where to begin. */
	seed: number;
	what: string;
	finds: RegExp;
	changes: Change[];
}

// A sign-in that nobody vouched for is a worker's all the same: it does what a worker does.
const ANY_SIGN_IN: Change[] = [
	[
		'function private.update_standing',
		'own = l.disowned_at is null and (l.whole or (p.role',
		'own = l.disowned_at is null and (true or (p.role'
	]
];
const ANY_YES: Change = [
	'function private.approve_device',
	`perform private.refuse('approval_does_not_count')`,
	'null'
];

export const HOLES: Hole[] = [
	{
		seed: 1,
		what: 'a sign-in is taken for its person, whoever made its code',
		finds: /is taken for its person|speaks/,
		changes: ANY_SIGN_IN
	},
	{
		seed: 116,
		what: 'two false workers vouch for a false child',
		finds: /reads: .* as another child/,
		changes: [
			...ANY_SIGN_IN,
			ANY_YES,
			['function private.update_standing', 'and g.by_person <> a and a <> all (g.reached_by)', 'and g.by_person <> a']
		]
	},
	{
		seed: 14,
		what: 'a device that nobody vouched for decides for the child',
		finds: /decides/,
		changes: [
			['function private.why_not', 'when not me.own and call in', 'when false and call in'],
			['function private.is_own', 'select own from', 'select true from']
		]
	},
	{
		seed: 125,
		what: 'a device of a child cuts another off at once, on its own word',
		finds: /was cut off by a false device/,
		changes: [['function private.cut_off_device', `its_role = 'child' then`, `its_role = 'manager' then`]]
	},
	{
		seed: 2,
		what: 'a sign-in gets what leaves out whoever made its code',
		finds: /reads/,
		changes: [
			...ANY_SIGN_IN,
			['function private.items_without_me', `or (select private.reached_by()) = '{}'`, 'or true']
		]
	},
	{
		seed: 1,
		what: 'a drawing is had by whoever knows its hash',
		finds: /reads/,
		changes: [
			['policy pictures_select_through_card_or_item on app.pictures', 'AND ((login_id =', 'AND (true OR (login_id =']
		]
	},
	{
		seed: 1,
		what: 'a recording is had by whoever knows its hash',
		finds: /reads/,
		changes: [
			[
				'policy pictures_select_through_card_or_item on app.pictures',
				'AND ((login_id =',
				'AND (is_sound OR (login_id ='
			]
		]
	},
	{
		seed: 1,
		what: 'an older code of a person stays good beside a newer one',
		finds: /codes/,
		changes: [['function private.end_older_codes', 'where i.person_id = new.person_id', 'where false']]
	},
	{
		seed: 1,
		what: 'the manager makes a code for the one above',
		finds: /above/,
		changes: [['function private.may_invite', 'm.other = p.role', 'true']]
	},
	{
		seed: 1,
		what: 'a name passes for another by what does not show, or by look-alikes',
		finds: /names/,
		changes: [
			['function private.name_form', 'select replace(', `select name from (values (1)) v where true or '' = replace(`]
		]
	},
	{
		seed: 8,
		what: 'a device of a child shows what was said elsewhere, whoever may hold it',
		finds: /reads: .* as another child/,
		changes: [['function private.lends', `strangers = '{}' or`, 'true or']]
	}
];

/** Opens a hole again in one database, runs histories until it is found, and closes it. The seed that found it, or null. */
export async function findAgain(db: TestDatabase, hole: Hole, most: number): Promise<number | null> {
	const opened: string[] = [];
	try {
		for (const change of hole.changes) {
			const [thing, from] = change;
			const [open, whole] = [await changed(db, change), await changed(db, [thing, from, from])];
			opened.unshift(whole.sql);
			await db.exec(open.sql);
		}
		for (let seed = hole.seed; seed < hole.seed + most; seed++) {
			const { found } = await oneHistory(db, seed, 24);
			if (found.some((one) => hole.finds.test(one))) return seed;
		}
		return null;
	} finally {
		for (const sql of opened) await db.exec(sql);
	}
}
