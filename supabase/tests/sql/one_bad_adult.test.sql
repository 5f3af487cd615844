-- Law 1: one adult alone, with any codes that they can make, neither reads, speaks nor decides as somebody else.
begin;
select * from no_plan();
create function pg_temp.yes_to(device text) returns text language sql as $$ select tests.call('approve_device', tests.login(device)) $$;
create function pg_temp.stop(device text) returns text language sql as $$ select tests.call('cut_off_device', tests.login(device)) $$;
create function pg_temp.standing(device text) returns text language sql security definer as $$
	select case when l.own then 'own' else 'not own' end || case when l.frozen then ' frozen' else '' end
		|| coalesce(' reached by ' || (select string_agg(p.name, ' ' order by p.name) from app.people p where p.id = any (l.reached_by)), '')
	from app.logins l where l.account_id = tests.id('account of ' || $1)
$$;
create function pg_temp.doubt(item text) returns text language sql as $$ select coalesce(tests.item(item) ->> 'doubt', 'none') $$;
grant execute on all functions in schema pg_temp to authenticated, anon;

-- The manager makes three codes, and joins with each: a child's and two workers'
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('secret', '{sam}', true, '{pat}')), tests.call('complain', tests.draft('about pat', '{jo}', true, about => 'pat'));
select tests.act_as_owner();
insert into app.people (id, home_id, role, name) values (tests.id('tom'), tests.id('maple'), 'worker', 'tom'), (tests.id('ned'), tests.id('maple'), 'worker', 'ned');
select tests.join_as('false robin', 'robin', 'pat'), tests.join_as('false lou', 'lou', 'pat'), tests.join_as('false tom', 'tom', 'pat');
select is(pg_temp.standing('false robin') || ', ' || pg_temp.standing('false lou') || ', ' || pg_temp.standing('false tom'),
	'not own reached by pat, not own reached by pat, own reached by pat', 'what Pat''s codes made may be Pat''s; a worker''s first sign-in is the worker''s, as far as anybody knows');
select is(tests.each_told('{false lou,false tom,pat}', $$ select pg_temp.yes_to('false robin') $$),
	E'false lou: sign_in_not_vouched\nfalse tom: approval_does_not_count\npat: approval_does_not_count', 'none of them vouches for what Pat may hold');
select tests.act_as('false robin');
select is(tests.items() || tests.items('complaint'), '{}', 'and it shows nothing of what leaves Pat out');
-- The long way round: a worker whom Pat made up makes the code
select tests.act_as('pat');
select is(tests.call('set_key_worker', jsonb_build_object('id', gen_random_uuid(), 'child', tests.id('robin'), 'worker', tests.id('tom'), 'place', 1, 'because', 'x')), 'done', 'Pat says that Tom is a key worker');
select tests.act_as('false tom');
select is(tests.call('invite', tests.invite('robin', 'by false tom')), 'done', 'the false Tom makes a code for Robin');
select tests.act_as_visitor();
select tests.sign_up('by false tom', 'code of by false tom');
select is(pg_temp.standing('by false tom'), 'not own reached by pat tom', 'which leads to Pat, too');
select is(tests.each_told('{pat}', $$ select pg_temp.yes_to('by false tom') $$), 'pat: approval_does_not_count', 'so that Pat cannot vouch for it');
-- A second sign-in in the name of a worker who has joined reads no more than Pat, and only looks
select tests.act_as('false lou');
select is((select string_agg(o, ' ') from (values (tests.call('write_note', tests.draft('x', '{jo}') || jsonb_build_object('child', tests.id('robin')))), (tests.call('invite', tests.invite('robin', 'x'))),
	(tests.call('set_away', jsonb_build_object('id', gen_random_uuid(), 'from_at', now(), 'until', now() + interval '1 day', 'cover', null))), (tests.call('save_card', '{}')), (pg_temp.stop('lou'))) v(o)),
	'sign_in_not_vouched sign_in_not_vouched sign_in_not_vouched sign_in_not_vouched sign_in_not_vouched', 'it does nothing in Lou''s name');
