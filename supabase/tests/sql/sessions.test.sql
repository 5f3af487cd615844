begin;
select * from no_plan();
create function pg_temp.plan(session text, child text, more jsonb default '{}') returns text language sql as $$
	select tests.call('plan_session', jsonb_build_object('id', tests.id(session), 'event', gen_random_uuid(), 'child', tests.id(child),
		'starts_at', now() + interval '1 day', 'place', 'park', 'how', 'walk', 'purpose', 'Talk.') || more)
$$;
create function pg_temp.happen(call text, session text, more jsonb default '{}') returns text language sql as
	$$ select tests.call(call, jsonb_build_object('id', gen_random_uuid(), 'session', tests.id(session)) || more) $$;
create function pg_temp.record(session text, more jsonb default '{}') returns text language sql as $$
	select pg_temp.happen('record_session', session, jsonb_build_object('talked', 'School.', 'came', '', 'went', '', 'good', '') || more)
$$;
create function pg_temp.sessions() returns text[] language sql as $$
	select coalesce(array_agg((s ->> 'state') || ':' || (select string_agg(e ->> 'kind', ' ') from jsonb_array_elements(s -> 'events') e) order by s ->> 'starts_at'), '{}')
	from jsonb_array_elements(tests.list('sessions')) s
$$;
grant execute on function pg_temp.plan, pg_temp.happen, pg_temp.record, pg_temp.sessions to authenticated;

-- Sam plans with Robin
select tests.act_as('sam');
select is(pg_temp.plan('monday', 'robin'), 'done', 'Sam plans a session with Robin');
select is(pg_temp.plan('monday', 'robin'), 'already_there', 'once');
select is(pg_temp.plan('x', 'kai'), 'not_yours', 'not with Kai, who is not Sam''s');
select is(pg_temp.plan('x', 'ash'), 'not_yours', 'nor with a child of another home');
select is(pg_temp.plan('x', 'robin', '{"place": " "}'), 'plan_is_whole', 'a plan says where');
select is(pg_temp.plan('x', 'robin', '{"how": null}'), 'bad_value', 'how');
select is(pg_temp.plan('x', 'robin', '{"purpose": null}'), 'bad_value', 'and what for');
select is(pg_temp.plan('x', 'robin', '{"how": "swim"}'), 'bad_value', 'in one of four ways');
select is(pg_temp.plan('x', 'robin', '{"aims": ["swim"]}') || ' ' || pg_temp.plan('x', 'robin', '{"aims": "review"}') || ' ' || pg_temp.plan('x', 'robin', '{"aims": [null]}'), 'bad_aims bad_value bad_value', 'for what there is a name');
select is(pg_temp.happen('change_session', 'monday', jsonb_build_object('starts_at', now() + interval '2 days', 'place', 'beach', 'how', 'talk', 'purpose', 'Talk.', 'aims', '{review,issue}'::text[])), 'done', 'Sam changes it');
select is(tests.list('sessions') -> 0 -> 'events' -> 0 -> 'aims' || (tests.list('sessions') -> 0 -> 'events' -> 1 -> 'aims'), '["review", "issue"]', 'and says what it is for');
select is((tests.list('sessions') -> 0 ->> 'starts_at')::timestamptz, now() + interval '2 days', 'to another day');
select is(pg_temp.happen('change_session', 'monday', jsonb_build_object('starts_at', now(), 'place', 'x')), 'bad_value', 'to a whole plan');
select throws_ok($$ insert into app.sessions (id, child_id, with_id, starts_at) values (tests.id('y'), tests.id('robin'), tests.id('jo'), now()) $$, '42501', null, 'not in the name of Jo');
select throws_ok($$ insert into app.session_events (id, session_id, kind, starts_at, place, how, purpose) values (tests.id('e'), tests.id('monday'), 'planned', now(), 'x', 'walk', 'x') $$,
	'PT422', 'session_not_planned', 'it is planned once');
