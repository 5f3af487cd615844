begin;
select * from no_plan();

-- Each line of the audit: who, what, whose access, with whom, which device, why. Of those from now on.
create function pg_temp.who(id text) returns text language sql as $$ select lower(p.name) from app.people p where p.id = $1::uuid $$;
create function pg_temp.told() returns text[] language sql as $$
	select coalesce(array_agg(t.line order by t.line), '{}') from (
		select concat_ws(' ', pg_temp.who(a ->> 'person_id'), a ->> 'what', pg_temp.who(a ->> 'about_id'), 'with ' || pg_temp.who(a ->> 'with_id'), a ->> 'device', '(' || (a ->> 'because') || ')') as line
		from json_array_elements(public.my_audit(null, now() + interval '1 hour')) a where (a ->> 'at')::timestamptz >= now()) t
$$;
grant execute on function pg_temp.who, pg_temp.told to authenticated;
create function pg_temp.key_worker(worker text, place int, because text default null) returns text language sql as
	$$ select tests.call('set_key_worker', jsonb_build_object('id', gen_random_uuid(), 'child', tests.id('kai'), 'worker', tests.id(worker), 'place', place, 'because', because)) $$;
create function pg_temp.away(name text, worker text, cover text, days int) returns text language sql as $$
	select tests.call('set_away', jsonb_build_object('id', tests.id(name), 'worker', tests.id(worker), 'cover', tests.id(cover), 'from_at', now() + make_interval(days => days), 'until', now() + make_interval(days => days + 5)))
$$;
grant execute on function pg_temp.key_worker, pg_temp.away to authenticated;

-- Who may ask
select tests.act_as('robin');
select throws_ok('select public.my_audit(null, now())', '42501', 'not yours', 'a child may not');
select tests.act_as('jo');
select throws_ok('select public.my_audit(null, now())', '42501', 'not yours', 'nor a worker');
select tests.act_as_visitor();
select throws_ok('select public.my_audit(null, now())', '42501', null, 'nor a visitor');
select is(tests.each_told('{pat,morgan,nia}', 'select pg_temp.told()::text'), E'pat: {}\nmorgan: {}\nnia: {}', 'whoever leads a home may, and nothing has changed yet');

-- What the manager changes: people, key workers with the reason, work, absences
select tests.act_as('pat');
select is(tests.call('add_person', jsonb_build_object('id', tests.id('tess'), 'role', 'worker', 'name', 'Tess')) || pg_temp.key_worker('lou', 2) || pg_temp.away('leave', 'sam', 'lou', -1) || pg_temp.away('later', 'jo', null, 3), 'donedonedonedone', 'Pat changes who may do what');
select is(pg_temp.told(), '{"pat add_person tess","pat set_away jo","pat set_away sam with lou","pat set_key_worker kai with lou"}', 'and all of it is told, a first key worker without a reason');
select is(tests.call('end_away', jsonb_build_object('away', tests.id('leave'))) || tests.call('end_away', jsonb_build_object('away', tests.id('later'))), 'donedone', 'Pat ends absences');
select is(tests.call('set_at_work', jsonb_build_object('person', tests.id('lou'), 'at_work', false)) || tests.call('set_at_work', jsonb_build_object('person', tests.id('lou'), 'at_work', true)) || tests.call('person_left', jsonb_build_object('person', tests.id('tess'))), 'donedonedone', 'shuts out, lets in, lets go');
select is(pg_temp.told() @> '{"pat at_work lou","pat not_at_work lou","pat person_left tess","pat end_away jo","pat end_away sam with lou"}', true, 'also the end of one that never began');

