import { afterAll, beforeAll, expect, it } from 'vitest';
import { byHand } from './mutants/by-hand.ts';
import { mutantsOf, type Mutant } from './mutants/catalogue.ts';
import { tryOn } from './mutants/run.ts';
import { freshDatabase, type TestDatabase } from './engines.ts';
import { people } from './pgtap.ts';

/** A few of all (`npm run bench:mutants:sql`), each with the file that should notice it first. */
const SAMPLE: [what: string, file: string][] = [
	['items_select_by_reader: true', 'wishes'],
	['items_never_if_left_out dropped', 'second_lock'],
	['item_events_insert_by_author_or_reader: true', 'second_lock'],
	['calls_select_by_login: true', 'calls'],
	['cards_insert_by_staff: true', 'second_lock'],
	['sessions_select_by_child_or_staff: true', 'sessions'],
	['promises_select_by_child_or_staff to public', 'every_table'],
	['unclear_select_by_staff: true', 'unclear'],
	['unclear_insert_by_child: true', 'unclear'],
	['row security off on app.items', 'every_table'],
	['update on app.items granted to authenticated', 'every_table'],
	['select (code_hash) on app.invites granted', 'invites'],
	['app.item_events: no answer_needs_reason', 'wishes'],
	['app.item_events: no trigger never_changes', 'every_table'],
	['auth.users: no trigger use_code', 'every_table'],
	['app.cards: no bad_things', 'cards_and_pictures'],
	['private.may_change(uuid,app.role): person <> (select private.me()) -> true', 'people_calls'],
	['private.moves_at: GREATEST(gone, asked) => gone', 'reading'],
	["private.use_code: new.raw_user_meta_data - 'invite_code'", 'invites'],
	["private.apply_call: coalesce(call -> 'args', '{}')::text, 'utf8'", 'calls'],
	['private.kept_call: else 0 end', 'calls'],
	['private.my_children() granted to anon', 'every_table'],
	['a policy on app.homes that asks for each row', 'linter'],
	['a policy on app.homes that asks nothing', 'linter'],
	['a second index on app.items', 'linter'],
	['a table that nobody may read', 'linter'],
	['a column that no upgrade carries over', 'linter'],
	['a table to which a sign-in may add that is not its person', 'every_table']
];

let database: TestDatabase;
let all: Mutant[];
beforeAll(async () => {
	database = await freshDatabase('postgres');
	await database.exec(people());
	all = [...(await mutantsOf(database)), ...(await byHand(database))];
});
afterAll(() => database.close());

it('there are many ways to loosen it', () => {
	expect(all.length).toBeGreaterThan(1500);
});

it.each(SAMPLE)('a test notices: %s', async (what, file) => {
	const mutant = all.find((one) => one.what.startsWith(what));
	expect(mutant).toBeDefined();
	expect(await tryOn(database, mutant!, [`${file}.test.sql`])).toEqual({ by: `${file}.test.sql` });
});
