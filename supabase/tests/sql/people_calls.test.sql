begin;
select * from no_plan();
create function pg_temp.add(person text, role text) returns text language sql as
	$$ select tests.call('add_person', jsonb_build_object('id', tests.id(person), 'role', role, 'name', person)) $$;
create function pg_temp.at_work(person text, at_work boolean) returns text language sql as
	$$ select tests.call('set_at_work', jsonb_build_object('person', tests.id(person), 'at_work', at_work)) $$;
create function pg_temp.leaves(person text) returns text language sql as $$ select tests.call('person_left', jsonb_build_object('person', tests.id(person))) $$;
create function pg_temp.home(more jsonb default '{}') returns text language sql as $$
	select tests.call('set_home', '{"name": "Maple House", "nation": "wales", "time_zone": "Europe/London", "labels": {"wish": "Ask"}, "rhythm_days": null,
		"unread_hours": 48, "answer_hours": 240}' || more)
$$;
create function pg_temp.face(name text, picture text default null) returns text language sql as $$ select tests.call('set_my_face', jsonb_build_object('name', name, 'picture', picture)) $$;
grant execute on function pg_temp.add, pg_temp.at_work, pg_temp.leaves, pg_temp.home, pg_temp.face to authenticated;

-- Only the manager; the responsible individual for managers; a child and a worker for nobody
select is(tests.each_told('{robin,sam,nia}', $$ select pg_temp.add('x', 'worker') || ' ' || pg_temp.at_work('lou', false) || ' ' || pg_temp.leaves('lou') || ' ' || pg_temp.home() $$),
	'robin: not_yours person_not_changed person_not_changed not_yours
sam: not_yours person_not_changed person_not_changed not_yours
nia: done person_not_changed person_not_changed done',
	'a child and a worker change nobody; another home''s manager nobody of this one');
select tests.act_as('robin');
select is(tests.list('home') ->> 'name', 'Maple House', 'nor this home');
select tests.act_as_owner();
update app.homes set name = 'Oak House', nation = 'england' where id = tests.id('oak');
select tests.act_as('pat');
select is(pg_temp.add('dee', 'child') || pg_temp.add('tom', 'worker') || pg_temp.add('max', 'manager'), 'donedonedone', 'Pat adds people');
select is(pg_temp.add('dee', 'child'), 'already_there', 'once');
select is(pg_temp.add('', 'child') || ' ' || pg_temp.add(repeat('x', 41), 'child') || ' ' || pg_temp.add('y', 'king'), 'bad_name name_too_long bad_value', 'with a name, and a role that there is');
select is((select count(*)::int from jsonb_array_elements(tests.list('people')) p where p ->> 'name' in ('dee', 'tom', 'max')), 3, 'who are there');
select is(jsonb_path_query_first(tests.list('people'), '$[*] ? (@.name == "dee").joined'), 'false', 'and have not joined yet');

-- A child picks by face and name: nobody passes for a colleague
select is(pg_temp.add('x', 'worker') || ' ' || tests.call('add_person', jsonb_build_object('id', tests.id('sam two'), 'role', 'worker', 'name', ' SAM ')), 'already_there name_taken', 'there is one Sam');
select tests.act_as('jo');
select is(pg_temp.face('Sam'), 'name_taken', 'Jo cannot call herself Sam');
select is(pg_temp.face('Josie', 'bird'), 'done', 'but Josie');
select is(tests.call('set_my_face', '{"name": "Josie", "picture": "bird", "pronouns": " she  / her "}') || ' ' || pg_temp.face('Josie', 'bird'), 'done done', 'with pronouns');
select is((select pronouns from app.people where id = private.me()), 'she / her', 'which a device that knows none leaves as they are');
select is(tests.call('set_my_face', jsonb_build_object('name', 'Josie', 'picture', 'bird', 'pronouns', repeat('x', 41))) || ' ' || tests.call('set_my_face', '{"name": "Josie", "picture": "bird", "pronouns": ""}'), 'pronouns_too_long done', 'and may leave empty');
select is((select pronouns from app.people where id = private.me()), '', 'then none are said');
select is(pg_temp.face('') || ' ' || pg_temp.face(repeat('x', 41)) || ' ' || pg_temp.face('Jo', 'no face'), 'bad_name name_too_long bad_picture', 'with a name and a face');
select is((select string_agg(distinct pg_temp.face(n), ' ') from unnest(array[e'Sam\u200b', e'S\u200dam', e'\u202aSam', e'Sam\u00a0', ' SAM ', 'Ｓａｍ', e'Morgan\u200b', e'S\u00e1m', 'S.a.m']) n),
	'name_taken', 'nor by what does not show, or by letters that look like hers');
