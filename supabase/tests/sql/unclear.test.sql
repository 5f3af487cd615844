begin;
select * from no_plan();
create function pg_temp.mark(page text, version text default null, call text default gen_random_uuid()::text) returns text language sql as $$
	select tests.call('mark_unclear', jsonb_build_object('id', tests.id('salt ' || call), 'page', page, 'version', tests.id(version)), call)
$$;
create function pg_temp.publish(version text, section text) returns text language sql as $$
	select tests.call('publish_section', jsonb_build_object('id', tests.id(version), 'section', section, 'review_by', current_date + 90,
		'lines', jsonb_build_array(jsonb_build_object('kind', 'line', 'words', version, 'symbol', null, 'number', null))))
$$;
-- What somebody is told: the pages, each with how many marks it has.
create function pg_temp.told() returns text language sql as
	$$ select string_agg((u ->> 'page') || ' ' || (u ->> 'marks'), ', ' order by u ->> 'page') from jsonb_array_elements(tests.list('unclear')) u $$;
grant execute on function pg_temp.mark, pg_temp.publish, pg_temp.told to authenticated;

-- A child marks a page
select tests.act_as('robin');
select is(pg_temp.mark('night', call => 'a') || ' ' || pg_temp.mark('night', call => 'a'), 'done done', 'Robin does not get a page, and says so');
select is(pg_temp.mark('guide#fire'), 'done', 'or a part of the longest one');
select is(pg_temp.told(), null, 'Robin is told nothing of it');
select is_empty('select 1 from app.unclear', 'whatever Robin asks');
select tests.act_as('kai');
select is(pg_temp.mark('night'), 'done', 'Kai did not get it either');
select is(pg_temp.told(), null, 'and does not learn that Robin did not');
select tests.act_as('jo');
select is(pg_temp.told(), null, 'nobody sees the count go up while it is known who is at the tablet');
select tests.act_as_owner();
select is((select count(*)::int from app.unclear where day = (now() at time zone 'UTC')::date), 3, 'the day is the database''s');
update app.unclear set day = day - 1;
select tests.act_as('jo');
select is((select string_agg(private.told_before(t)::text, ' ') from unnest('{2026-01-02 00:00Z,2026-01-02 02:59Z,2026-01-02 03:00Z,2026-01-02 23:59Z}'::timestamptz[]) t),
	'2026-01-01 2026-01-01 2026-01-02 2026-01-02', 'nor in the night: of the day before, from three on');
select is(pg_temp.told(), case when private.told_before(now()) = (now() at time zone 'UTC')::date then 'guide#fire 1, night 2' end, 'as here');
select tests.act_as_owner();
update app.unclear set day = day - 1;
select tests.act_as('jo');
select is(pg_temp.told(), 'guide#fire 1, night 2', 'from the morning after adults of the home see how many did not get which page: what is sent twice counts once');
select tests.act_as('pat');
select is(pg_temp.told(), 'guide#fire 1, night 2', 'the manager, too');
select is((select string_agg(k, ' ' order by k) from jsonb_object_keys(tests.list('unclear') -> 0) k), 'marks page', 'and no more than that');
select tests.act_as('morgan');
select is(pg_temp.told(), null, 'nobody outside the home');
select tests.act_as('nia');
select is(pg_temp.told(), null, 'nor of another one');
select is_empty('select 1 from app.unclear', 'whatever they ask');

-- It holds a page and a day, and nothing leads to whose it is
select tests.act_as_owner();
select is((select string_agg(column_name, ' ' order by ordinal_position) from information_schema.columns where table_schema = 'app' and table_name = 'unclear'),
	'id home_id page version day', 'a mark has no words, no person and no hour');
select is_empty($$ select 1 from app.unclear u join app.calls c on c.id = u.id or c.args_hash = sha256(convert_to('mark_unclear' ||
	jsonb_build_object('id', u.id, 'page', u.page, 'version', u.version)::text, 'utf8')) $$, 'the log of calls keeps no page, and nothing that a page can be found by');

