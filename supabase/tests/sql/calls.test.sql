begin;
select * from no_plan();
create function pg_temp.batch(calls jsonb) returns text language sql as
	$$ select string_agg(coalesce(o ->> 'code', (o ->> 'end') || (o ->> 'seq')), ' ') from jsonb_array_elements(public.apply_calls(null, calls)) o $$;
create function pg_temp.one(id text, name text, args jsonb) returns jsonb language sql as
	$$ select jsonb_build_object('id', tests.id(id), 'name', name, 'args', args) $$;
grant execute on function pg_temp.batch, pg_temp.one to authenticated;

select tests.act_as('robin');
select is(public.my_view() -> 'view' ->> 'last_call', '0', 'Robin has called nothing');
select is(tests.call('send_wish', tests.draft('bike', '{sam}'), 'a'), 'done', 'a call is done');
select is(tests.call('send_wish', tests.draft('bike', '{sam}'), 'a'), 'done', 'and done again');
select is((select count(*)::int from app.items), 1, 'with one effect');
select is(public.apply_calls(null, jsonb_build_array(pg_temp.one('a', 'send_wish', tests.draft('bike', '{sam}')))) -> 0, jsonb_build_object('id', tests.id('a'), 'end', 'done', 'seq', 1), 'and the first number');
select is(public.apply_calls(null, jsonb_build_array(pg_temp.one('a', 'send_wish', tests.draft('bike', '{sam}') - 'words' || '{"words": "bike"}'))) -> 0 ->> 'end', 'done', 'in whatever order its parts come');
select is(tests.call('send_wish', tests.draft('boat', '{sam}'), 'a'), 'same_id_other_args', 'the same id with other words is refused');
select is(tests.call('put_topic', tests.draft('bike', '{sam}'), 'a'), 'same_id_other_args', 'or with another name');
select is((select count(*)::int from app.calls), 1, 'one call is kept');
select is(tests.call('drop_table', '{}') || ' ' || tests.call('send_wish(jsonb); --', '{}') || ' ' || tests.call('SEND_WISH', '{}') || ' ' || tests.call('calls.send_wish', '{}') || ' ' || tests.call('', '{}'),
	'no_such_call no_such_call no_such_call no_such_call no_such_call', 'there is no such call, nor any way to sneak one in');
select is(tests.call(repeat('send_wish', 20), '{}'), 'no_such_call', 'however long');

-- A batch: in order, each for itself
select is(pg_temp.batch(jsonb_build_array(
		pg_temp.one('b1', 'send_wish', tests.draft('one', '{sam}')), pg_temp.one('b2', 'send_wish', tests.draft('two', '{}')),
		pg_temp.one('b3', 'take_back', jsonb_build_object('id', tests.id('e'), 'item', tests.id('one'))), pg_temp.one('b1', 'send_wish', tests.draft('one', '{sam}')),
		pg_temp.one('b4', 'send_wish', tests.draft('one', '{sam}')), pg_temp.one('b5', 'take_back', jsonb_build_object('id', tests.id('e2'), 'item', tests.id('two'))),
		pg_temp.one('b6', 'nothing', '{}'), jsonb_build_object('id', 'no uuid', 'name', 'send_wish', 'args', '{}'::jsonb), '7'::jsonb, 'null'::jsonb, '[]'::jsonb, '{}'::jsonb,
		pg_temp.one('b7', 'send_wish', 'null'), pg_temp.one('b8', 'send_wish', tests.draft('three', '{sam}') || '{"readers": 7}'), pg_temp.one('b9', 'send_wish', tests.draft('last', '{sam}')))),
	'done2 no_readers done3 done2 already_there not_yours no_such_call bad_value bad_value bad_value bad_value bad_value no_readers bad_value done4', 'a refusal undoes that call alone');
select is(tests.items(), '{bike,last,one}', 'what was done is there');
select is(public.my_view() -> 'view' ->> 'last_call', '4', 'and the view says up to which call it knows');
select is(tests.call('send_wish', tests.draft('two', '{sam}'), 'b2'), 'done', 'the refused one is mended under its id, and sent again');
select throws_ok($$ select public.apply_calls(null, (select jsonb_agg('{}'::jsonb) from generate_series(1, 51))) $$, 'PT422', 'too_many', 'not 51 at once');
select is(jsonb_array_length(public.apply_calls(null, (select jsonb_agg('{}'::jsonb) from generate_series(1, 50)))), 50, '50 may be');
select is(public.apply_calls(null, '[]'), '[]', 'or none');
select throws_ok($$ select public.apply_calls(null, '{}') $$, 'PT422', 'no_calls', 'what is no list is no list of calls');
select throws_ok($$ select public.apply_calls(null, null) $$, 'PT422', 'no_calls', 'nor is nothing');
select throws_ok('update app.calls set seq = 9', '42501', null, 'a kept call is never changed');
select throws_ok('delete from app.calls', '42501', null, 'nor removed');
select throws_ok($$ insert into app.calls (person_id, id, seq, name, args_hash) values (tests.id('kai'), tests.id('z'), 9, 'x', '') $$, '42501', null, 'nor put in the name of Kai');

-- A bad moment of the server is nobody's fault: all is undone, all is sent again
select tests.act_as_owner();
create function calls.stumble(args jsonb) returns void language plpgsql as $$ begin raise exception 'x' using errcode = args ->> 'code'; end $$;
grant execute on function calls.stumble to authenticated;
select tests.act_as('robin');
select is((select string_agg(c || ':' || coalesce((select string_agg(r, '') from (select tests.call('stumble', jsonb_build_object('code', c))) s(r)), ''), ' ') from unnest(array['P0001', '23514', '42P01']) c),
	'P0001:P0001 23514:23514 42P01:42P01', 'a mistake is refused with its code');
