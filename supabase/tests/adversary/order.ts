import { nameForm } from '../../../src/lib/domain/text/names.ts';
import { badLogins } from './judges.ts';
import { honest, sendOne, type Play } from './play.ts';

/** One live code a person, no two of the staff who read alike, and nobody of the home but the one above makes codes for that one. */
export async function leavesOrder(play: Play): Promise<string[]> {
	const { db, world, random } = play;
	const child = world.people.find(({ role }) => role === 'child');
	const makers = [...badLogins(play), ...honest(play)].filter(({ role }) => role !== 'child');
	for (const maker of child ? makers : []) {
		const code = { id: random.id(), person: child?.id ?? '', device: 'for later', code_hash: random.hex(64) };
		await sendOne(play, maker, 'invite', code);
	}
	const codes = await db.query(
		`select person_id from app.invites where home_id = $1 and used_at is null and ended_at is null group by person_id having count(*) > 1`,
		[world.id]
	);
	const staff = await db.query(`select name from app.people where home_id = $1 and role <> 'child' order by id`, [
		world.id
	]);
	const forms = staff.map(({ name }) => nameForm(String(name)));
	const twins = forms.filter((form, at) => forms.indexOf(form) !== at);
	const above = await db.query(
		`select i.id from app.invites i join app.people p on p.id = i.person_id join app.people m on m.id = i.made_by
		where i.home_id = $1 and p.role = 'responsible_individual' and m.role <> 'responsible_individual'`,
		[world.id]
	);
	return [
		...codes.map(({ person_id }) => `codes: two are good for ${String(person_id)}`),
		...twins.map((form) => `names: two read like ${form}`),
		...above.map(({ id }) => `above: the code ${String(id)} is by somebody whom that one is above`)
	];
}
