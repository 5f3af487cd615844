begin;
select * from no_plan();
create function pg_temp.seal(of text, items text, at timestamptz) returns text language sql as $$
	select encode(sha256(convert_to(concat_ws('|', e.secret, tests.login(of) ->> 'login', at, items, e.secret), 'utf8')), 'hex') from private.epoch e
$$;
create function pg_temp.keep() returns void language sql as
	$$ select set_config('tests.list', current_setting('sayso.shown'), true), set_config('tests.seal', current_setting('sayso.shown_seal'), true) $$;
create function pg_temp.replay() returns void language sql as
	$$ select set_config('sayso.shown', current_setting('tests.list'), true), set_config('sayso.shown_seal', current_setting('tests.seal'), true) $$;
create function pg_temp.seen() returns text[] language sql as $$ select coalesce(array_agg(words order by words), '{}') from app.items $$;
create function pg_temp.now_i_am(person text) returns void language sql as $$ select set_config('sayso.person', tests.id(person)::text, true) $$;
grant execute on function pg_temp.keep, pg_temp.replay, pg_temp.seen, pg_temp.now_i_am to authenticated;

-- Jo's account is also Nia in the other home: the request says who asks, and is believed only where that is so
insert into app.logins (account_id, person_id, home_id, device, whole)
select tests.id('account of jo'), id, home_id, 'jo at oak', true from app.people where id = tests.id('nia');
select tests.act_as('jo');
select is(private.me(), null, 'who is two people, and does not say which, is nobody');
select pg_temp.now_i_am('jo');
select is(private.me(), tests.id('jo'), 'Jo is Jo');
select pg_temp.now_i_am('nia');
select is(private.me() || ' ' || private.my_home() || ' ' || private.my_role(), tests.id('nia') || ' ' || tests.id('oak') || ' manager', 'and in the same transaction Nia, in the home of Nia');
select pg_temp.now_i_am('sam');
select is(coalesce(private.me()::text, private.my_home()::text, private.my_role()::text), null, 'but never Sam');

-- The list of one view, and its seal, are of one sign-in and one request
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('first', '{jo}'));
select tests.act_as('jo');
select pg_temp.now_i_am('jo');
select private.show_items('-infinity', null, 10), pg_temp.keep();
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('second', '{jo}'));
select tests.act_as('jo');
select pg_temp.now_i_am('jo');
select is(pg_temp.seen(), '{first}', 'the list that was made for Jo counts');
select pg_temp.now_i_am('nia');
select is(pg_temp.seen(), '{}', 'for Jo alone, and not for who else the same account is');
select pg_temp.now_i_am('sam');
select is(pg_temp.seen(), '{}', 'nor for who is named and is not there');
select tests.act_as_owner();
select set_config('tests.seal', pg_temp.seal('sam', current_setting('tests.list'), now()), true);
select tests.act_as('sam');
select pg_temp.replay();
select is(pg_temp.seen(), '{first}', 'with the secret a seal can be made: this is how');
select tests.act_as_owner();
select set_config('tests.seal', pg_temp.seal('sam', current_setting('tests.list'), now() - interval '1 second'), true);
select tests.act_as('sam');
select pg_temp.replay();
select is(pg_temp.seen(), '{}', 'but one of an earlier request is worth nothing');

-- Who I am is asked each time: what happens in the middle of a request counts at once
select tests.act_as('jo');
select pg_temp.now_i_am('jo');
select private.show_items('-infinity', null, 10), pg_temp.keep();
select tests.act_as_owner();
update app.logins set cut_off_at = now() where account_id = tests.id('account of jo') and person_id = tests.id('jo');
select tests.act_as('jo');
select pg_temp.now_i_am('jo');
select pg_temp.replay();
select is(private.me(), null, 'who was cut off is nobody');
select is(pg_temp.seen(), '{}', 'and reads nothing, with the list and the seal of a moment ago');
select is_empty('select 1 from app.people', 'nor of anybody');
select throws_ok(format('select public.apply_calls(%L, ''[]'')', tests.id('jo')), '42501', null, 'and says nothing');
select tests.act_as('sam');
select is(private.is_frozen() || ' ' || private.me(), 'false ' || tests.id('sam'), 'Sam is at work');
select tests.act_as_owner();
update app.people set not_at_work_since = now() where id = tests.id('sam');
select tests.act_as('sam');
select is(private.me(), null, 'until Sam was sent home');
select tests.act_as('kai');
select is(private.is_frozen(), false, 'Kai’s device reads');
select tests.act_as_owner();
update app.logins set frozen = true where person_id = tests.id('kai');
select tests.act_as('kai');
select is(private.is_frozen(), true, 'until it was stopped');
select is(private.my_children(), '{}', 'and then shows no sessions either');

-- A child who left reads on for the home's days; an adult not at all
select tests.act_as_owner();
update app.logins set frozen = false where person_id = tests.id('kai');
update app.people set left_at = now() - make_interval(days => (select h.reading_days from app.homes h where h.id = home_id)) + interval '1 minute' where id in (tests.id('kai'), tests.id('lou'));
select tests.act_as('kai');
select is(private.me(), tests.id('kai'), 'Kai, who left, reads to the last minute');
select tests.act_as('lou');
select is(private.me(), null, 'Lou does not');
select tests.act_as_owner();
update app.people set left_at = left_at - interval '1 minute' where id = tests.id('kai');
select tests.act_as('kai');
select is(private.me(), null, 'nor Kai after it');

-- Whose time I plan: of whom I stand in for, and of nobody else
select tests.act_as_owner();
update app.people set left_at = null where id = tests.id('lou');
update app.people set not_at_work_since = null where id = tests.id('sam');
select tests.away('sam', 'lou', '-1 hour', '1 day');
select tests.act_as('lou');
select is(private.i_work_with(), tests.list_of('{robin}'), 'Lou, who covers for Sam, plans with Robin, and not with Jo’s Kai');
select tests.act_as_owner();
update app.key_workers set from_at = now() + interval '1 hour' where id = tests.id('robin with sam');
select tests.act_as('lou');
select is(private.i_work_with(), '{}', 'once Sam is Robin’s key worker');
select tests.act_as('sam');
select is(private.i_work_with(), '{}', 'nor does Sam before');

-- What it costs: a view asks it some eighty times
select tests.act_as_owner();
select is_empty($$ select p.oid::regprocedure from pg_proc p
	where p.pronamespace = 'private'::regnamespace and p.prosrc ~ 'private\.asker' and not coalesce(p.proconfig, '{}') @> '{enable_seqscan=off}' $$,
	'whatever asks it finds it by index, on small tables, too');
select * from finish();
rollback;