select is(pg_temp.face(e'J\u043e') || ' ' || pg_temp.face('Jo محمد') || ' ' || pg_temp.face(e'\u3164\u2800') || ' ' || pg_temp.face(e'\u202e'), 'mixed_letters mixed_letters bad_name bad_name', 'a name is of one alphabet, and there is something to see');
select is(pg_temp.face(e'\u202eJo\u200b \u00a0 B\u2800'), 'done', 'what does not show goes');
select is((select name from app.people where id = tests.id('jo')), 'Jo B', 'and is not kept');
select is(pg_temp.face('Josie', 'bird'), 'done', 'Josie again');
select tests.act_as('robin');
select is(pg_temp.face('Sam', 'whale'), 'done', 'a child may call itself what it likes');
select is(jsonb_path_query_first(tests.list('people'), '$[*] ? (@.role == "child").name') #>> '{}', 'Sam', 'and is called so');
select is(jsonb_path_query_first(tests.list('people'), '$[*] ? (@.name == "Josie").picture') #>> '{}', 'bird', 'Robin sees Jo''s new face');
select tests.act_as('pat');
select is((select what from app.audit order by id desc limit 1), 'set_my_face', 'and Pat that Jo changed it');

-- Not at work now: it cuts access at once
select is(pg_temp.at_work('sam', false) || ' ' || pg_temp.at_work('sam', false), 'done person_not_changed', 'Sam is not at work now');
select is(pg_temp.at_work('robin', false) || ' ' || pg_temp.at_work('pat', false) || ' ' || pg_temp.at_work('lee', false), 'person_not_changed person_not_changed person_not_changed',
	'which is not for children, nor for oneself, nor for another home');
select tests.act_as('sam');
select throws_ok('select public.my_view()', '42501', null, 'Sam has no view');
select throws_ok('select public.apply_calls(null, ''[]'')', '42501', null, 'and no calls');
select is_empty('select 1 from app.people', 'and sees nobody');
select tests.act_as('robin');
select is(jsonb_path_query_first(tests.list('people'), '$[*] ? (@.role == "worker" && @.name == "sam").at_work') #>> '{}', 'false', 'Robin sees that, and not why');
select tests.act_as('pat');
select is(pg_temp.at_work('sam', true) || ' ' || pg_temp.at_work('sam', true), 'done person_not_changed', 'Sam is back');
select tests.act_as('sam');
select is(tests.part('key_workers') > 0, true, 'and sees again');

-- Leaving
select tests.act_as('pat');
select is(pg_temp.leaves('sam') || ' ' || pg_temp.leaves('sam') || ' ' || pg_temp.leaves('lee') || ' ' || pg_temp.leaves('pat'), 'done person_not_changed person_not_changed person_not_changed', 'Sam leaves, once');
select is((select count(*)::int from app.key_workers where worker_id = tests.id('sam') and until = 'infinity'), 0, 'and is nobody''s key worker any more');
select is((select count(*)::int from app.key_workers where worker_id = tests.id('jo') and until = 'infinity'), 2, 'Jo still is');
select tests.act_as('sam');
select throws_ok('select public.my_view()', '42501', null, 'Sam has no view');
select tests.act_as('robin');
select is(tests.call('send_wish', tests.draft('bike', '{sam,jo}')), 'reader_left', 'and is not picked any more');
select is(tests.call('send_wish', tests.draft('bike', '{jo}', left_out => '{sam}')), 'done', 'but a wish that was written before still goes, with yesterday''s faces');
select tests.act_as('pat');
select is(pg_temp.leaves('kai'), 'done', 'Kai moves out');
select is((select count(*)::int from app.key_workers where child_id = tests.id('kai') and until = 'infinity'), 0, 'and has no key worker here any more');
select tests.act_as('kai');
select is(tests.part('people') > 0, true, 'Kai reads on for a while: after_leaving.test.sql');
select tests.act_as('jo');
select is(tests.call('write_note', tests.draft('x', '{jo}') || jsonb_build_object('child', tests.id('kai'))), 'not_yours', 'and nobody writes notes of Kai any more');
select tests.act_as('pat');
select is(tests.call('add_person', jsonb_build_object('id', tests.id('new sam'), 'role', 'worker', 'name', 'Sam')), 'name_taken', 'nobody new passes for Sam, who stands in what was said');

-- Above the manager there is a responsible individual, whom the manager can neither shut out nor replace
select is(pg_temp.at_work('morgan', false) || ' ' || pg_temp.leaves('morgan') || ' ' || pg_temp.add('ina', 'responsible_individual'), 'person_not_changed person_not_changed not_yours', 'Pat cannot put Morgan out, nor put one beside Morgan');
select tests.act_as('morgan');
select is(pg_temp.add('z', 'worker') || ' ' || pg_temp.add('z', 'child') || ' ' || pg_temp.at_work('lou', false) || ' ' || pg_temp.leaves('robin') || ' ' || pg_temp.home(),
	'not_yours not_yours person_not_changed person_not_changed not_yours', 'Morgan does not run the home');
select is(pg_temp.at_work('pat', false) || pg_temp.at_work('pat', true) || pg_temp.add('mia', 'manager') || pg_temp.leaves('max'), 'donedonedonedone', 'but says who manages it');
select is(pg_temp.add('ina', 'responsible_individual'), 'not_yours', 'and names nobody beside Morgan: set-up does');
select is(pg_temp.leaves('morgan') || ' ' || pg_temp.leaves('nia'), 'person_not_changed person_not_changed', 'Morgan does not put out Morgan, or another home''s manager');
select tests.act_as('nia');
select is(pg_temp.add('ivy', 'responsible_individual'), 'not_yours', 'and where there is none yet, no manager names who is above them');

-- The home's settings
select tests.act_as('pat');
select is(pg_temp.home(), 'done', 'Pat sets the home');
select is(tests.list('home') - 'id' - 'demo', '{"name": "Maple House", "nation": "wales", "labels": {"wish": "Ask"}, "time_zone": "Europe/London", "rhythm_days": null, "answer_hours": 240, "reading_days": 90, "recordings": true, "unread_hours": 48, "complaint_hours": 672}', 'which all see');
select is(pg_temp.home('{"complaint_hours": 240}') || ' ' || pg_temp.home('{"complaint_hours": 1441}'), 'done bad_unread', 'the days of a complaint are the home''s own');
select is(pg_temp.home(), 'done', 'an app that does not know them');
select is(tests.list('home') ->> 'complaint_hours', '240', 'leaves them');
select is(pg_temp.home('{"time_zone": "Mars/Base"}') || ' ' || pg_temp.home('{"time_zone": "posixrules"}') || ' ' || pg_temp.home('{"time_zone": "posix/Europe/London"}') || ' ' || pg_temp.home('{"nation": "france"}') || ' ' || pg_temp.home('{"labels": []}') || ' ' || pg_temp.home('{"rhythm_days": 0}')
	|| ' ' || pg_temp.home('{"unread_hours": 0}') || ' ' || pg_temp.home('{"answer_hours": 2000}') || ' ' || pg_temp.home('{"name": " "}') || ' ' || pg_temp.home(jsonb_build_object('name', repeat('x', 61))), 'bad_time_zone bad_time_zone bad_time_zone bad_value bad_value bad_rhythm bad_unread bad_unread bad_name name_too_long', 'within bounds');
select is(pg_temp.home(jsonb_build_object('labels', jsonb_build_object('wish', repeat('x', 1000)))), 'bad_labels', 'and short');
select tests.act_as('robin');
select is_empty('select 1 from app.audit', 'the audit is not for children');
select tests.act_as('jo');
select is_empty('select 1 from app.audit', 'nor for workers');
select tests.act_as('nia');
select is((select count(*)::int from app.audit where home_id <> tests.id('oak')), 0, 'nor for another home');
select tests.act_as('morgan');
select is((select string_agg(distinct what, ' ' order by what) from app.audit), 'add_person at_work not_at_work person_left set_home set_my_face', 'managers and responsible individuals read what was changed');
select is((select count(*)::int from app.audit where person_id = tests.id('pat') and login_id is not null and what = 'person_left'), 2, 'and by whom');
select throws_ok('update app.audit set what = ''x''', '42501', null, 'nobody changes it');
select tests.act_as_owner();
select throws_ok('delete from app.audit', '42501', 'this is a record', 'whatever their rights');
select throws_ok(format('update app.people set name = %L', e'Jo\u200b'), '23514', null, 'nor does a name hold what does not show, by any way');
select throws_ok(format('update app.homes set name = %L', e'Oak\u00a0House'), '23514', null, 'nor a home''s');
select throws_ok('update app.people set not_at_work_since = now() where role = ''child''', '23514', null, 'a child is never "not at work"');
select * from finish();
rollback;
