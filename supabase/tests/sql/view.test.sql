begin;
select * from no_plan();

-- The shape of the document (src/lib/domain/view.ts)
select tests.act_as('robin');
select is((select string_agg(k, ' ' order by k) from json_object_keys(public.my_view() -> 'view') k),
	'agreements away cards devices epoch handover home house invites items key_workers last_call login me more_items oversight people promises sections sessions shape tablets unclear waiting', 'what Robin reads');
select is(public.my_view() -> 'view' ->> 'me', tests.id('robin')::text, 'is Robin''s');
select is(public.my_view() -> 'view' ->> 'login', tests.login('robin') ->> 'login', 'on this device');
select is(public.my_view() -> 'view' ->> 'shape', '1', 'in the first shape');
select is((select string_agg(k, ' ' order by k) from json_object_keys(public.my_view()) k), 'lacks now version view', 'with its version, and the time');
select is((public.my_view() ->> 'now')::timestamptz, now(), 'of the server');
select throws_ok('select public.my_view(shape => 2)', 'PT422', 'shape_unknown', 'a newer shape is not known here');

-- Nothing changed: nothing is sent. Something did: all of it.
select is(public.my_view(known_version => tests.version()) ->> 'view', null, 'an unchanged view is not sent again');
select is(public.my_view(known_version => tests.version()) ->> 'version', tests.version(), 'but its version');
select isnt(public.my_view(known_version => 'old') ->> 'view', null, 'a changed one is');
create temp table was as select tests.version() as version;
grant all on was to authenticated;
select tests.call('send_wish', tests.draft('bike', '{sam}', true));
select isnt(tests.version(), (select version from was), 'a wish changes it');
select tests.act_as('jo');
update was set version = tests.version();
select tests.later('bike', '25 hours');
select isnt(tests.version(), (select version from was), 'so does a day that goes by, with no write');

-- People
select tests.act_as('robin');
select is((select string_agg(p ->> 'name', ' ' order by p ->> 'name') from jsonb_array_elements(tests.list('people')) p), 'jo lou morgan pat robin sam', 'Robin sees the staff, and no other child');
select is((select string_agg(k, ' ' order by k) from jsonb_object_keys(tests.list('people') -> 0) k), 'at_work id joined left_at name picture pronouns reached_by role', 'name and face');
select tests.act_as('lou');
select is((select string_agg(p ->> 'name', ' ' order by p ->> 'name') from jsonb_array_elements(tests.list('people')) p), 'jo kai lou morgan pat robin sam', 'staff see all of the home');
select is(tests.part('devices') || ' ' || tests.part('invites'), '1 1', 'of devices and codes their own');
select tests.act_as('sam');
select is((select string_agg(d ->> 'device', ' ' order by d ->> 'device') from jsonb_array_elements(tests.list('devices')) d), 'robin sam', 'and those of their children');
select tests.act_as('morgan');
select is(tests.part('devices'), 7, 'the responsible individual those of the home');

