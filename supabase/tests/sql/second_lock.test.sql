-- Two locks: columns that nobody may name in an insert, and policies. Here the first lock is taken away.
begin;
select * from no_plan();
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('bike', '{sam}')), tests.call('send_wish', tests.draft('secret', '{jo}', left_out => '{sam}')),
	tests.call('complain', tests.draft('shouts', '{jo}', about => 'sam')), tests.call('put_picture', tests.picture());
select tests.act_as('sam');
select tests.call('plan_session', jsonb_build_object('id', tests.id('session'), 'event', gen_random_uuid(), 'child', tests.id('robin'),
	'starts_at', now() + interval '1 day', 'place', 'park', 'how', 'walk', 'purpose', 'Talk.'));
select tests.act_as('jo');
select tests.happen('open_item', 'secret'), tests.happen('open_item', 'shouts'), tests.call('offer_agreement', jsonb_build_object('id', tests.id('a'), 'child', tests.id('kai'),
	'how_often', 'x', 'where_we_meet', 'x', 'how_to_stop', 'x', 'notes_kept', 'x'));
select tests.call('plan_session', jsonb_build_object('id', tests.id('kais'), 'event', gen_random_uuid(), 'child', tests.id('kai'),
	'starts_at', now() + interval '1 day', 'place', 'park', 'how', 'walk', 'purpose', 'Talk.')),
	tests.call('make_promise', jsonb_build_object('id', tests.id('promise'), 'child', tests.id('robin'), 'owner', tests.id('jo'), 'words', 'x', 'due', '2030-01-01'));
select tests.act_as('pat');
select tests.call('publish_section', jsonb_build_object('id', tests.id('say'), 'section', 'complaints', 'review_by', current_date + 90,
	'lines', '[{"kind": "line", "words": "Tell Pat.", "symbol": null, "number": null}]'::jsonb));
select tests.act_as_owner();
insert into app.away (id, home_id, worker_id, from_at, until) select tests.id(h || ' away'), tests.id(h), tests.id(w), now(), 'infinity' from (values ('maple', 'sam'), ('oak', 'lee')) v(h, w);
grant insert on all tables in schema app to authenticated;
create function pg_temp.no(who text, what text, line text) returns setof text language plpgsql as $$
begin
	perform tests.act_as(who);
	return query select throws_ok('insert into app.' || line, '42501', null, who || ' cannot write ' || what);
