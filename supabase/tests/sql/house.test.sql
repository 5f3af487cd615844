begin;
select * from no_plan();
select tests.person('tom', 'maple', 'worker');

-- What whoever leads the home is told of what waits: "robin with jo,sam", and "late" or "stays" after it.
create function pg_temp.told(t jsonb) returns text language sql as $$
	select array_to_string(tests.names(jsonb_build_array(t -> 'child_id')), '') || ' with ' || array_to_string(tests.names(t -> 'with_ids'), ',')
		|| case when least((t ->> 'unread_by')::timestamptz, (t ->> 'answer_by')::timestamptz) < now() then ' late' else '' end
		|| case when (t ->> 'stays')::boolean then ' stays' else '' end
$$;
create function pg_temp.house() returns text[] language sql as
	$$ select coalesce(array_agg(pg_temp.told(t) order by pg_temp.told(t)), '{}') from jsonb_array_elements(tests.list('house')) t $$;
-- The paper, as each who works in the home would print it: they must be the same.
create function pg_temp.paper() returns text language sql as $$ select tests.list('handover')::text $$;
create function pg_temp.paper_of(child text) returns jsonb language sql as
	$$ select h from jsonb_array_elements(tests.list('handover')) h where h ->> 'child_id' = tests.id(child)::text $$;
create function pg_temp.each_paper() returns int language sql as
	$$ select count(distinct split_part(line, ': ', 2))::int from unnest(string_to_array(tests.each_told('{sam,jo,lou,tom,pat}', 'select md5(pg_temp.paper())'), E'\n')) line $$;
grant execute on function pg_temp.told, pg_temp.house, pg_temp.paper, pg_temp.paper_of, pg_temp.each_paper to authenticated;

-- A wish to Jo waits longer than the home's days: Pat learns how long and with whom; nothing else
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('bike', '{jo}')), tests.call('send_wish', tests.draft('swim', '{jo,sam}', true));
select tests.call('put_topic', tests.draft('football', '{jo}'));
select tests.act_as('pat');
select is(pg_temp.house(), '{"robin with jo stays","robin with jo,sam"}', 'Pat counts what went to others, and no topic');
select is((select string_agg(k, ' ' order by k) from jsonb_object_keys(tests.list('house') -> 0) k), 'answer_by asked_at child_id stays unread_by with_ids', 'ages and adults, nothing else');
select is(tests.items() || tests.part('waiting')::text, '{0}', 'and reads none of it');
select tests.act_as('morgan');
select is(pg_temp.house(), '{}', 'whoever is above counts what is late');
select tests.act_as('jo');
select is(pg_temp.house(), '{}', 'a worker counts nothing');
select tests.act_as('robin');
select is(pg_temp.house() || tests.part('handover')::text, '{0}', 'nor does a child');
select tests.act_as('nia');
select is(pg_temp.house(), '{}', 'nor the manager of another home');
select tests.later('bike', '8 days');
select tests.act_as('pat');
select is(pg_temp.house(), '{"robin with jo late stays","robin with jo,sam"}', 'what does not move is late all the same');
select tests.act_as('morgan');
select is(pg_temp.house(), '{"robin with jo late stays"}', 'and Morgan sees it now');
select tests.act_as('jo');
select tests.happen('open_item', 'bike');
select tests.act_as('pat');
select is(tests.list('house') -> 0 -> 'unread_by', 'null', 'opened: one clock is left');
select is(pg_temp.house(), '{"robin with jo late stays","robin with jo,sam"}', 'and it is late for an answer');

-- Somebody who is away, whoever covers, whoever is not there any more
select tests.act_as_owner();
select tests.away('sam', 'lou', '-1 hour', '9 days');
insert into app.shown select tests.id('swim'), tests.id('lou') on conflict do nothing;
select tests.act_as('pat');
select is(pg_temp.house(), '{"robin with jo late stays","robin with jo,lou,sam"}', 'a cover who was shown can act on it, too');
select is(tests.call('set_at_work', jsonb_build_object('person', tests.id('jo'), 'at_work', false)), 'done', 'Jo is not at work now');
select is(pg_temp.house(), '{"robin with  late stays","robin with lou,sam"}', 'then nobody can act on what was for Jo alone');
select is(tests.call('set_at_work', jsonb_build_object('person', tests.id('jo'), 'at_work', true)), 'done', 'and is again');

-- Who is left out sees nothing, not a count, whatever becomes of it
create temp table was as select 'pat' as who, md5((public.my_view() -> 'view')::text) as view, pg_temp.paper() as paper;
grant all on was to authenticated;
select tests.act_as('robin');
select is(tests.call('send_wish', tests.draft('not pat', '{jo,sam}', true, '{pat}')), 'done', 'Robin leaves Pat out');
select tests.call('complain', tests.draft('about pat', '{jo,morgan}', about => 'pat'));
select tests.later('not pat', '15 days'), tests.later('about pat', '60 days');
select tests.act_as('jo');
select tests.happen('open_item', 'not pat'), tests.happen('open_item', 'about pat'),
	tests.happen('share_to_keep_safe', 'not pat', tests.raise('{tom}', true));
select tests.act_as('pat');
select is(md5((public.my_view() -> 'view')::text), (select view from was), 'nothing of Pat''s changes: not when it is sent, moves, is late, is opened, is worried about');
select is(pg_temp.paper(), (select paper from was), 'nor on the paper');
select tests.act_as('morgan');
select is(pg_temp.house(), '{"robin with jo late stays","robin with jo,lou,morgan,sam late","robin with jo,morgan late stays"}', 'Morgan counts both, and is not told who reads it to keep safe');
select tests.act_as('jo');
select tests.answer('not pat');
select tests.answer('about pat', answer => 'upheld');
select tests.act_as('pat');
select is(md5((public.my_view() -> 'view')::text), (select view from was), 'nor when it is answered');

