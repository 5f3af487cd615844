begin;
select * from no_plan();
create function pg_temp.key_worker(id text, child text, worker text, place int default 1, because text default null) returns text language sql as $$
	select tests.call('set_key_worker', jsonb_build_object('id', tests.id(id), 'child', tests.id(child), 'worker', tests.id(worker), 'place', place, 'because', because))
$$;
create function pg_temp.ends(key_worker text, because text default 'Sam leaves.') returns text language sql as
	$$ select tests.call('end_key_worker', jsonb_build_object('key_worker', tests.id(key_worker), 'because', because)) $$;
create function pg_temp.away(away text, worker text, cover text, from_at interval default '-1 hour', until interval default '1 day') returns text language sql as $$
	select tests.call('set_away', jsonb_build_object('id', tests.id(away), 'worker', tests.id(worker), 'cover', tests.id(cover), 'from_at', now() + $4, 'until', now() + $5))
$$;
create function pg_temp.back(away text) returns text language sql as $$ select tests.call('end_away', jsonb_build_object('away', tests.id(away))) $$;
-- What the view and the audit tell of how Pat's ended
create function pg_temp.why() returns text language sql as $$
	select coalesce(jsonb_path_query_first(tests.list('key_workers'), '$[*] ? (@.id == $id).because', jsonb_build_object('id', tests.id('kai and pat'))) #>> '{}', 'nothing') || ' '
		|| coalesce((select a ->> 'because' from json_array_elements(public.my_audit(null, now() + interval '1 hour')) a where a ->> 'what' = 'end_key_worker' and a ->> 'with_id' = tests.id('pat')::text), 'nothing') $$;
grant execute on function pg_temp.key_worker, pg_temp.ends, pg_temp.away, pg_temp.back, pg_temp.why to authenticated;

-- The manager says who is whose key worker
select is(tests.each_told('{robin,sam,morgan,nia}', $$ select pg_temp.key_worker('x', 'kai', 'lou', 2) || ' ' || pg_temp.ends('robin with sam') $$),
	'robin: not_yours not_yours
sam: not_yours not_yours
morgan: not_yours not_yours
nia: no_such_person no_such_key_worker', 'nobody but the home''s manager');
select tests.act_as('pat');
select is(pg_temp.key_worker('kai and lou', 'kai', 'lou', 2), 'done', 'Pat gives Kai a second key worker');
select is(pg_temp.key_worker('x', 'kai', 'jo', 2, 'x') || ' ' || pg_temp.key_worker('x', 'kai', 'sam', 3), 'already_there bad_value', 'not the same twice, nor a third');
select is(pg_temp.key_worker('x', 'sam', 'lou') || ' ' || pg_temp.key_worker('x', 'ash', 'lou') || ' ' || pg_temp.key_worker('x', 'kai', 'lee') || ' ' || pg_temp.key_worker('x', 'kai', 'robin') || ' ' || pg_temp.key_worker('x', 'kai', 'morgan'),
	'no_such_person no_such_person no_such_person no_such_person no_such_person', 'a child and a worker of this home');
select is(pg_temp.key_worker('kai and sam', 'kai', 'sam', 1) || ' ' || pg_temp.key_worker('kai and sam', 'kai', 'sam', 1, ' '), 'change_needs_reason change_needs_reason', 'a change has a reason');
select is(pg_temp.key_worker('kai and sam', 'kai', 'sam', 1, 'Jo works nights now.'), 'done', 'Pat says it');
select tests.act_as('kai');
select is((select string_agg((k ->> 'place') || ' ' || coalesce(k ->> 'because', 'now'), ', ' order by k ->> 'place', k ->> 'because') from jsonb_array_elements(tests.list('key_workers')) k),
	'1 Jo works nights now., 1 now, 2 now', 'and Kai is told');
select is((select count(*)::int from jsonb_array_elements(tests.list('key_workers')) k where k ->> 'child_id' <> tests.id('kai')::text), 0, 'Kai does not see whose key workers the others are');
select tests.act_as('jo');
select is(tests.call('invite', tests.invite('kai', 'late')), 'not_yours', 'Jo is nothing to Kai any more');
select is((select count(*)::int from jsonb_array_elements(tests.list('key_workers')) k where k ->> 'because' is not null), 0, 'and is not told why');
select tests.act_as('nia');
select is(jsonb_path_query_array(tests.list('key_workers'), '$[*].child_id'), tests.ids('{ash}'), 'another home sees its own');
select tests.act_as('pat');
select is(pg_temp.ends('kai and lou', '') || ' ' || pg_temp.ends('kai and lou', null), 'change_needs_reason bad_value', 'an end has a reason, too');
select is(pg_temp.ends('kai and lou') || ' ' || pg_temp.ends('kai and lou'), 'done no_such_key_worker', 'and is one end');
select is(jsonb_path_query_first(tests.list('key_workers'), '$[*] ? (@.id == $id).because', jsonb_build_object('id', tests.id('kai and lou'))) #>> '{}', 'Sam leaves.', 'Pat sees why');
select is((select string_agg(what || coalesce(': ' || because, ''), ', ' order by id) from app.audit), 'set_key_worker, set_key_worker: Jo works nights now., end_key_worker: Sam leaves.', 'which the audit keeps');
select is(pg_temp.key_worker('kai and pat', 'kai', 'pat', 2), 'done', 'Pat is a key worker, too');
select tests.act_as_owner();
select tests.person('bo', 'maple', 'manager');
select tests.act_as('bo');
select is(pg_temp.ends('kai and pat', 'Kai asked.'), 'done', 'another manager ends it');
select is(pg_temp.why(), 'Kai asked. Kai asked.', 'who knows why');
select tests.act_as('pat');
select is(pg_temp.why(), 'nothing nothing', 'and Pat, whom it ended, is not told, whatever Pat leads');
select is(pg_temp.ends('kai and sam', repeat('x', 301)), 'bad_because', 'in a line');
select throws_ok('update app.key_workers set until = now()', '42501', null, 'nobody ends it behind the audit');
select tests.act_as_owner();
update app.people set left_at = now() where name = 'lou';
select tests.act_as('pat');
select is(pg_temp.key_worker('x', 'kai', 'lou', 2), 'no_such_person', 'whoever has left is nobody''s');
select tests.act_as_owner();
update app.people set left_at = null where name = 'lou';

-- Away: everybody for themselves, the manager for workers; a cover works here
select tests.act_as('sam');
select is(tests.call('set_away', jsonb_build_object('id', tests.id('holiday'), 'from_at', now() + interval '1 day', 'until', now() + interval '9 days', 'cover', tests.id('jo'))), 'done', 'Sam goes away, and Jo covers');
select is(pg_temp.away('x', 'jo', 'sam'), 'not_yours', 'Sam does not send Jo away');
select is(pg_temp.away('x', 'sam', 'lee') || ' ' || pg_temp.away('x', 'sam', 'kai') || ' ' || pg_temp.away('x', 'sam', 'nobody'), 'no_such_person no_such_person no_such_person', 'nor is covered by another home, a child or nobody known');
select is(pg_temp.away('x', 'sam', 'sam') || ' ' || pg_temp.away('x', 'sam', 'jo', '1 day', '1 day'), 'covers_another bad_until', 'nor by Sam, nor for no time');
select is(pg_temp.away('alone', 'sam', null, '20 days', '30 days'), 'done', 'nobody need cover');
select tests.act_as('robin');
select is(pg_temp.away('x', 'robin', 'sam') || ' ' || pg_temp.away('x', 'sam', 'jo') || ' ' || pg_temp.back('holiday'), 'not_yours not_yours no_such_away', 'a child does none of this');
select is(tests.part('away'), 2, 'but sees who will be away');
select is(pg_temp.away('x', null, 'sam'), 'not_yours', 'not even for itself');
select tests.act_as('pat');
select is(pg_temp.away('pats word', 'jo', 'lou'), 'done', 'Pat says it for Jo');
select is(pg_temp.away('x', 'morgan', 'pat') || ' ' || pg_temp.away('x', 'lee', null) || ' ' || pg_temp.away('x', 'kai', 'lou'), 'not_yours no_such_person no_such_person', 'not for Morgan, nor another home, nor a child');
select tests.act_as('nia');
select is(tests.part('away') || ' ' || pg_temp.back('holiday') || ' ' || pg_temp.back('pats word') || ' ' || tests.call('refuse_cover', jsonb_build_object('away', tests.id('holiday'))), '0 no_such_away no_such_away not_yours',
	'another home sees none of it');

-- Back
select tests.act_as('jo');
select is(pg_temp.back('holiday') || ' ' || pg_temp.back('pats word'), 'no_such_away done', 'Jo is back; Sam''s leave is Sam''s');
select is(pg_temp.back('pats word'), 'no_such_away', 'once');
select is((select until from app.away where id = tests.id('pats word')), now(), 'what has begun ends now');
select tests.act_as('robin');
select is(tests.call('refuse_cover', jsonb_build_object('away', tests.id('holiday'))) || tests.call('refuse_cover', jsonb_build_object('away', tests.id('holiday'))), 'donedone', 'Robin says no to a cover');
select is(tests.list('away') -> 0 -> 'refused_by', tests.ids('{robin}'), 'and sees that');
select throws_ok($$ insert into app.refused_covers (away_id, child_id) values (tests.id('alone'), tests.id('kai')) $$, '42501', null, 'but does not say it for Kai');
select tests.act_as('kai');
select is(tests.list('away') -> 0 -> 'refused_by', '[]', 'Kai does not see it');
select tests.act_as('lou');
select is(tests.list('away') -> 0 -> 'refused_by', tests.ids('{robin}'), 'the staff do: somebody else must cover');
select is(tests.call('refuse_cover', jsonb_build_object('away', tests.id('holiday'))), 'not_yours', 'and say no to none');
select tests.act_as('nia');
select is_empty('select 1 from app.refused_covers', 'another home does not learn of it');
select tests.act_as('jo');
select is(tests.call('invite', tests.invite('kai', 'too soon')), 'not_yours', 'a cover that has not begun');
select tests.act_as_owner();
update app.away set from_at = now() - interval '1 hour' where id = tests.id('holiday');
select tests.act_as('jo');
select is(tests.call('invite', tests.invite('kai', 'in time')), 'done', 'a cover that has');
select tests.act_as('pat');
select is(pg_temp.back('holiday') || ' ' || pg_temp.back('alone'), 'done done', 'Pat may say that somebody is back, or does not go');
select is((select count(*)::int from app.away where id = tests.id('alone')), 0, 'what has not begun never was');
select throws_ok('delete from app.away', '42501', null, 'but nobody removes one by hand');
select * from finish();
rollback;