select throws_ok($$ insert into app.cards (id, job, things, reach, here) values (gen_random_uuid(), 'x', '[]', 'x', 'x') $$, '42501', null, 'nor by the tables');
select tests.act_as('lou');
select is(tests.device('false lou') ->> 'invited_by' || ' ' || (tests.device('false lou') ->> 'own'), tests.id('pat') || ' false', 'Lou is told that somebody joined in Lou''s name, and by whose code');
select is(pg_temp.stop('false lou'), 'done', 'and ends it');

-- What leaves out the maker of a worker's only code does not reach that worker, until somebody whom that maker cannot be knows them
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('to tom', '{tom}', true, '{pat}')), tests.call('send_wish', tests.draft('open', '{tom}')), tests.call('complain', tests.draft('pat again', '{tom}', true, about => 'pat'));
select is((select array_agg(q ->> 'name') from jsonb_array_elements(tests.list('people')) q where q -> 'reached_by' <> '[]'), '{tom}', 'Robin''s device knows who that is');
select tests.act_as('false tom');
select is(tests.items() || tests.items('complaint'), '{open}', 'what does not leave Pat out, Tom reads');
select is(tests.happen('open_item', 'to tom') || ' ' || tests.answer('pat again'), 'not_yours not_yours', 'nothing is done with the rest');
select is(tests.part('waiting'), 0, 'nor counted');
select tests.act_as('jo');
select is(pg_temp.yes_to('false tom'), 'done', 'Jo, whose sign-in does not come from Pat, knows Tom');
select is(pg_temp.standing('false tom'), 'own', 'then nobody but Tom can be Tom');
select tests.act_as('false tom');
select is(tests.items() || tests.items('complaint'), '{open,"to tom","pat again"}', 'and Tom reads what Robin sent');
-- And when the one who vouched turns out to be false
select tests.act_as('pat');
select is(pg_temp.stop('jo'), 'done', 'Jo''s sign-in is cut off');
select tests.act_as('false tom');
select is(tests.items() || tests.items('complaint'), '{open}', 'an approval counts no more than the sign-in that gave it');
select tests.act_as_owner();
update app.logins set cut_off_at = null where device = 'jo';

-- A worry about Pat, told to somebody who may be Pat
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('hurt', '{jo}'));
select tests.act_as_owner();
select tests.join_as('ned', 'ned', 'pat');
select tests.act_as('jo');
select is(tests.happen('share_to_keep_safe', 'hurt', tests.raise('{ned,lou}', worry_about => 'pat')), 'done', 'Jo worries about Pat, and tells Ned and Lou');
select tests.act_as('ned');
select is(tests.items(), '{}', 'Ned came in with a code of Pat''s: it is not shown there');
select is(tests.happen('open_item', 'hurt'), 'not_yours', 'nor opened');
select tests.act_as('lou');
select is(tests.items(), '{hurt}', 'Lou did not');

-- What is said on a device that the child has not vouched for
select tests.act_as_owner();
select tests.join_as('sams trick', 'robin', 'sam');
select tests.act_as('jo');
select tests.call('plan_session', tests.plan_of('session')), tests.call('plan_session', tests.plan_of('held')), tests.begin('held'), tests.call('record_session', jsonb_build_object('id', gen_random_uuid(), 'session', tests.id('held'), 'talked', 'x', 'came', '', 'went', '', 'good', '')),
	tests.call('offer_agreement', tests.agreement_of('agreement')), tests.call('set_away', jsonb_build_object('id', tests.id('away'), 'from_at', now() - interval '1 hour', 'until', now() + interval '9 days', 'cover', tests.id('lou')));
select tests.act_as('sams trick');
create function pg_temp.decides() returns text language sql as $$ select string_agg(o, ' ') from (values
	(tests.call('tap_session', jsonb_build_object('id', gen_random_uuid(), 'session', tests.id('held'), 'mine', 'yes', 'ended', 'good'))), (tests.call('agree', jsonb_build_object('agreement', tests.id('agreement')))),
	(tests.call('offer_agreement', tests.agreement_of('another'))), (tests.call('refuse_cover', jsonb_build_object('away', tests.id('away')))), (tests.call('set_my_face', '{"name": "Rob", "picture": null}')),
	(tests.happen('let_in', 'forged', jsonb_build_object('whom', tests.id('lou')))), (tests.happen('disown_item', 'secret'))) v(o) $$;