end $$;
select pg_temp.no(who, what, line) from (values
	('robin', 'a wish in the name of Kai', $$ items (id, kind, child_id, author_id, words) values (tests.id('x'), 'wish', tests.id('kai'), tests.id('kai'), 'x') $$),
	('robin', 'a wish for Kai', $$ items (id, kind, child_id, words) values (tests.id('x'), 'wish', tests.id('kai'), 'x') $$),
	('robin', 'a wish into another home', $$ items (id, kind, home_id, words) values (tests.id('x'), 'wish', tests.id('oak'), 'x') $$),
	('robin', 'a note', $$ items (id, kind, child_id, words) values (tests.id('x'), 'note', tests.id('kai'), 'x') $$),
	('robin', 'a complaint about another home', $$ items (id, kind, about_id, words) values (tests.id('x'), 'complaint', tests.id('lee'), 'x') $$),
	('sam', 'a wish', $$ items (id, kind, words) values (tests.id('x'), 'wish', 'x') $$),
	('sam', 'a wish for Robin', $$ items (id, kind, child_id, author_id, words) values (tests.id('x'), 'wish', tests.id('robin'), tests.id('robin'), 'x') $$),
	('sam', 'a note in the name of Jo', $$ items (id, kind, child_id, author_id, words) values (tests.id('x'), 'note', tests.id('robin'), tests.id('jo'), 'x') $$),
	('sam', 'a note of another home''s child', $$ items (id, kind, child_id, words) values (tests.id('x'), 'note', tests.id('ash'), 'x') $$),
	('sam', 'a note into another home', $$ items (id, kind, home_id, child_id, words) values (tests.id('x'), 'note', tests.id('oak'), tests.id('robin'), 'x') $$),
	('sam', 'a reader of Robin''s wish', $$ item_readers values (tests.id('bike'), tests.id('lou')) $$),
	('kai', 'a reader of Robin''s wish', $$ item_readers values (tests.id('bike'), tests.id('jo')) $$),
	('robin', 'a reader of another home', $$ item_readers values (tests.id('bike'), tests.id('lee')) $$),
	('robin', 'Kai as a reader', $$ item_readers values (tests.id('bike'), tests.id('kai')) $$),
	('robin', 'a reader with another''s relation', $$ item_readers values (tests.id('bike'), tests.id('jo'), tests.id('robin with sam')) $$),
	('robin', 'a key worker as a mere person', $$ item_readers values (tests.id('bike'), tests.id('jo')) $$),
	('sam', 'somebody left out of Robin''s', $$ left_out (item_id, person_id) values (tests.id('bike'), tests.id('jo')) $$),
	('robin', 'Kai left out', $$ left_out (item_id, person_id) values (tests.id('bike'), tests.id('kai')) $$),
	('sam', 'a face that was shown', $$ shown values (tests.id('bike'), tests.id('jo')) $$),
	('robin', 'a face of another home', $$ shown values (tests.id('bike'), tests.id('lee')) $$),
	('robin', 'an event in the name of Sam', $$ item_events (id, item_id, person_id, kind) values (tests.id('x'), tests.id('bike'), tests.id('sam'), 'taken_back') $$),
	('robin', 'an answer', $$ item_events (id, item_id, kind, answer, because) values (tests.id('x'), tests.id('bike'), 'answered', 'no', 'x') $$),
	('robin', 'that somebody opened it', $$ item_events (id, item_id, kind) values (tests.id('x'), tests.id('bike'), 'opened') $$),
	('sam', 'that it was taken back', $$ item_events (id, item_id, kind) values (tests.id('x'), tests.id('bike'), 'taken_back') $$),
	('sam', 'what happened to what leaves Sam out', $$ item_events (id, item_id, kind) values (tests.id('x'), tests.id('secret'), 'opened') $$),
	('sam', 'what happened to what is about Sam', $$ item_events (id, item_id, kind) values (tests.id('x'), tests.id('shouts'), 'opened') $$),
	('kai', 'what happened to Robin''s', $$ item_events (id, item_id, kind) values (tests.id('x'), tests.id('bike'), 'taken_back') $$),
	('sam', 'a code in the name of Pat', $$ invites (id, person_id, made_by, code_hash, device) values (tests.id('x'), tests.id('robin'), tests.id('pat'), tests.hash('x'), 'x') $$),
	('sam', 'a code of another home', $$ invites (id, person_id, home_id, code_hash, device) values (tests.id('x'), tests.id('robin'), tests.id('oak'), tests.hash('x'), 'x') $$),
	('sam', 'a code for Kai', $$ invites (id, person_id, code_hash, device) values (tests.id('x'), tests.id('kai'), tests.hash('x'), 'x') $$),
	('sam', 'a tablet''s code in the name of Pat', $$ tablets (id, made_by, code_hash, device) values (tests.id('x'), tests.id('pat'), tests.hash('x'), 'x') $$),
	('sam', 'a tablet''s code of another home', $$ tablets (id, home_id, code_hash, device) values (tests.id('x'), tests.id('oak'), tests.hash('x'), 'x') $$),
	('robin', 'a call in the name of Kai', $$ calls (person_id, id, seq, name, args_hash) values (tests.id('kai'), tests.id('x'), 1, 'x', '') $$),
	('robin', 'a call on Kai''s device', $$ calls (login_id, id, seq, name, args_hash) values ((tests.login('kai') ->> 'login')::uuid, tests.id('x'), 9, 'x', '') $$),
	('sam', 'a session of Jo''s', $$ sessions (id, child_id, with_id, starts_at) values (tests.id('x'), tests.id('robin'), tests.id('jo'), now()) $$),
	('sam', 'a session of another home', $$ sessions (id, child_id, home_id, starts_at) values (tests.id('x'), tests.id('robin'), tests.id('oak'), now()) $$),
	('sam', 'a promise of Jo''s making', $$ promises (id, child_id, owner_id, made_by, words, due) values (tests.id('x'), tests.id('robin'), tests.id('sam'), tests.id('jo'), 'x', '2030-01-01') $$),
	('sam', 'a promise of another home', $$ promises (id, child_id, owner_id, home_id, words, due) values (tests.id('x'), tests.id('robin'), tests.id('sam'), tests.id('oak'), 'x', '2030-01-01') $$),
	('sam', 'an agreement of Jo''s making', $$ agreements (id, child_id, made_by, how_often, where_we_meet, how_to_stop, notes_kept) values (tests.id('x'), tests.id('robin'), tests.id('jo'), 'x', 'x', 'x', 'x') $$),
	('sam', 'an agreement of another home', $$ agreements (id, child_id, home_id, how_often, where_we_meet, how_to_stop, notes_kept) values (tests.id('x'), tests.id('robin'), tests.id('oak'), 'x', 'x', 'x', 'x') $$),
	('sam', 'an agreement with Kai', $$ agreements (id, child_id, how_often, where_we_meet, how_to_stop, notes_kept) values (tests.id('x'), tests.id('kai'), 'x', 'x', 'x', 'x') $$),
	('kai', 'an agreement with Robin', $$ agreements (id, child_id, how_often, where_we_meet, how_to_stop, notes_kept) values (tests.id('x'), tests.id('robin'), 'x', 'x', 'x', 'x') $$),
	('sam', 'a session with Kai', $$ sessions (id, child_id, starts_at) values (tests.id('x'), tests.id('kai'), now()) $$),
	('robin', 'a session', $$ sessions (id, child_id, starts_at) values (tests.id('x'), tests.id('robin'), now()) $$),
	('robin', 'a change of plan', $$ session_events (id, session_id, kind, because) values (tests.id('x'), tests.id('session'), 'cancelled', 'x') $$),
	('robin', 'a change of plan in the name of Sam', $$ session_events (id, session_id, person_id, kind, because) values (tests.id('x'), tests.id('session'), tests.id('sam'), 'cancelled', 'x') $$),
	('robin', '"not today" in the name of Sam', $$ session_events (id, session_id, person_id, kind) values (tests.id('x'), tests.id('session'), tests.id('sam'), 'not_today') $$),
	('sam', 'Robin''s "not today"', $$ session_events (id, session_id, kind) values (tests.id('x'), tests.id('session'), 'not_today') $$),
	('sam', 'what happens between Jo and Kai', $$ session_events (id, session_id, kind, because) values (tests.id('x'), tests.id('kais'), 'cancelled', 'x') $$),
	('jo', 'a promise to Robin from a talk with Kai', $$ promises (id, child_id, session_id, owner_id, words, due) values (tests.id('x'), tests.id('robin'), tests.id('kais'), tests.id('jo'), 'x', '2030-01-01') $$),
	('sam', 'a promise to Kai', $$ promises (id, child_id, owner_id, words, due) values (tests.id('x'), tests.id('kai'), tests.id('sam'), 'x', '2030-01-01') $$),
	('sam', 'a promise that Kai keeps', $$ promises (id, child_id, owner_id, words, due) values (tests.id('x'), tests.id('robin'), tests.id('kai'), 'x', '2030-01-01') $$),
	('jo', 'in the name of Sam that a promise was kept', $$ promise_ends (promise_id, person_id, kept) values (tests.id('promise'), tests.id('sam'), true) $$),
	('lou', 'that Jo''s promise was kept', $$ promise_ends (promise_id, kept) values (tests.id('promise'), true) $$),
	('robin', 'that a promise was kept', $$ promise_ends (promise_id, kept) values (tests.id('promise'), true) $$),
	('robin', 'Kai''s no to a cover', $$ refused_covers (away_id, child_id) values (tests.id('maple away'), tests.id('kai')) $$),
	('robin', 'a no to a cover of another home', $$ refused_covers (away_id) values (tests.id('oak away')) $$),
	('jo', 'Kai''s yes', $$ agreed (agreement_id, person_id) values (tests.id('a'), tests.id('kai')) $$),
	('sam', 'a yes to what is Kai''s', $$ agreed (agreement_id) values (tests.id('a')) $$),
	('sam', 'a card for Jo', $$ cards (id, person_id, job, things, reach, here) values (tests.id('x'), tests.id('jo'), 'x', '[]', 'x', 'x') $$),
	('sam', 'a card in another home', $$ cards (id, home_id, job, things, reach, here) values (tests.id('x'), tests.id('oak'), 'x', '[]', 'x', 'x') $$),
	('robin', 'a card', $$ cards (id, job, things, reach, here) values (tests.id('x'), 'x', '[]', 'x', 'x') $$),
	('robin', 'a picture of Sam''s', $$ pictures (made_by, hash, bytes) select tests.id('sam'), encode(sha256(b), 'hex'), b from (values ('\xffd8ff00112233445566778899'::bytea)) v(b) $$),
	('robin', 'a picture in another home', $$ pictures (home_id, hash, bytes) select tests.id('oak'), encode(sha256(b), 'hex'), b from (values ('\xffd8ff00112233445566778899'::bytea)) v(b) $$),
	('robin', 'a picture from another device', $$ pictures (login_id, hash, bytes) select (tests.login('kai') ->> 'login')::uuid, encode(sha256(b), 'hex'), b from (values ('\xffd8ff00112233445566778899'::bytea)) v(b) $$),
	('sam', 'a no to a cover', $$ refused_covers (away_id) values (tests.id('maple away')) $$),
	('pat', 'a section in the name of Jo', $$ sections (id, author_id, section, lines, review_by) values (tests.id('x'), tests.id('jo'), 'fire', '[]', current_date + 90) $$),
	('pat', 'a section of another home', $$ sections (id, home_id, section, lines, review_by) values (tests.id('x'), tests.id('oak'), 'fire', '[]', current_date + 90) $$),
	('jo', 'the yes of Lou to a section', $$ section_approvals (section_id, person_id) values (tests.id('say'), tests.id('lou')) $$),
	('pat', 'the audit', $$ audit (home_id, person_id, login_id, what) select tests.id('maple'), tests.id('sam'), id, 'x' from app.logins limit 1 $$),
	('pat', 'a person', $$ people (id, home_id, role, name) values (tests.id('x'), tests.id('maple'), 'worker', 'x') $$),
	('pat', 'a login', $$ logins (account_id, person_id, home_id, device, whole) values (tests.id('account of pat'), tests.id('robin'), tests.id('maple'), 'x', true) $$),
	('pat', 'a yes to a device', $$ login_approvals select l.id, l.id, tests.id('robin') from app.logins l limit 1 $$),
	('pat', 'a key worker', $$ key_workers (home_id, child_id, worker_id, place) values (tests.id('maple'), tests.id('kai'), tests.id('pat'), 2) $$),
	('sam', 'who is away', $$ away (home_id, worker_id, cover_id, from_at, until) values (tests.id('maple'), tests.id('jo'), tests.id('sam'), now(), 'infinity') $$),
	('pat', 'a home', $$ homes (name) values ('x') $$)) v (who, what, line);