-- Why a key worker changed: told to who leads, but not to whom it took the child from
select is(pg_temp.key_worker('pat', 2, 'Kai asked.'), 'done', 'Pat works with Kai instead of Lou');
select is('pat set_key_worker kai with pat (Kai asked.)' = any (pg_temp.told()), true, 'and the reason is told');
select is(pg_temp.key_worker('lou', 2, 'Kai asked again.'), 'done', 'then Lou does, instead of Pat');
select is(pg_temp.told() && '{"pat set_key_worker kai with lou (Kai asked again.)"}', false, 'which is told to Pat without the reason');
select tests.act_as('morgan');
select is('pat set_key_worker kai with lou (Kai asked again.)' = any (pg_temp.told()), true, 'and to Morgan with it');

-- Codes and devices, by the names of the devices
select tests.act_as('pat');
select is(tests.call('invite', tests.invite('lou', 'hall')) || tests.call('invite_tablet', tests.tablet('kitchen')) || tests.call('cut_off_tablet', jsonb_build_object('tablet', tests.id('kitchen')))
	|| tests.call('invite', tests.invite('jo', 'old')) || tests.call('end_code', jsonb_build_object('invite', tests.id('invite old'))), 'donedonedonedonedone', 'Pat makes codes');
select tests.act_as_owner();
select tests.sign_up('hall', 'code of hall');
select tests.act_as('pat');
select is(tests.call('approve_device', tests.login('hall')) || tests.call('cut_off_device', tests.login('hall')), 'approval_does_not_countdone', 'and cuts a device off');
select is(pg_temp.told() @> '{"pat invite lou hall","lou joined lou with pat hall","pat cut_off_device lou hall","pat invite jo old","pat end_code jo old","pat invite_tablet kitchen","pat cut_off_tablet kitchen"}', true, 'each with its device');
select is((select string_agg(k, ' ' order by k) from json_object_keys(public.my_audit(null, now() + interval '1 hour') -> 0) k), 'about_id at because device person_id what with_id', 'and nothing else: no hash, no number');

-- Nothing of what a child says, whatever it is
create temp table was as select pg_temp.told() as told;
grant all on was to authenticated;
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('wish', '{jo}', true, '{pat}')), tests.call('complain', tests.draft('bad', '{jo}', about => 'pat')), tests.happen('take_back', 'wish');
select tests.act_as('jo');
select tests.happen('share_to_keep_safe', 'bad', tests.raise('{sam}', true)), tests.call('set_my_face', '{"name": "Jo", "picture": null, "pronouns": null}');
select tests.act_as('pat');
select is(pg_temp.told(), (select told from was), 'a child''s things leave no line in it');

-- Fifty a page, newest first
select tests.act_as_owner();
insert into app.audit (home_id, person_id, login_id, at, what, subject_id) select tests.id('maple'), tests.id('pat'), l.id, now() - make_interval(days => n), 'at_work', tests.id('lou')
	from generate_series(1, 60) n, app.logins l where l.account_id = tests.id('account of pat');
select tests.act_as('pat');
select is(json_array_length(public.my_audit(null, now() - interval '10 hours')), 50, 'fifty a page');
select is((public.my_audit(null, now() - interval '10 hours') -> 0 ->> 'at')::timestamptz, now() - interval '1 day', 'the newest first');
select is((public.my_audit(null, now() - interval '50 days') -> 0 ->> 'at')::timestamptz, now() - interval '51 days', 'then those before');
select is(public.my_audit(null, null)::text, '[]', 'no time, nothing');
select tests.act_as_owner();
insert into app.audit (home_id, person_id, login_id, at, what, subject_id) select tests.id('maple'), tests.id('pat'), l.id, now() - interval '90 days', 'at_work', tests.id('lou')
	from generate_series(1, 60) n, app.logins l where l.account_id = tests.id('account of pat');
select tests.act_as('pat');
select is(json_array_length(public.my_audit(null, now() - interval '80 days')) >= 60, true, 'what happened together comes together');

-- A sign-in that only its maker can vouch for
select tests.act_as_owner();
update app.logins set disowned_at = now() where account_id = tests.id('account of pat');
select private.update_standing(tests.id('maple'));
select tests.act_as('pat');
select throws_ok('select public.my_audit(null, now())', '42501', 'not yours', 'is told nothing');
select * from finish();
rollback;