select is(tests.call('send_wish', tests.draft('forged', '{jo,sam}')) || tests.call('complain', tests.draft('forged complaint', '{pat}', about => 'jo')), 'donedone', 'what it says is taken');
select is(pg_temp.decides(), 'device_not_vouched device_not_vouched device_not_vouched device_not_vouched device_not_vouched device_not_vouched device_not_vouched', 'but it decides nothing in Robin''s name');
select throws_ok(format('insert into app.agreed (agreement_id) values (%L)', tests.id('agreement')), '42501', null, 'nor by the tables');
select throws_ok(format('insert into app.refused_covers (away_id) values (%L)', tests.id('away')), '42501', null, 'no cover refused');
select throws_ok(format('insert into app.session_events (id, session_id, kind, mine, ended) values (gen_random_uuid(), %L, ''tapped'', ''yes'', ''good'')', tests.id('held')), '42501', null, 'no taps');
select throws_ok(format('insert into app.item_events (id, item_id, kind, whom) values (gen_random_uuid(), %L, ''let_in'', %L)', tests.id('forged'), tests.id('lou')), '42501', null, 'nobody let in');
select throws_ok(format('insert into app.agreements (id, child_id, how_often, where_we_meet, how_to_stop, notes_kept) values (gen_random_uuid(), %L, ''x'', ''x'', ''x'', ''x'')', tests.id('robin')), '42501', null, 'nothing offered');
select is(tests.call('not_today', jsonb_build_object('id', gen_random_uuid(), 'session', tests.id('session'))), 'done', 'it may say "not today"');
select is(tests.each_told('{jo,sam,robin,sams trick}', $$ select pg_temp.doubt('forged') $$), E'jo: new\nsam: new\nrobin: new\nsams trick: new', 'every reader, and every device of Robin''s, is told that Robin has not said whose device it is');
select tests.act_as('pat');
select is(pg_temp.doubt('forged complaint'), 'new', 'of a complaint, too');
select is((select e ->> 'doubt' from jsonb_array_elements(tests.list('sessions')) s, jsonb_array_elements(s -> 'events') e where e ->> 'kind' = 'not_today'), 'new', 'and of what was said about a time');
select tests.act_as('robin');
select is(tests.items('complaint') @> '{"forged complaint"}', true, 'it stands on Robin''s own tablet');
select is(tests.happen('disown_item', 'forged complaint') || tests.happen('disown_item', 'forged complaint') || ' ' || tests.happen('disown_item', 'secret'), 'donedone not_yours', 'where Robin says "this was not me"; not of what was said there');
select tests.act_as('pat');
select is(tests.events('forged complaint'), 'disowned', 'which the reader is told, once');
select is(tests.item('forged complaint') ->> 'closed_at', null, 'and still answers it: a false device silences nobody');
select tests.act_as('robin');
select is(pg_temp.yes_to('sams trick'), 'done', 'Robin says yes to the device after all');
select is(pg_temp.doubt('forged'), 'none', 'then nothing is left in doubt');
select tests.act_as('sams trick');
select is(split_part(pg_temp.decides(), ' ', 2), 'done', 'and it speaks for Robin');