select throws_ok(format($$ select tests.call('stumble', '{"code": "%s"}') $$, c), c, 'x', c || ' is thrown')
	from unnest(array['40001', '40P01', '53100', '53200', '53300', '55P03', '57P01', '58030', 'XX000', '25006']) c;

-- Kai uses the same id: Kai's own call, and no hint of Robin's
select tests.act_as('kai');
select is(tests.call('send_wish', tests.draft('kite', '{jo}'), 'a'), 'done', 'ids are each person''s own');
select is((select count(*)::int || ' ' || max(seq) from app.calls), '1 1', 'Kai sees only Kai''s calls');
select is(tests.call('send_wish', tests.draft('bike', '{jo}')), 'already_there', 'a taken wish id is refused');

-- Robin's second device: the same call is not done twice; its own calls have their own numbers
select tests.act_as_owner();
select tests.join_as('phone', 'robin', 'sam');
select tests.act_as('phone');
select is(pg_temp.batch(jsonb_build_array(pg_temp.one('a', 'send_wish', tests.draft('bike', '{sam}')), pg_temp.one('p1', 'send_wish', tests.draft('phone', '{sam}')))), 'done0 done1',
	'a call that Robin made on the tablet is done, and is none of the phone''s');
select is(tests.call('send_wish', tests.draft('boat', '{sam}'), 'a'), 'same_id_other_args', 'its words cannot be changed from here');
select throws_ok($$ insert into app.calls (id, seq, name, args_hash, login_id) values (tests.id('z'), 9, 'x', '', (tests.login('robin') ->> 'login')::uuid) $$, '42501', null, 'nor a call be put in the tablet''s name');
select is((select count(*)::int from app.calls), 1, 'the phone sees its own calls');
select tests.act_as('robin');
select is(public.my_view() -> 'view' ->> 'last_call', '5', 'and the tablet its own');

-- The database was set back to an earlier day: a device that names what it was told is done finds out, before anything else is done
select tests.act_as_owner();
create function pg_temp.set_back(gone text[]) returns void language sql security definer as
	$$ delete from app.calls where id = any (select tests.id(g) from unnest(gone) g) $$;
grant execute on function pg_temp.set_back to authenticated;
select tests.act_as('robin');
select is((public.my_view(known => array[tests.id('a'), tests.id('b9')]) ->> 'lacks') || ' ' || (public.my_view() ->> 'lacks'), 'false false', 'what was done is known, as is nothing');
select is(jsonb_array_length(public.apply_calls(null, jsonb_build_array(pg_temp.one('c1', 'send_wish', tests.draft('after', '{sam}'))), array[tests.id('b9')])), 1, 'and the next call is done');
select is(public.my_view(known => array[tests.id('p1')]) ->> 'lacks', 'false', 'also what was done on another device of mine');
select is(public.my_view(known => array[tests.id('nothing')]) ->> 'lacks', 'true', 'what was never done is lacking');
select pg_temp.set_back('{c1}');
select is(public.my_view(known => array[tests.id('b9'), tests.id('c1')]) ->> 'lacks', 'true', 'what was lost is found to be lacking');
select throws_ok(format($$ select public.apply_calls(null, '[]', array[%L]::uuid[]) $$, tests.id('c1')), 'PT422', 'went_back', 'and nothing is done that may rest on it');
select tests.act_as('kai');
select is(public.my_view(known => array[tests.id('b9')]) ->> 'lacks', 'true', 'nobody learns whether a call of somebody else is there');
select throws_ok($$ select public.my_view(known => array(select gen_random_uuid() from generate_series(1, 51))) $$, 'PT422', 'too_many', 'no more than were ever done at once');

-- An account that nobody knows (any more) hears that, and not that it was cut off
select tests.act_as_owner();
select set_config('role', 'authenticated', true), set_config('request.jwt.claims', '{"sub": "00000000-0000-4000-8000-000000000000", "role": "authenticated"}', true);
select throws_ok('select public.my_view()', '42501', 'not_known', 'an account without a login is not known');
select throws_ok('select public.apply_calls(null, ''[]'')', '42501', 'not_known', 'and does nothing');
select throws_ok('select public.home_guide()', '42501', 'not_known', 'nor is it a tablet');
select tests.act_as('robin');
select throws_ok($$ select public.my_view(tests.id('kai')) $$, '42501', 'nobody', 'whoever is known is not somebody else');

-- Another life of the database
select tests.act_as_owner();
create temporary table life as select private.my_epoch() as epoch;
grant select on life to authenticated;
select private.notice_life();
select is(private.notice_life(), false, 'the same life is the same');
update life set epoch = private.my_epoch();
delete from private.epoch;
insert into private.epoch (id, seen) select id, seen from (values (gen_random_uuid(), 'the place where it was dumped')) as dump (id, seen);
select is(private.notice_life() || ' ' || private.notice_life(), 'true false', 'a row that was loaded is noticed, once');
update life set epoch = private.my_epoch();
select private.begin_life();
select isnt(private.my_epoch(), (select epoch from life), 'an owner who knows more says so');
select is(private.notice_life(), false, 'and it is noted');
select tests.act_as_visitor();
select throws_ok('select public.apply_calls(null, ''[]'')', '42501', null, 'a visitor has no calls');
select * from finish();
rollback;