-- The state columns follow what happens: what a row says of itself when it comes does not count
select tests.act_as('robin');
select lives_ok($$ insert into app.item_events (id, item_id, kind, hidden, only_for) values (tests.id('h'), tests.id('bike'), 'taken_back', true, array[tests.id('sam')]) $$, 'Robin takes one back, and says that nobody may know');
select is(tests.events('bike'), 'taken_back', 'which is not for Robin to say');

-- Left out beats whatever another policy may allow one day; so does whom it is about
select tests.act_as_owner();
create policy careless on app.items for select to authenticated using (true);
create policy careless on app.item_events for select to authenticated using (true);
select tests.act_as('sam');
select is((select count(*)::int from app.items where id in (tests.id('secret'), tests.id('shouts'))), 0, 'left out, and about: beats a careless policy on items');
select is((select count(*)::int from app.item_events where item_id in (tests.id('secret'), tests.id('shouts'))), 0, 'and on events');
select is((select count(*)::int from app.items where id = tests.id('bike')), 1, 'which lets in everything else');
select is((select count(*)::int > 0 from app.item_events where item_id = tests.id('bike')), true, 'as here');
select tests.act_as('lou');
select is((select count(*)::int from app.items), 3, 'Lou sees all by that careless policy');

-- What stands in the columns agrees with what happened
select tests.act_as('jo');
select tests.answer('secret');
select tests.act_as_owner();
select is((select bool_and(i.answered_at is not distinct from (select min(e.at) from app.item_events e where e.item_id = i.id and e.kind = 'answered' and e.at >= i.asked_at)
	and i.opened_at is not distinct from (select min(e.at) from app.item_events e where e.item_id = i.id and e.kind = 'opened' and e.at >= i.asked_at)
	and i.taken_back_at is not distinct from (select min(e.at) from app.item_events e where e.item_id = i.id and e.kind = 'taken_back')
	and i.closed_at is not distinct from least(i.answered_at, i.taken_back_at)) from app.items i), true, 'state columns agree with the events');
select * from finish();
rollback;
