begin;
select * from no_plan();
-- What a tablet shows: the words of each section.
create function pg_temp.guide(known text default null) returns jsonb language sql as $$ select (public.home_guide(known) -> 'guide')::jsonb $$;
create function pg_temp.shows() returns text language sql as $$
	select coalesce(string_agg((s ->> 'section') || ': ' || (s -> 'lines' -> 0 ->> 'words'), ', '), 'nothing') from jsonb_array_elements(pg_temp.guide() -> 'sections') s
$$;
create function pg_temp.publish(version text, section text, words text) returns text language sql as $$
	select tests.call('publish_section', jsonb_build_object('id', tests.id(version), 'section', section, 'review_by', current_date + 90,
		'lines', case when words = '' then '[]' else jsonb_build_array(jsonb_build_object('kind', 'line', 'words', words, 'symbol', null, 'number', null)) end))
$$;
create function pg_temp.tablet(device text) returns jsonb language sql as
	$$ select t from jsonb_array_elements(tests.list('tablets')) t where t ->> 'id' = tests.id(device)::text $$;
create function pg_temp.cut_off(device text) returns text language sql as
	$$ select tests.call('cut_off_tablet', jsonb_build_object('tablet', tests.id(device))) $$;
create function pg_temp.tables_with_rows() returns text language plpgsql as $$
declare
	name text;
	rows int;
	seen text[] := '{}';
begin
	for name in select tablename from pg_tables where schemaname in ('app', 'private') and has_any_column_privilege(format('%I.%I', schemaname, tablename)::regclass, 'select') order by 1 loop
		execute format('select count(*) from app.%I', name) into rows;
		if rows > 0 then seen := seen || name; end if;
	end loop;
	return array_to_string(seen, ' ');
end $$;
create function pg_temp.told() returns text language plpgsql as $$
begin
	perform public.home_guide();
	return 'the guide';
exception when insufficient_privilege then return sqlerrm;
end $$;
grant execute on function pg_temp.tables_with_rows, pg_temp.told, pg_temp.guide, pg_temp.shows, pg_temp.publish, pg_temp.tablet, pg_temp.cut_off to authenticated;