select throws_ok('update app.sessions set state = ''recorded''', '42501', null, 'its state follows what happens');
select throws_ok('update app.session_events set place = ''x''', '42501', null, 'what happened is never changed');
select throws_ok('delete from app.session_events', '42501', null, 'nor removed');
select is(pg_temp.happen('tap_session', 'monday', '{"mine": "yes", "ended": "good"}') || ' ' || pg_temp.happen('pick_how', 'monday', '{"how": "talk"}')
	|| ' ' || pg_temp.happen('ask_other_time', 'monday', '{"words": "x"}') || ' ' || pg_temp.happen('not_today', 'monday'), 'session_not_tapped not_yours not_yours not_yours', 'what the child says, the child says');

-- Robin
select tests.act_as('robin');
select is(pg_temp.sessions(), '{"planned:planned changed"}', 'Robin sees the plan and the change');
select is(pg_temp.happen('pick_how', 'monday', '{"how": "drive"}') || pg_temp.happen('ask_other_time', 'monday', '{"words": "Later?"}') || pg_temp.happen('not_today', 'monday'), 'donedonedone',
	'picks how, asks for another time, says not today');
select is(pg_temp.happen('pick_how', 'monday', '{"how": null}'), 'bad_value', 'a way is one of four');
select is(pg_temp.happen('pick_how', 'monday', '{"how": "activity", "symbol": "No!"}'), 'bad_symbol', 'what to do has a picture that may be');
select is(pg_temp.happen('ask_other_time', 'monday', '{"words": " "}'), 'other_time_needs_words', 'another time is said in words');
select is(pg_temp.happen('ask_other_time', 'monday', '{"words": "", "part": "night"}'), 'bad_part', 'or by a part of the day, of four');
select is(pg_temp.happen('ask_other_time', 'monday', '{"words": "", "day": "2026-13-01"}'), 'bad_value', 'or by a day that there is');
select is(pg_temp.happen('tap_session', 'monday', '{"mine": "yes", "ended": "good"}'), 'session_not_tapped', 'the two taps come afterwards');
select is(pg_temp.plan('x', 'robin') || ' ' || pg_temp.happen('cancel_session', 'monday', '{"because": "x"}') || ' ' || pg_temp.happen('change_session', 'monday',
	jsonb_build_object('starts_at', now(), 'place', 'x', 'how', 'talk', 'purpose', 'x')) || ' ' || pg_temp.record('monday'), 'not_yours not_yours not_yours not_yours', 'planning and writing is the worker''s');

-- Jo is Robin's second key worker; Lou is nothing to Robin, and covers; Pat reads; Morgan does not; nobody else does
select tests.act_as('jo');
select is(pg_temp.sessions(), '{"planned:planned changed how_picked other_time_asked not_today"}', 'Jo, the other key worker, sees it');
select tests.act_as('kai');
select is(pg_temp.sessions() || array(select kind::text from app.session_events), '{}', 'Kai does not');
select is(pg_temp.happen('not_today', 'monday'), 'not_yours', 'nor says anything to it');
select tests.act_as('morgan');
select is(pg_temp.sessions(), '{}', 'nor does Morgan');
select tests.act_as('nia');
select is(pg_temp.sessions(), '{}', 'nor another home''s manager');
select tests.act_as('pat');
select is(array_length(pg_temp.sessions(), 1), 1, 'the manager reads it');
select is(pg_temp.happen('cancel_session', 'monday', '{"because": "x"}') || ' ' || pg_temp.record('monday') || ' ' || pg_temp.plan('x', 'robin'), 'not_yours not_yours not_yours', 'but does not run it');
select tests.act_as('lou');
select is(pg_temp.sessions(), '{}', 'Lou sees nothing');
select tests.away('sam', 'lou', '-1 hour', '1 hour');
select is(array_length(pg_temp.sessions(), 1), 1, 'until Lou covers for Sam');
select is(pg_temp.record('monday', '{"talked": " "}'), 'record_needs_talked', 'a record says what was talked about');
select is(pg_temp.record('monday', '{"came": null}'), 'bad_value', 'the other lines may be blank, not missing');
select is(pg_temp.record('monday'), 'session_not_begun', 'nothing is written of a time that is still to come');
select tests.begin('monday');
select is(pg_temp.record('monday'), 'done', 'Lou held it, and writes');
select is(pg_temp.plan('cover', 'robin'), 'done', 'and plans the next');
select is(tests.list('sessions') -> 1 ->> 'with_id', tests.id('lou')::text, 'with Lou');
select tests.act_as('robin');
select is(tests.call('refuse_cover', jsonb_build_object('away', tests.id('away sam'))), 'done', 'Robin says no to Lou');
select tests.act_as('lou');
select is(pg_temp.sessions(), '{}', 'so Lou sees nothing any more');
select is(pg_temp.plan('x', 'robin'), 'not_yours', 'and plans nothing');