-- One adult joins as the child before the child does
select tests.act_as_owner();
insert into app.people (id, home_id, role, name) values (tests.id('ivy'), tests.id('maple'), 'child', 'ivy');
select tests.key_worker('ivy', 'sam', 1);
select tests.join_as('false ivy', 'ivy', 'sam'), tests.join_as('ivy', 'ivy', 'sam');
select is(pg_temp.standing('false ivy') || ', ' || pg_temp.standing('ivy'), 'own reached by sam, not own reached by sam', 'nothing tells the false device from a child''s first');
select tests.act_as('ivy');
select is(tests.device('false ivy') ->> 'device', 'false ivy', 'Ivy''s device shows that another one is there');
select is(tests.call('complain', tests.draft('sam hurts me', '{jo}', true, about => 'sam')) || tests.call('send_wish', tests.draft('ivys wish', '{jo,sam}')), 'donedone', 'Ivy complains about Sam');
select tests.act_as('false ivy');
select is(tests.items('complaint'), '{}', 'which Sam''s device does not show: nor that there is one');
select is(tests.happen('disown_item', 'sam hurts me'), 'not_yours', 'or disown it');
select is(tests.happen('disown_item', 'ivys wish'), 'done', 'what Sam reads, it may disown');
select tests.act_as('jo');
select is(tests.item('ivys wish') ->> 'closed_at', null, 'and Jo still answers that');
select is(tests.answer('ivys wish'), 'done', 'as before');
select tests.act_as('ivy');
select is(pg_temp.stop('false ivy'), 'done', 'Ivy may stop any device of Ivy''s, the older one, too');
select tests.act_as('false ivy');
select is(public.my_view() ->> 'view', null, 'it reads nothing new');
select is(public.my_view() -> 'stop' ->> 'device' || ' ' || (public.my_view() -> 'stop' ->> 'stopped') || ' ' || (public.my_view() -> 'stop' ->> 'contested') || ' ' || (public.my_view() -> 'stop' ->> 'invited_by'), 'ivy true false sam', 'and is told which device stopped it');
select is((public.my_older(null, now() + interval '1 day'))::text || (public.my_pictures(null, array[tests.picture() ->> 'hash']))::text, '[][]', 'nor what is older, nor pictures');
select is(tests.call('send_wish', tests.draft('x', '{jo}')) || ' ' || pg_temp.yes_to('ivy') || ' ' || pg_temp.stop('ivy'), 'device_stopped device_stopped device_stopped', 'it does nothing');
select is(tests.call('keep_device', '{}') || ' ' || tests.call('keep_device', '{}'), 'done device_not_stopped', 'but may say that it is Ivy''s, once');
select is(pg_temp.standing('ivy') || ', ' || pg_temp.standing('false ivy'), 'not own frozen reached by sam, not own frozen reached by sam', 'then neither reads anything new');
select tests.act_as('ivy');
select is((select string_agg(k || ' ' || v, ', ') from json_each_text(public.my_view() -> 'stop') j (k, v) where k in ('stopped', 'contested', 'device')), 'stopped false, contested true, device false ivy', 'both see it');
select is(tests.call('complain', tests.draft('still', '{jo}', true, about => 'sam')), 'done', 'what Ivy has to say still goes');
select is(tests.call('agree', jsonb_build_object('agreement', tests.id('agreement'))), 'device_stopped', 'a yes does not');
select tests.act_as('jo');
select is(pg_temp.doubt('still'), 'contested', 'and Jo is told that two devices say that they are Ivy''s');
select tests.act_as('sam');
select is(pg_temp.stop('ivy') || ' ' || pg_temp.yes_to('false ivy'), 'device_disputed approval_does_not_count', 'Sam, who made both, settles nothing');
select tests.act_as('pat');
select is(pg_temp.stop('ivy') || ' ' || pg_temp.yes_to('ivy'), 'device_disputed done', 'no adult does alone');
select is(pg_temp.standing('ivy'), 'not own frozen reached by sam', 'Pat''s yes is one');
select tests.act_as('jo');
select is(pg_temp.yes_to('ivy'), 'done', 'Jo''s is the second');
select is(pg_temp.standing('ivy') || ', ' || pg_temp.standing('false ivy'), 'own reached by sam, not own reached by sam', 'then the device is Ivy''s');
select is(pg_temp.doubt('still') || ' ' || pg_temp.doubt('sam hurts me'), 'none none', 'what was said on it stands');
select tests.act_as('false ivy');
select throws_ok('select public.my_view()', '42501', null, 'and the other one is nobody''s any more');
select tests.act_as('ivy');
select is(tests.device('false ivy') ->> 'disowned_at' is not null, true, 'which Ivy sees');
select is(tests.items() || tests.items('complaint'), '{"ivys wish","sam hurts me",still}', 'and all that Ivy said');