-- Only pages that may be marked, only by children of the home
select tests.act_as('robin');
select is((select string_agg(distinct pg_temp.mark(p), ' ') from unnest('{help,complain,letter,slip,advocate,rights,privacy,records,people,find,words,about,guide#complain,guide#advocate,home/fire,secrets,""}'::text[]) p),
	'bad_page', 'never a page about help, complaints, advocates, rights or what is kept private');
select is(tests.call('mark_unclear', '{}') || ' ' || tests.call('mark_unclear', '{"page": "night", "version": "x"}'), 'bad_value bad_value', 'nor nothing');
select is(tests.each_told('{jo,pat,morgan,nia}', $$ select pg_temp.mark('night') $$), E'jo: not_yours\npat: not_yours\nmorgan: not_yours\nnia: not_yours', 'no adult marks a page');
select throws_ok($$ insert into app.unclear (page) values ('night') $$, '42501', null, 'whatever they try');
select tests.act_as('robin');
select throws_ok($$ insert into app.unclear (page, day) values ('night', '2020-01-01') $$, '42501', null, 'nobody says which day');
select throws_ok($$ insert into app.unclear (page, home_id) values ('night', tests.id('oak')) $$, '42501', null, 'nor of which home');

select tests.act_as_owner();
grant insert (home_id) on app.unclear to authenticated;
select tests.act_as('robin');
select throws_ok($$ insert into app.unclear (page, home_id) values ('night', tests.id('oak')) $$, '42501', null, 'not even where the grant was forgotten');

-- What the home wrote itself: of the version in force
select tests.act_as('pat');
select is(pg_temp.publish('fire 1', 'fire') || ' ' || pg_temp.publish('complain', 'complaints') || ' ' || pg_temp.publish('advocate', 'advocate'), 'done done done', 'Pat writes what happens in a fire, and how to complain');
select tests.act_as('jo');
select is(tests.call('approve_section', jsonb_build_object('version', tests.id('complain'))), 'done', 'which Jo reads');
select tests.act_as('robin');
select is(pg_temp.mark('home/fire', 'fire 1') || ' ' || pg_temp.mark('home/fire', 'fire 1'), 'done done', 'Robin does not get it');
select is(pg_temp.mark('home/day', 'fire 1') || ' ' || pg_temp.mark('night', 'fire 1') || ' ' || pg_temp.mark('home/fire', 'fire 9'), 'bad_page bad_page bad_page', 'under the name of what it is');
select is(pg_temp.mark('home/complaints', 'complain') || ' ' || pg_temp.mark('home/advocate', 'advocate'), 'bad_page bad_page', 'never how to complain here, nor the advocate');
select throws_ok($$ insert into app.unclear (page, version) values ('home/day', tests.id('fire 1')) $$, '42501', null, 'nor past the call');
select tests.act_as('ash');
select is(pg_temp.mark('home/fire', 'fire 1'), 'bad_page', 'a child of another home marks nothing here');
select throws_ok($$ insert into app.unclear (page, version) values ('home/fire', tests.id('fire 1')) $$, '42501', null, 'whatever they try');
select tests.act_as_owner();
update app.unclear set day = day - 2 where version is not null;
select tests.act_as('jo');
select is(pg_temp.told(), 'guide#fire 1, home/fire 2, night 2', 'adults see it');
select tests.act_as('pat');
select is(pg_temp.publish('fire 2', 'fire'), 'done', 'Pat writes it more simply');
select is(pg_temp.told(), 'guide#fire 1, night 2', 'and the new version has no marks');
select tests.act_as('robin');
select is(pg_temp.mark('home/fire', 'fire 1'), 'done', 'a mark on the old one, which waited on a tablet with no signal, still comes');
select tests.act_as_owner();
update app.unclear set day = day - 2 where version is not null;
select tests.act_as('pat');
select is(pg_temp.told(), 'guide#fire 1, night 2', 'and is not told as one of the new');

-- The built-in guide for 90 days
select tests.act_as_owner();
update app.unclear set day = current_date - 90 where page = 'night';
update app.unclear set day = current_date - 89 where page = 'guide#fire';
select tests.act_as('jo');
select is(pg_temp.told(), 'guide#fire 1', 'after 90 days a mark is told no more');
select * from finish();
rollback;