-- Afterwards
select tests.act_as('robin');
select is(pg_temp.happen('tap_session', 'monday', '{"mine": "a_bit", "ended": "ok", "words": "We laughed."}'), 'done', 'Robin taps twice, and adds a line');
select is(pg_temp.happen('tap_session', 'monday', '{"mine": null, "ended": "ok"}'), 'bad_value', 'not once');
select is(pg_temp.happen('tap_session', 'monday', '{"mine": "great", "ended": "ok"}') || ' ' || pg_temp.happen('tap_session', 'monday', '{"mine": "no", "ended": "great"}'), 'bad_value bad_value', 'each of three');
select is(pg_temp.happen('not_today', 'monday'), 'session_not_not_today', 'it is over');
select tests.act_as('sam');
select is(pg_temp.record('monday'), 'done', 'Sam may add to the record');
select is(pg_temp.happen('cancel_session', 'monday', '{"because": "x"}') || ' ' || pg_temp.happen('change_session', 'monday', jsonb_build_object('starts_at', now(), 'place', 'x', 'how', 'talk', 'purpose', 'x')),
	'session_not_cancelled session_not_changed', 'but not undo it');
select is(pg_temp.happen('cancel_session', 'cover', '{"because": ""}'), 'cancel_needs_reason', 'nothing is cancelled without a reason');
select is(pg_temp.happen('cancel_session', 'cover', '{"because": "Ill."}') || ' ' || pg_temp.record('cover') || ' ' || pg_temp.happen('cancel_session', 'cover', '{"because": "Ill."}'),
	'done session_not_recorded session_not_cancelled', 'and what was cancelled was not held');
select tests.act_as('robin');
select is(pg_temp.happen('not_today', 'cover'), 'session_not_not_today', 'or refused');
select is(tests.list('sessions') -> 1 -> 'events' -> 1 ->> 'because', 'Ill.', 'Robin reads why');
select is(tests.list('sessions') -> 0 -> 'events' -> 5 ->> 'talked', 'School.', 'and what was written');
select tests.act_as_owner();
select throws_ok('update app.session_events set talked = ''x''', '42501', 'this is a record', 'which nobody changes, whatever their rights');
update app.sessions set starts_at = now() - interval '91 days' where id = tests.id('monday');
select tests.act_as('robin');
select is(tests.part('sessions'), 1, 'what was long ago is not sent every time');
select tests.end_key_worker('robin', 'sam');
select tests.act_as('sam');
select is(pg_temp.sessions(), '{}', 'whoever is no longer key worker sees none of it');
-- A time that nobody planned
select tests.act_as('jo');
select is(pg_temp.plan('drive', 'robin', '{"unplanned": true}'), 'session_not_begun', 'Jo puts down afterwards nothing that is still to come');
select is(pg_temp.plan('drive', 'robin', jsonb_build_object('unplanned', true, 'starts_at', now() - interval '1 hour')), 'done', 'but what was');
select is(pg_temp.plan('late', 'robin', jsonb_build_object('starts_at', now() - interval '2 hours')), 'done', 'a plan may come late, from a tablet without signal');
select tests.act_as('robin');
select is((select string_agg(s -> 'events' -> 0 ->> 'unplanned', ' ' order by s ->> 'starts_at' desc) from jsonb_array_elements(tests.list('sessions')) s
	where s ->> 'id' in (tests.id('drive')::text, tests.id('late')::text)), 'true false', 'and Robin sees which of the two nobody planned');
select * from finish();
rollback;
