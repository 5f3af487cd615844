begin;
select * from no_plan();

-- Six wishes, topics, notes and promises, written in order and sent in one batch, stand in the order in which they were said, for both sides
create function pg_temp.batch(call text, args jsonb) returns text language sql as $$
	select string_agg(distinct o ->> 'end', ' ') from jsonb_array_elements(public.apply_calls(null, (select jsonb_agg(
		jsonb_build_object('id', gen_random_uuid(), 'name', call, 'args', a) order by n) from jsonb_array_elements(args) with ordinality x (a, n)))) o
$$;
create function pg_temp.words(part text, kind text) returns text language sql as $$
	select string_agg(i ->> 'words', ' ' order by n) from jsonb_array_elements(tests.list(part)) with ordinality x (i, n)
	where kind is null or i ->> 'kind' = kind
$$;
-- Ids as devices make them: in no order
create function pg_temp.said(kind text) returns jsonb language sql as $$
	select jsonb_agg(tests.draft(kind || n, '{sam}') - case kind when 'wish' then '' else 'may_move' end || jsonb_build_object('id', md5(kind || (7 * n % 11))::uuid, 'words', n::text) order by n) from generate_series(1, 6) n
$$;
create function pg_temp.a_minute_later() returns void language sql security definer as
	$$ update app.items set sent_at = sent_at - interval '1 minute', asked_at = asked_at - interval '1 minute' $$;
grant execute on all functions in schema pg_temp to authenticated;
select tests.act_as('robin');
select is(pg_temp.batch('send_wish', pg_temp.said('wish')), 'done', 'six wishes in one batch');
select pg_temp.a_minute_later();
select is(pg_temp.batch('put_topic', pg_temp.said('topic')), 'done', 'six topics');
select is(pg_temp.words('items', 'wish'), '1 2 3 4 5 6', 'Robin''s wishes stand in the order in which they were said');
select is(pg_temp.words('items', 'topic'), '1 2 3 4 5 6', 'and the topics');
select is((select count(distinct date_trunc('milliseconds', sent_at))::int from app.items where kind = 'wish'), 6, 'which a device that counts in milliseconds can tell, too');
select is((select bool_and(sent_at <= now() and asked_at = sent_at) from app.items), true, 'and none was said later than now');
select tests.act_as('sam');
select is(pg_temp.words('items', 'wish') || pg_temp.words('items', 'topic'), '1 2 3 4 5 61 2 3 4 5 6', 'for Sam, too');
select pg_temp.a_minute_later();
select is(pg_temp.batch('write_note', (select jsonb_agg(a - 'may_move' || jsonb_build_object('readers', tests.ids('{jo}'), 'child', tests.id('robin')) order by n)
	from jsonb_array_elements(pg_temp.said('note')) with ordinality x (a, n))), 'done', 'six notes');
select is(pg_temp.words('items', 'note'), '1 2 3 4 5 6', 'stand in order');
select is(pg_temp.batch('make_promise', (select jsonb_agg(jsonb_build_object('id', md5('promise' || (7 * n % 11))::uuid, 'child', tests.id('robin'), 'session', null,
	'owner', tests.id('sam'), 'words', n::text, 'due', '2030-01-01') order by n) from generate_series(1, 6) n)), 'done', 'six promises for one day');
select is(pg_temp.words('promises', null), '1 2 3 4 5 6', 'stand in order');
select is(pg_temp.batch('invite', (select jsonb_agg(tests.invite('robin', n::text) order by n) from generate_series(1, 6) n)), 'done', 'six codes');
select is((select string_agg(i ->> 'device', ' ' order by n) from jsonb_array_elements(tests.list('invites')) with ordinality x (i, n)
	where i ->> 'device' ~ '^\d$'), '1 2 3 4 5 6', 'stand in order');

-- What comes in a batch a moment later comes after it, though a batch counts back from its own end
select tests.act_as_owner();
update app.items set sent_at = sent_at - (select max(sent_at) from app.items where kind = 'wish') + now() - interval '3 milliseconds' where kind = 'wish';
select tests.act_as('robin');
select pg_temp.batch('send_wish', (select jsonb_agg(tests.draft('later' || n, '{sam}') || jsonb_build_object('words', (6 + n)::text) order by n) from generate_series(1, 3) n));
select is(pg_temp.words('items', 'wish'), '1 2 3 4 5 6 7 8 9', 'three more, a moment later, come after the six');
select * from finish();
rollback;