-- Who may let a tablet show the guide
select is(tests.each_told('{robin,sam,pat,morgan,nia}', $$ select tests.call('invite_tablet', tests.tablet('of ' || private.me())) $$),
	'robin: not_yours
sam: done
pat: done
morgan: not_yours
nia: done', 'whoever works in the home makes a code for a tablet');
select tests.act_as('sam');
select is(tests.call('invite_tablet', tests.tablet('hall')) || ' ' || tests.call('invite_tablet', tests.tablet('old')) || ' ' || tests.call('invite_tablet', tests.tablet('back')), 'done done done', 'Sam makes three');
select is(tests.call('invite_tablet', tests.tablet('k') || '{"code_hash": "00"}') || ' ' || tests.call('invite_tablet', tests.tablet('k') || '{"code_hash": "x"}') || ' ' || tests.call('invite_tablet', tests.tablet('k') || '{"device": " "}')
	|| ' ' || tests.call('invite_tablet', tests.tablet('k') || jsonb_build_object('device', repeat('x', 61))) || ' ' || tests.call('invite_tablet', tests.tablet('k') || jsonb_build_object('id', tests.id('hall'))) || ' ' || tests.call('invite_tablet', tests.tablet('hall') || jsonb_build_object('id', tests.id('k'))),
	'bad_code_hash bad_value bad_device bad_device already_there already_there', 'a code has a hash, a tablet a name, and no two are the same');
select throws_ok('select code_hash from app.tablets', '42501', null, 'nobody reads even a hash');
select throws_ok('select used_by from app.tablets', '42501', null, 'or which account it is');
select throws_ok($$ insert into app.tablets (id, code_hash, device) values (tests.id('x'), tests.hash('x'), e'Tab\u200blet') $$, '23514', null, 'or keeps a name with something hidden in it');
select throws_ok($$ insert into app.tablets (id, code_hash, device, expires_at) values (tests.id('x'), tests.hash('x'), 'x', 'infinity') $$, '42501', null, 'or makes a code that lasts');
select throws_ok('update app.tablets set cut_off_at = null', '42501', null, 'or turns one on again');
select is((select string_agg(k, ' ' order by k) from jsonb_object_keys(pg_temp.tablet('hall')) k), 'cut_off_at device expires_at id made_at made_by used_at', 'Sam sees what was made');
select is((pg_temp.tablet('hall') ->> 'expires_at')::timestamptz, now() + interval '1 day', 'which is good for a day');
select is(tests.each_told('{robin,kai,jo,pat,morgan,nia}', $$ select tests.part('tablets') || ' ' || (select count(id) from app.tablets) $$), 'robin: 0 0
kai: 0 0
jo: 5 5
pat: 5 5
morgan: 0 0
nia: 1 1', 'as do all who work here, and nobody else');

-- One code, one tablet, one day
select tests.act_as_visitor();
select is(public.check_code('code of hall'), '{"state": "good", "for": "tablet"}', 'a good code says that it is for a tablet, and of no home');
select lives_ok($$ select tests.sign_up('hall', 'code of hall') $$, 'the tablet signs up with it');
select throws_ok($$ select tests.sign_up('again', 'code of hall') $$, 'PT422', 'code_used', 'once');
select is(public.check_code('code of hall'), '{"state": "used", "for": null}', 'then the code is spent');
select tests.act_as_owner();
select is((select raw_user_meta_data::jsonb from auth.users where id = tests.id('account of hall')), '{"other": "kept"}', 'and is not in the account');
select is_empty($$ select 1 from app.logins where account_id = tests.id('account of hall') $$, 'which is nobody''s login');
update app.tablets set expires_at = now() where device = 'old';
select tests.act_as_visitor();
select is(public.check_code('code of old'), '{"state": "expired", "for": null}', 'a code of yesterday is no good');
select throws_ok($$ select tests.sign_up('old', 'code of old') $$, 'PT422', 'code_expired', 'and pairs nothing');
select tests.act_as('jo');
select is(pg_temp.cut_off('back'), 'done', 'Jo takes a code back that nobody used');
select tests.act_as_visitor();
select is(public.check_code('code of back'), '{"state": "unknown", "for": null}', 'which is none any more');
select throws_ok($$ select tests.sign_up('back', 'code of back') $$, 'PT422', 'code_unknown', 'and pairs nothing, either');
select tests.act_as('pat');
select isnt(pg_temp.tablet('hall') ->> 'used_at', null, 'Pat sees that the tablet in the hall is paired');

-- What it shows: what children read, and of nobody else
select is(pg_temp.publish('fire', 'fire', 'The bell rings twice.') || pg_temp.publish('day', 'day', 'Tea is at five.') || pg_temp.publish('say', 'complaints', 'Tell Pat.'), 'donedonedone', 'Pat writes the guide');
select tests.act_as('nia');
select pg_temp.publish('oak fire', 'fire', 'Oak House has a horn.');
select tests.act_as('hall');
select is(pg_temp.shows(), 'day: Tea is at five., fire: The bell rings twice.', 'the tablet shows it, but not what waits for a second adult, and of no other home');
select tests.act_as('jo');
select tests.call('approve_section', jsonb_build_object('version', tests.id('say')));
select tests.act_as('pat');
select pg_temp.publish('say 2', 'complaints', 'Tell nobody.'), pg_temp.publish('fire 2', 'fire', 'The bell rings three times.'), pg_temp.publish('day 2', 'day', '');
select is(pg_temp.tables_with_rows() ~ 'homes .*people .*sections .*tablets', true, 'Pat sees rows of the home');
select tests.act_as('hall');
select is(pg_temp.shows(), 'complaints: Tell Pat., fire: The bell rings three times.', 'then what is in force, and nothing of what was taken away');
select is(jsonb_array_length(pg_temp.guide() -> 'sections'), 2, 'two sections, and not an empty one');
select is(pg_temp.guide() -> 'home', '{"name": "Maple House", "nation": "england", "time_zone": "Europe/London", "labels": {}}', 'and the name of the home');
select is((select string_agg(k, ' ' order by k) from jsonb_object_keys(pg_temp.guide() -> 'sections' -> 0) k), 'at lines section', 'but not who wrote it');
select ok(public.home_guide()::text !~ ('[0-9a-f]{8}-[0-9a-f]{4}'), 'and no id of anybody or anything');
select is(pg_temp.guide() -> 'sections' -> 0 ->> 'at' ~ '\+00:00$', true, 'times in UTC, whatever the server is set to');
select is((public.home_guide() ->> 'now')::timestamptz, now(), 'with the time of the server');
select is((select string_agg(k, ' ' order by k) from json_object_keys(public.home_guide()) k), 'guide now version', 'and its version');
select is(public.home_guide(public.home_guide() ->> 'version') ->> 'guide', null, 'what is unchanged is not sent again');
select isnt(public.home_guide('old') ->> 'guide', null, 'what changed is');

select tests.act_as('nia');
select tests.call('invite_tablet', tests.tablet('oak hall'));
select tests.act_as_visitor();
select tests.sign_up('oak hall', 'code of oak hall');
select tests.act_as('oak hall');
select is(pg_temp.shows() || ' ' || (pg_temp.guide() -> 'home' ->> 'name'), 'fire: Oak House has a horn. Oak House', 'a tablet of Oak House shows what Oak House wrote');
select tests.act_as_owner();
select throws_ok($$ update app.tablets set used_by = tests.id('account of hall') where device = 'oak hall' $$, '23505', null, 'and no tablet is one of two homes');
select tests.act_as('hall');

-- And nothing else: it is nobody
select is(private.me()::text || private.my_home() || private.my_role() || private.my_login(), null, 'the tablet is no person, in no home');
select throws_ok('select public.my_view()', '42501', 'nobody', 'it has no view');
select throws_ok($$ select public.my_view(tests.id('robin')) $$, '42501', 'nobody', 'not even as Robin');
select throws_ok($$ select public.apply_calls(null, '[]') $$, '42501', 'nobody', 'writes nothing');
select throws_ok('select public.my_older(null, now())', '42501', 'nobody', 'has nothing older');
select throws_ok('select public.my_evidence(null, current_date, current_date)', '42501', 'nobody', 'no evidence');
select throws_ok('select public.my_audit(null, now())', '42501', 'nobody', 'no audit');
select throws_ok($$ select public.my_pictures(null, '{}') $$, '42501', 'nobody', 'and no pictures');
select throws_ok($$ select calls.cut_off_tablet(jsonb_build_object('tablet', tests.id('hall'))) $$, 'PT422', 'no_such_device', 'nor does it by going round');
select is(pg_temp.tables_with_rows(), '', 'and of every table it sees no row');
select is(tests.each_told('{robin,sam,pat,morgan,nia}', 'select pg_temp.told()'), 'robin: nobody
sam: nobody
pat: nobody
morgan: nobody
nia: nobody', 'only a tablet asks for it: people have it in their view');

-- Reading leaves no trace in any table
create function pg_temp.can_only_read(asks text) returns text language plpgsql as $$
begin
	perform set_config('transaction_read_only', 'on', true);
	execute asks;
	raise exception using errcode = 'UNDO1';
exception
	when sqlstate 'UNDO1' then return 'it only reads';
	when others then return sqlstate;
end $$;
grant execute on function pg_temp.can_only_read to authenticated;
select tests.act_as('hall');
select is(pg_temp.can_only_read('select public.home_guide()'), 'it only reads', 'that a child looked is written down nowhere');
select is(pg_temp.can_only_read($$ insert into app.unclear (page) values ('night') $$), '25006', '(whatever writes would be found out)');

-- Cut off at once
select is(tests.each_told('{robin,morgan,nia}', $$ select pg_temp.cut_off('hall') $$), 'robin: no_such_device
morgan: no_such_device
nia: no_such_device', 'not by a child, from above, or from another home');
select tests.act_as('lou');
select is(pg_temp.cut_off('hall') || ' ' || pg_temp.cut_off('hall'), 'done no_such_device', 'Lou cuts it off, once');
select isnt(pg_temp.tablet('hall') ->> 'cut_off_at', null, 'which stands in the list');
select tests.act_as('hall');
select throws_ok('select public.home_guide()', '42501', 'nobody', 'and the tablet is told nothing from then on');
select tests.act_as_visitor();
select throws_ok('select public.home_guide()', '42501', null, 'as any visitor');
select throws_ok('select private.guide_of_tablet(null)', '42501', null, 'by whichever way');
select tests.act_as('pat');
select is((select string_agg(what, ' ') from app.audit where what like '%tablet'), 'cut_off_tablet cut_off_tablet', 'both ends are written down');

-- Whoever is not at work now, or has left, makes none and sees none; and a list does not grow for ever
select tests.act_as_owner();
update app.people set not_at_work_since = now() where name = 'lou';
update app.tablets set made_at = made_at - interval '90 days', expires_at = expires_at - interval '90 days', used_at = used_at - interval '90 days' where device in ('hall', 'old');
select tests.join_as('lou again', 'lou');
select tests.act_as('sam');
select tests.call('invite_tablet', tests.tablet('long'));
select tests.act_as_owner();
select tests.sign_up('long', 'code of long');
update app.tablets set made_at = made_at - interval '90 days', expires_at = expires_at - interval '90 days', used_at = used_at - interval '90 days' where device = 'long';
select tests.act_as('sam');
select is(pg_temp.tablet('hall') is not null and pg_temp.tablet('long') is not null and pg_temp.tablet('old') is null, true, 'one that shows the guide stays in the list, and one just cut off; a code of long ago goes');
select tests.act_as_owner();
update app.tablets set cut_off_at = now() - interval '31 days' where device = 'hall';
select tests.act_as('sam');
select is(pg_temp.tablet('hall'), null, 'as does one that was cut off long ago');
select tests.act_as('lou');
select throws_ok($$ select public.apply_calls(null, '[]') $$, '42501', 'nobody', 'Lou, not at work now, does nothing');
select * from finish();
rollback;
