-- What a call is given: of each argument its kind and its range, before anything is done with it.
begin;
select * from no_plan();

-- No call without, and nothing read that is not named there
create temp view bodies as select n.nspname as schema, p.proname as name, p.prosrc as body from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('calls', 'private');
select is_empty($$ select name::text from bodies where schema = 'calls' except select jsonb_object_keys(private.takes()) $$, 'every call says what it takes');
select is_empty($$ select jsonb_object_keys(private.takes()) except select name::text from bodies where schema = 'calls' $$, 'and nothing else does');
select is_empty($$ select name, m[1] from bodies, regexp_matches(body, 'args\s*(?:->>?|\?)\s*''(\w+)''', 'g') m where schema = 'calls' and not private.takes() -> name ? m[1] $$,
	'a call reads nothing that it does not say');
select is_empty($$ select name, m[1] from bodies, regexp_matches(body, 'args\s*(?:->>?|\?)\s*''(\w+)''', 'g') m where schema = 'private'
	and not exists (select from jsonb_each(private.takes()) t where t.value ? m[1]) $$, 'nor does a helper');
select is_empty($$ select c.key, a.key from jsonb_each(private.takes()) c, jsonb_each(c.value) a where jsonb_typeof(a.value) = 'string'
	and rtrim(a.value #>> '{}', '?') not in ('id', 'ids', 'text', 'day', 'time', 'boolean', 'number', 'things', 'object', 'lines', 'names') $$, 'of kinds that there are');

-- Each kind, at its edges
create function pg_temp.kinds(kind text, list jsonb) returns text language sql as
	$$ select coalesce(string_agg(v::text, ' '), '') from jsonb_array_elements(list) v where private.is_a(kind, v) $$;
create function pg_temp.days(n int) returns jsonb language sql as $$ select to_jsonb(((now() at time zone 'UTC')::date + n)::text) $$;
select is(pg_temp.kinds('day', '["infinity", "-infinity", "now", "epoch", "today", "tomorrow", "0044-03-15 BC", "5874897-12-31", "9999-12-31", "0001-01-01", "20270101", "2027-1-1", "2027-02-30", "2027-13-01", "2027-00-10",
	"2027-01-01T00:00:00Z", " 2027-01-01", "2027-01-01\n", "01/02/2027", "٢٠٢٧-٠١-٠١", "", 20270101, true, null, {}, ["2027-01-01"]]'), '', 'no day by a word, out of range, or written otherwise');
select ok(private.is_a('day', pg_temp.days(0)) and private.is_a('day', pg_temp.days(-1825)) and private.is_a('day', pg_temp.days(1826)), 'a day of five years before and after');
select ok(not private.is_a('day', pg_temp.days(-1828)) and not private.is_a('day', pg_temp.days(1828)), 'and none beyond');
select is(pg_temp.kinds('time', '["infinity", "now", "epoch", "allballs", "2027-01-01", "2027-01-01T10:00", "2027-01-01 10:00:00Z", "2027-02-30T10:00:00Z", "2027-01-01T24:00:00Z", "2027-01-01T23:59:60Z", "2027-01-01T10:60:00Z",
	"2027-01-01T10:00:00+15:00", "2027-01-01T10:00:00 BST", "2027-01-01T10:00:00z", "12027-01-01T10:00:00Z", "9999-01-01T10:00:00Z", "", 1798794000, null]'), '', 'nor such a time, nor one without its zone');
select is((select count(*)::int from unnest('{Z,.123Z,.123456Z,+00:00,-05:30,+13:00}'::text[]) z where private.is_a('time', to_jsonb(to_char(now(), 'YYYY-MM-DD') || 'T10:00:00' || z))), 6, 'a time is written out');
select ok(private.is_a('time', to_jsonb(to_char(now(), 'YYYY-MM-DD') || 'T10:00Z')), 'its seconds may be left out');
select is(pg_temp.kinds('id', '["", "bike", "{6f8d7a6e-0a7e-4c39-9d3a-0d6a1d6c7e11}", "6F8D7A6E-0A7E-4C39-9D3A-0D6A1D6C7E11", "6f8d7a6e0a7e4c399d3a0d6a1d6c7e11", 7, null, ["6f8d7a6e-0a7e-4c39-9d3a-0d6a1d6c7e11"], "6f8d7a6e-0a7e-4c39-9d3a-0d6a1d6c7e11"]'),
	'"6f8d7a6e-0a7e-4c39-9d3a-0d6a1d6c7e11"', 'an id is written in one way');
select is(pg_temp.kinds('ids', '["x", null, {}, [null], ["x"], [[]], [], ["6f8d7a6e-0a7e-4c39-9d3a-0d6a1d6c7e11"]]'), '[] ["6f8d7a6e-0a7e-4c39-9d3a-0d6a1d6c7e11"]', 'ids are a list of such');
select ok(private.is_a('ids', (select jsonb_agg(gen_random_uuid()) from generate_series(1, 1000))) and not private.is_a('ids', (select jsonb_agg(gen_random_uuid()) from generate_series(1, 1001))), 'of a thousand at most');
select is(pg_temp.kinds('names', '["x", null, {}, [null], [5], [""], [[]], [], ["x", "y"], ["x","x","x","x","x","x","x","x","x","x","x","x","x","x","x","x","x","x","x","x","x"]]'), '[] ["x", "y"]', 'names are a short list of words');
select is(pg_temp.kinds('text', '[{"a": 1}, [], 7, true, null, "", "x"]'), '"" "x"', 'words are a text');
select is(pg_temp.kinds('boolean', '["true", "yes", 1, 0, null, true, false]'), 'true false', 'yes and no are not words');
select is(pg_temp.kinds('number', '["7", 1.5, -1, 1e9, 1000000, null, true, 0, 7]'), '0 7', 'a number is a whole one');
select is(pg_temp.kinds('things', '[{}, "x", null, [5, null], [{"words": "x"}], [{"words": null, "symbol": null}], [{"words": "x", "symbol": 5}], [{"words": "x", "symbol": null, "more": 1}], [], [{"words": "x", "symbol": null}]]'),
	'[] [{"words": "x", "symbol": null}]', 'things of a card are words with a symbol or none');
select is((select string_agg(v::text, ' ') from jsonb_array_elements('[[], "x", null, {"session": 5}, {"session": null}, {"session": " "}, {"session": ["x"]}, {"keyWorker": "x"}, {"session": "11111111112222222222333333333344444444445"}, {}, {"session": "Our talk", "wish": "Ask"}]') v
	where private.are_labels(v)), '{} {"wish": "Ask", "session": "Our talk"}', 'labels are the four that are known, each with words');

-- A call refuses them with one code
select tests.act_as('sam');
create temp table refusals as select call, args, tests.call(call, args) as code from (values
	('make_promise', jsonb_build_object('id', tests.id('p'), 'child', tests.id('robin'), 'owner', tests.id('sam'), 'words', 'x', 'due', 'infinity')),
	('make_promise', jsonb_build_object('id', tests.id('p'), 'child', tests.id('robin'), 'owner', tests.id('sam'), 'words', '{"a": 1}'::jsonb, 'due', current_date)),
	('plan_session', jsonb_build_object('id', tests.id('s'), 'event', tests.id('e'), 'child', tests.id('robin'), 'starts_at', 'infinity', 'place', 'x', 'how', 'walk', 'purpose', 'x')),
	('plan_session', jsonb_build_object('id', tests.id('s'), 'event', tests.id('e'), 'child', tests.id('robin'), 'starts_at', now(), 'place', 'x', 'how', 'fly', 'purpose', 'x')),
	('set_away', jsonb_build_object('id', tests.id('a'), 'from_at', now(), 'until', 'infinity', 'cover', null)),
	('save_card', jsonb_build_object('id', tests.id('c'), 'job', 'x', 'things', '[5, null]'::jsonb, 'reach', 'x', 'here', 'x')),
	('save_card', '[]'), ('save_card', '"x"'), ('save_card', 'null')) v(call, args);
select is((select string_agg(distinct code, ' ') from refusals), 'bad_value', 'nothing of it comes in');
select is(tests.call('set_away', jsonb_build_object('id', tests.id('a'), 'from_at', now(), 'until', now() + interval '1 day', 'cover', null, 'hide', true)), 'no_such_call',
	'nor what is not understood: it might have left somebody out');
select tests.act_as('pat');
select is((select string_agg(tests.call('set_home', '{"name": "x", "nation": "wales", "time_zone": "Europe/London", "rhythm_days": 7, "unread_hours": 24, "answer_hours": 168}'::jsonb || jsonb_build_object('labels', l)), ' ')
	from jsonb_array_elements('[[], {"session": 5}, {"day": "x"}, {"session": "Our talk"}]') l), 'bad_value bad_labels bad_labels done', 'nor a label that is no word');
select is(tests.list('home') -> 'labels', '{"session": "Our talk"}', 'but one that is');

-- The tables refuse it, too, should it come by another way
select tests.act_as_owner();
create function pg_temp.no(rule text, line text) returns setof text language sql as $$
	select throws_ok('insert into app.' || line, '23514', null, rule || ' holds in the table') $$;
select pg_temp.no(rule, line) from (values
	('bad_things', $$ cards (id, person_id, home_id, job, things, reach, here) values (tests.id('x'), tests.id('sam'), tests.id('maple'), 'x', '[5]', 'x', 'x') $$),
	('bad_labels', $$ homes (name, labels) values ('x', '{"session": 5}') $$),
	('bad_place', $$ key_workers (home_id, child_id, worker_id, place) values (tests.id('maple'), tests.id('kai'), tests.id('pat'), 3) $$),
	('bad_section', $$ sections (id, home_id, author_id, section, lines, review_by) values (tests.id('x'), tests.id('maple'), tests.id('pat'), 'x', '[]', current_date) $$)) v(rule, line);
create function pg_temp.event_no(who text, rule text, kind text, more json) returns setof text language plpgsql as $$
begin
	perform tests.act_as(who);
	return query select throws_ok(format('insert into app.%s_events (id, %1$s_id, kind%s) values (gen_random_uuid(), tests.id(%L), %L%s)', split_part(kind, ' ', 1),
		(select string_agg(', ' || key, '') from json_each(more)), split_part(kind, ' ', 2), split_part(kind, ' ', 3),
		(select string_agg(', ' || quote_nullable(value), '') from json_each_text(more))), '23514', null, rule || ' holds in the table');
end $$;
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('bike', '{sam}')), tests.call('complain', tests.draft('shouts', '{sam}'));
select tests.act_as('sam');
select tests.call('plan_session', jsonb_build_object('id', tests.id('walk'), 'event', tests.id('e'), 'child', tests.id('robin'), 'starts_at', now(), 'place', 'x', 'how', 'walk', 'purpose', 'x'));
select tests.act_as_owner();
select pg_temp.event_no('sam', rule, kind, more) from (values
	('answer_needs_answer', 'item bike answered', '{"because": "x"}'::json),
	('answer_needs_reason', 'item bike answered', '{"answer": "no"}'::json),
	('bad_answer', 'item bike answered', '{"answer": "maybe", "because": "x"}'::json),
	('handled_needs_day', 'item shouts handled', '{"by_day": null}'::json),
	('raised_needs_people', 'item bike raised', '{"because": "x", "with_ids": "{}", "told_child": true}'::json),
	('plan_is_whole', 'session walk changed', '{"starts_at": "2030-01-01", "place": "x", "purpose": "x"}'::json),
	('bad_aims', 'session walk changed', '{"starts_at": "2030-01-01", "place": "x", "how": "walk", "purpose": "x", "aims": "{swim}"}'::json),
	('record_needs_talked', 'session walk recorded', '{"talked": "x", "went": "x", "good": "x"}'::json)) v(rule, kind, more);
select tests.act_as('sam');
select tests.call('record_session', '{"talked": "x", "came": "", "went": "", "good": ""}'::jsonb || jsonb_build_object('id', tests.id('r'), 'session', tests.id('walk'))), tests.answer('bike');
select tests.act_as_owner();
select pg_temp.event_no('robin', rule, kind, more) from (values
	('taps_are_two', 'session walk tapped', '{"mine": "yes"}'::json),
	('bad_mine', 'session walk tapped', '{"mine": "great", "ended": "ok"}'::json),
	('bad_ended', 'session walk tapped', '{"mine": "no", "ended": "great"}'::json),
	('helped_needs_helped', 'item bike helped', '{"helped": null}'::json),
	('bad_helped', 'item bike helped', '{"helped": "great"}'::json)) v(rule, kind, more);
select * from finish();
rollback;