-- A complaint is counted by those to whom it came
select tests.act_as('robin');
select tests.call('complain', tests.draft('about sam', '{jo}', about => 'sam')), tests.call('ask_for_another_key_worker', tests.draft('not sam', '{pat}', about => 'sam')),
	tests.call('complain', tests.draft('about nobody', '{jo}'));
select tests.act_as('jo');
select is(tests.happen('share_to_keep_safe', 'about nobody', tests.raise('{pat}')), 'done', 'Jo shares one with Pat to keep safe');
select tests.act_as('pat');
select is(pg_temp.house(), '{"robin with jo late stays","robin with jo,lou,sam","robin with pat stays"}', 'one that went to Jo is not counted by Pat; a request that went to Pat is');
select tests.later('about sam', '25 hours');
select is(pg_temp.house(), '{"robin with jo late stays","robin with jo late stays","robin with jo,lou,sam","robin with pat stays"}', 'until it comes to Pat, with words or without');
select tests.later(i, '60 days') from unnest('{"about sam","not sam","about nobody"}'::text[]) i;
select is(pg_temp.paper(), (select paper from was), 'none of them stands on the paper, however old');

-- The paper: the same, whoever prints it, and only what leaves out nobody
select is(pg_temp.each_paper(), 1, 'everybody who works in the home prints the same');
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('not lou', '{jo,sam}', false, '{lou}')), tests.call('send_wish', tests.draft('not morgan', '{jo,sam}', false, '{morgan}'));
select tests.later('not lou', '30 days'), tests.later('not morgan', '30 days');
select tests.act_as('pat');
select is(cardinality(pg_temp.house()), 7, 'Pat counts what leaves out others');
select is(pg_temp.paper(), (select paper from was), 'and the paper does not, however long it waits: who subtracts one from the next finds nothing');
select is(pg_temp.each_paper(), 1, 'for nobody');
select tests.act_as('tom');
select is(pg_temp.paper_of('robin') ->> 'since' is not null, true, 'Tom is nobody to Robin and takes the next shift');
select is(tests.names(pg_temp.paper_of('robin') -> 'with_ids'), '{jo}', 'with whom the oldest thing is');
select is((pg_temp.paper_of('robin') ->> 'late_from')::timestamptz < now(), true, 'that something is late');
select is((select string_agg(k, ' ' order by k) from jsonb_object_keys(pg_temp.paper_of('robin')) k), 'came_at child_id last_at late_from next_at next_with promises since with_ids', 'and not how many they are');
select is(pg_temp.paper_of('kai') ->> 'since', null, 'nothing of Kai''s waits');
select is(tests.part('handover'), 2, 'each child of this home has a line');
select tests.act_as('morgan');
select is(tests.part('handover'), 0, 'whoever is above is on no shift');
select tests.act_as('jo');
select is(tests.call('plan_session', tests.plan_of('later') || jsonb_build_object('starts_at', now() + interval '9 days')), 'done', 'a line of the paper');
select is(tests.call('plan_session', tests.plan_of('next')), 'done', 'a line of the paper'), is(tests.call('plan_session', tests.plan_of('was')), 'done', 'a line of the paper'), is(tests.call('plan_session', tests.plan_of('never')), 'done', 'a line of the paper');
select is(tests.call('cancel_session', jsonb_build_object('id', gen_random_uuid(), 'session', tests.id('never'), 'because', 'x')), 'done', 'a line of the paper');
select is(tests.begin('was'), 'begun', 'a line of the paper'), is(tests.call('record_session', jsonb_build_object('id', gen_random_uuid(), 'session', tests.id('was'), 'talked', 'x', 'came', '', 'went', '', 'good', '')), 'done', 'a line of the paper');
select is(tests.call('make_promise', jsonb_build_object('id', tests.id(n), 'child', tests.id('robin'), 'session', null, 'owner', tests.id('jo'), 'words', n, 'due', '2030-01-0' || due)), 'done', 'a line of the paper')
	from (values ('b', 2), ('a', 1), ('kept', 1)) p (n, due);
select is(tests.call('end_promise', jsonb_build_object('promise', tests.id('kept'), 'kept', true)), 'done', 'a line of the paper');
select tests.act_as('tom');
select is((pg_temp.paper_of('robin') ->> 'next_at')::timestamptz || ' ' || array_to_string(tests.names(jsonb_build_array(pg_temp.paper_of('robin') -> 'next_with')), ''), (now() + interval '1 day')::text || ' jo', 'when the child meets whom');
select is((pg_temp.paper_of('robin') ->> 'last_at')::timestamptz, now() - interval '1 minute', 'and met last');
select is(pg_temp.paper_of('robin') -> 'promises', jsonb_build_array(jsonb_build_object('owner_id', tests.id('jo'), 'due', '2030-01-01'), jsonb_build_object('owner_id', tests.id('jo'), 'due', '2030-01-02')), 'whose promises are open, and until when');
select is(tests.part('sessions') + tests.part('promises'), 0, 'and no more of any of it');

-- A sign-in that only its maker can vouch for counts nothing
select tests.act_as_owner();
update app.logins set disowned_at = now() where account_id in (tests.id('account of pat'), tests.id('account of lou'));
select private.update_standing(tests.id('maple'));
select is(tests.each_told('{pat,lou}', 'select concat(tests.part(''house''), tests.part(''handover''))'), E'pat: 00\nlou: 00', 'what is not theirs counts nothing');
select * from finish();
rollback;