-- What is old and closed comes by page
select tests.act_as('robin');
select is(tests.call('send_wish', tests.draft('old ' || n, '{sam}')), 'done', 'wish ' || n) from generate_series(1, 3) n;
select tests.act_as('sam');
select tests.answer('old ' || n), tests.later('old ' || n, make_interval(days => 90 + n)) from generate_series(1, 2) n;
select tests.answer('old 3'), tests.later('old 3', '89 days');
select tests.act_as('robin');
select is(tests.items(), '{bike,"old 3"}', 'what was closed three months ago is not sent every time');
select is((select array_agg(i ->> 'words' order by i ->> 'words') from json_array_elements(public.my_older(null, now() - interval '90 days')) i), '{"old 1","old 2"}', 'but when asked for');
select is((select array_agg(i ->> 'words') from json_array_elements(public.my_older(null, now() - interval '91 days 1 hour')) i), '{"old 2"}', 'from any time back');
select is((select string_agg(k, ' ' order by k) from json_object_keys(public.my_older(null, now()) -> 0) k), (select string_agg(k, ' ' order by k) from jsonb_object_keys(tests.item('bike')) k), 'just like the others');
select is((select i -> 'events' -> 0 ->> 'because' from json_array_elements(public.my_older(null, now() - interval '91 days 1 hour')) i), 'We asked, and it fits.', 'with their stories');
select is(public.my_older(null, null)::text, '[]', 'no time, nothing');
select is(public.my_older(null, now(), 'complaint')::text, '[]', 'of another kind, nothing');
select is((select array_agg(i ->> 'words') from json_array_elements(public.my_older(null, now() - interval '90 days', 'wish')) i), '{"old 2","old 1"}', 'and of one kind, those of that kind');
select tests.act_as('jo');
select is(public.my_older(null, now())::text, '[]', 'Jo, who read none of it, has nothing old');
select tests.act_as_owner();
insert into app.items (id, kind, home_id, child_id, author_id, words, sent_at, asked_at, closed_at)
	select tests.id('very old ' || n), 'topic', tests.id('maple'), tests.id('robin'), tests.id('robin'), n::text, now() - interval '2 years', now() - interval '2 years', now() - make_interval(days => 200 + n) from generate_series(1, 60) n;
select tests.act_as('robin');
select is((select count(*) || ' ' || min((i ->> 'words')::int) || ' ' || max((i ->> 'words')::int) from json_array_elements(public.my_older(null, now() - interval '200 days')) i), '50 1 50', 'fifty a page, the newest first');
select is((select count(*)::int from json_array_elements(public.my_older(null, now() - interval '250 days')) i), 10, 'then the rest');

-- A person of two homes: one account, and the request names who asks
select tests.act_as_owner();
insert into app.people (id, home_id, role, name) values (tests.id('sam of oak'), tests.id('oak'), 'worker', 'sam');
insert into app.logins (account_id, person_id, home_id, device, whole) values (tests.id('account of sam'), tests.id('sam of oak'), tests.id('oak'), 'oak', true);
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('hello', '{sam}'));
select tests.act_as('sam');
select is(public.my_view(tests.id('sam')) -> 'view' -> 'home' ->> 'name', 'Maple House', 'Sam asks as Sam of Maple House');
select is(public.my_view(tests.id('sam of oak')) -> 'view' -> 'home' ->> 'name', 'Oak House', 'or of Oak House');
select is(jsonb_array_length((public.my_view(tests.id('sam of oak')) -> 'view' -> 'items')::jsonb), 0, 'where nothing of Maple House shows');
select is(public.apply_calls(tests.id('sam of oak'), jsonb_build_array(jsonb_build_object('id', tests.id('c'), 'name', 'open_item', 'args', jsonb_build_object('id', tests.id('o'), 'item', tests.id('hello'))))) -> 0 ->> 'code',
	'not_yours', 'nor is anything of it done');
select throws_ok('select public.my_view()', '42501', 'nobody', 'whoever is two must say which');
select throws_ok(format('select public.my_view(%L)', tests.id('jo')), '42501', 'nobody', 'and is never somebody else');
select throws_ok(format('select public.apply_calls(%L, ''[]'')', tests.id('jo')), '42501', 'nobody', 'not to write');
select throws_ok(format('select public.my_older(%L, now())', tests.id('robin')), '42501', 'nobody', 'nor to look back');
select throws_ok(format('select public.my_pictures(%L, ''{}'')', tests.id('robin')), '42501', 'nobody', 'nor for pictures');
select set_config('sayso.person', tests.id('robin')::text, true);
select is_empty('select 1 from app.people', 'a name that is not Sam''s opens no table');
select tests.act_as_visitor();
select throws_ok('select public.my_view()', '42501', null, 'a visitor has no view');
select throws_ok('select public.my_older(null, now())', '42501', null, 'nothing older');
select throws_ok('select public.my_pictures(null, ''{}'')', '42501', null, 'and no pictures');
select * from finish();
rollback;