-- A device that was stopped by mistake is given back by whoever stopped it
select tests.act_as_owner();
select tests.join_as('ivys phone', 'ivy', 'jo');
select tests.act_as('ivy');
select is(pg_temp.yes_to('ivys phone') || pg_temp.stop('ivys phone'), 'donedone', 'Ivy says yes to a phone, then stops it');
select is(tests.device('ivys phone') -> 'stop' ->> 'by', tests.login('ivy') ->> 'login', 'which Ivy sees');
select tests.act_as('jo');
select is(pg_temp.standing('ivys phone') || ' ' || pg_temp.standing('ivy'), 'not own frozen own reached by sam', 'it reads nothing new');
select tests.act_as('ivy');
select is(pg_temp.yes_to('ivys phone'), 'done', 'and gives it back');
select is(pg_temp.standing('ivys phone'), 'own', 'it is Ivy''s again');
-- A new device cannot shut out one that is beyond doubt
select tests.act_as_owner();
select tests.join_as('trick', 'robin', 'lou');
select tests.act_as('trick');
select is(pg_temp.stop('robin'), 'done', 'a device that Lou added stops Robin''s tablet');
select tests.act_as('robin');
select is(public.my_view() -> 'stop' ->> 'invited_by', 'lou', 'which is told by whom');
select is(tests.call('keep_device', '{}') || ' ' || pg_temp.standing('robin') || ', ' || pg_temp.standing('trick'), 'done own, not own frozen reached by lou', 'and goes on when Robin says that it is Robin''s');
select is(tests.items() @> '{secret}', true, 'with all of it');
-- A device that is lost is cut off; what the child said yes to on it stays the child's
select tests.act_as('jo');
select is(pg_temp.stop('robin') || ' ' || pg_temp.standing('sams trick'), 'device_disputed own', 'while it is disputed, nobody cuts either off');
select tests.act_as('trick');
select is(pg_temp.yes_to('robin'), 'done', 'the false one gives in');
select tests.act_as('jo');
select is(pg_temp.stop('robin') || ' ' || pg_temp.standing('sams trick'), 'done own', 'the tablet is lost; the phone that Robin vouched for on it stays Robin''s');

-- The responsible individual ends a false sign-in of staff, and no child's
select tests.act_as('morgan');
select is(pg_temp.stop('false tom') || ' ' || pg_temp.stop('sams trick'), 'done no_such_device', 'Morgan may cut off a worker''s');

-- Sharing to keep safe with whom the child left out is allowed at once, and never unseen
select tests.act_as('ivy');
select tests.call('send_wish', tests.draft('not for lou', '{jo}', left_out => '{lou}')), tests.call('send_wish', tests.draft('not for morgan', '{jo}', left_out => '{morgan}')), tests.call('send_wish', tests.draft('not for pat', '{jo}', left_out => '{pat}'));
select tests.act_as('jo');
select is(tests.happen('share_to_keep_safe', 'not for lou', tests.raise('{lou}', hidden => true)), 'done', 'Jo shares with Lou, whom Ivy left out, behind Ivy''s back');
select tests.happen('share_to_keep_safe', 'not for lou', tests.raise('{sam}', hidden => true));
create function pg_temp.oversight() returns text language sql as $$ select coalesce(string_agg(pg_catalog.concat_ws(' ', (tests.names(jsonb_build_array(o ->> 'person_id')))::text, (tests.names(o -> 'with_ids'))::text, o ->> 'hidden', o ->> 'because', (tests.names(jsonb_build_array(o ->> 'child_id')))::text), '; '), 'nothing') from jsonb_array_elements(tests.list('oversight')) o $$;
grant execute on function pg_temp.oversight to authenticated;
select is(tests.each_told('{ivy,jo,lou,sam,pat,morgan,nia}', 'select pg_temp.oversight()'), E'ivy: nothing\njo: nothing\nlou: nothing\nsam: nothing\npat: nothing\nmorgan: {jo} {lou} true I fear harm. {ivy}\nnia: nothing', 'whoever is above them is told by whom, with whom, that it is hidden, and why; not of the rest');
select tests.act_as('morgan');
select is(tests.items(), '{}', 'and reads no word of Ivy''s');
select tests.act_as('jo');
select tests.happen('share_to_keep_safe', 'not for morgan', tests.raise('{morgan}')), tests.happen('share_to_keep_safe', 'not for pat', tests.raise('{pat}'));
select tests.act_as('pat');
select is(tests.part('oversight'), 1, 'shared with the responsible individual, it is the manager who is told');
select tests.act_as('morgan');
select is(tests.part('oversight'), 2, 'and with the manager, the responsible individual');
select tests.act_as_owner();
update app.logins set cut_off_at = now() where person_id = tests.id('morgan');
select tests.act_as('pat');
select is(tests.part('oversight'), 2, 'who has no way in oversees nothing: the manager is told of Lou, too');
select * from finish();
rollback;
