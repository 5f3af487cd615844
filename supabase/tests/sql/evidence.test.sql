begin;
select * from no_plan();
select tests.person('tom', 'maple', 'worker');
update app.people set made_at = now() - interval '200 days' where home_id = tests.id('maple');
update app.homes set time_zone = 'UTC' where id = tests.id('maple');

create function pg_temp.day(ago int) returns date language sql as $$ select (now() at time zone 'UTC')::date - ago $$;
create function pg_temp.evidence(since int default 60, until int default 0) returns jsonb language sql as
	$$ select public.my_evidence(null, pg_temp.day(since), pg_temp.day(until))::jsonb - 'at' $$;
-- What stands on the paper: the same for whoever prints it.
create function pg_temp.paper() returns jsonb language sql as $$ select pg_temp.evidence() - 'complaints' $$;
create function pg_temp.asked() returns text language sql as
	$$ select sum((m ->> 'asked')::int) || ' asked, ' || sum((m ->> 'answered')::int) || ' answered' from jsonb_array_elements(pg_temp.evidence() -> 'asking' -> 'months') m $$;
grant execute on function pg_temp.day, pg_temp.evidence, pg_temp.paper, pg_temp.asked to authenticated;

-- Who may ask, and for which days
select tests.act_as('pat');
select is((select string_agg(k, ' ' order by k) from jsonb_object_keys(pg_temp.evidence()) k), 'answers asking complaints first_days from guide people promises rhythm sessions to', 'Pat may ask');
select is(pg_temp.evidence() -> 'people', '{"children": 2, "adults": 5}', 'who lives and who works here');
select throws_ok(format('select public.my_evidence(null, %L, %L)', f, t), 'PT422', 'bad_period', 'no period: ' || coalesce(f, 'none') || ' to ' || coalesce(t, 'none'))
	from (values (null, '2026-01-01'), ('2026-01-01', null), ('2026-02-02', '2026-02-01'), ('1999-12-31', '2000-01-02'), ('-infinity', '2026-01-01'), ('2026-01-01', 'infinity'),
		(pg_temp.day(367)::text, pg_temp.day(0)::text), (pg_temp.day(0)::text, pg_temp.day(-2)::text)) p (f, t);
select lives_ok(format('select public.my_evidence(null, %L, %L)', f, t), 'a year at most, until tomorrow') from (values (pg_temp.day(365), pg_temp.day(-1)), (pg_temp.day(366), pg_temp.day(0)), (pg_temp.day(0), pg_temp.day(0))) p (f, t);
select tests.act_as('morgan');
select lives_ok('select pg_temp.evidence()', 'and so does whoever is above');
select tests.act_as('jo');
select throws_ok('select pg_temp.evidence()', '42501', 'not yours', 'a worker may not');
select tests.act_as('robin');
select throws_ok('select pg_temp.evidence()', '42501', 'not yours', 'nor a child');
select tests.act_as('nia');
select tests.act_as_visitor();
select throws_ok('select public.my_evidence(null, ''2026-01-01'', ''2026-01-01'')', '42501', null, 'a visitor reaches nothing');

-- Asked and answered: in the home's days, late, and what the answers were
select tests.act_as('robin');
select tests.call('send_wish', tests.draft(w, '{jo}')) from unnest('{"in time","late","open","too old","back"}'::text[]) w;
select tests.call('put_topic', tests.draft('topic', '{jo}'));
select tests.later('in time', '3 days 1 hour'), tests.later('late', '9 days'), tests.later('open', '8 days'), tests.later('too old', '70 days'), tests.later('back', '5 days');
select tests.act_as('jo');
select tests.happen('open_item', 'back');
select is(tests.answer('in time') || tests.answer('late', answer => 'no', by_day => null, will_happen => null) || tests.answer('too old', answer => 'partly'), 'donedonedone', 'Jo answers');
select is(tests.answer('in time', answer => 'no', by_day => null, will_happen => null), 'done', 'and once more, though nobody asked again');
select tests.act_as('robin');
select is(tests.happen('take_back', 'back'), 'done', 'Robin takes one back');
select tests.act_as('pat');
select is(pg_temp.asked(), '3 asked, 2 answered', 'what was asked in the period, and what of it has an answer: no topic, and nothing that was taken back');
select is(pg_temp.evidence() -> 'asking' ->> 'late', '1', 'what waits is past its day');
select is(jsonb_array_length(pg_temp.evidence(60, 0) -> 'asking' -> 'months') between 3 and 4, true, 'month by month, those with nothing too');
select is(pg_temp.evidence() -> 'answers' -> 'kinds', '{"yes": 1, "partly": 1, "no": 1, "not_now": 0, "not_mine": 0}', 'one answer for each asking, the first');
select is(pg_temp.evidence() -> 'answers' -> 'took', '{"count": 3, "median": 9, "longest": 70}', 'how long they took');
select is(pg_temp.evidence() -> 'answers' -> 'days', '[0, 1, 0, 1, 1]', 'in days');
select is(pg_temp.evidence() -> 'answers' ->> 'late', '2', 'and which came after the day that the child was shown');
select is(pg_temp.evidence(60, 1) -> 'answers' -> 'took', '{"count": 0, "median": null, "longest": null}', 'the last day is one of the period');
select is(pg_temp.evidence(3, 0) -> 'asking' -> 'months' @> '[{"asked": 1, "answered": 1}]', true, 'and the first, too');

-- Asked again: its next answer is counted from then on. A no of a child is told from five on
select tests.act_as('robin');
select is(tests.happen('say_if_it_helped', 'late', '{"helped": "no"}') || tests.happen('reopen', 'late', '{"words": "No."}'), 'donedone', 'Robin is not happy with it');
select tests.act_as('pat');
select is(pg_temp.asked(), '3 asked, 1 answered', 'then it waits again');
select is(pg_temp.evidence() -> 'answers' -> 'asked_again', 'null', 'one is fewer than five'), is(pg_temp.evidence() -> 'answers' -> 'did_not_help', 'null', 'and so is none');
select tests.act_as('jo');
select is(tests.answer('late'), 'done', 'Jo answers again');
select tests.act_as('pat');
select is(pg_temp.evidence() -> 'answers' -> 'kinds' ->> 'yes', '2', 'which is an answer of its own');
select is(pg_temp.evidence() -> 'answers' -> 'days', '[1, 1, 0, 1, 1]', 'given on the same day');
select tests.act_as('robin');
select is(string_agg(tests.happen('say_if_it_helped', 'late', '{"helped": "no"}') || tests.happen('say_if_it_helped', 'late', '{"helped": "a_bit"}'), ''), 'donedonedonedonedonedonedonedone', 'Robin says four times more') from generate_series(1, 4);
select tests.act_as('pat');
select is(pg_temp.evidence() -> 'answers' ->> 'did_not_help', '5', 'that it did not help');

-- What leaves somebody out, or is about somebody, is in nobody's figures; of complaints only those of one's register
create temp table was as select 'pat' as who, pg_temp.evidence() as all_of_it;
grant all on was to authenticated;
select is(pg_temp.evidence() -> 'complaints' ->> 'came', '0', 'no complaint came');
select tests.act_as('morgan');
insert into was select 'morgan', pg_temp.evidence();
select is(pg_temp.paper(), (select all_of_it - 'complaints' from was where who = 'pat'), 'both leaders print the same');
create function pg_temp.changed() returns text language sql as
	$$ select string_agg(w.who || case when x.told - 'complaints' = w.all_of_it - 'complaints' then '' else ' paper' end || case when x.told = w.all_of_it then '' else ' changed' end, ', ' order by w.who)
	from was w, lateral (select tests.act_as(w.who), pg_temp.evidence() as told) x $$;
grant execute on function pg_temp.changed to authenticated;
select tests.act_as('robin');
select is(tests.call('send_wish', tests.draft('not pat', '{jo}', true, '{pat}')) || tests.call('send_wish', tests.draft('not sam', '{jo}', true, '{sam}'))
	|| tests.call('send_wish', tests.draft('not morgan', '{jo}', true, '{morgan}')) || tests.call('complain', tests.draft('about pat', '{jo}', true, about => 'pat'))
	|| tests.call('complain', tests.draft('to jo', '{jo}')) || tests.call('ask_for_another_key_worker', tests.draft('not jo', '{pat}', about => 'jo')), 'donedonedonedonedonedone', 'Robin says what leaves somebody out');
select is(pg_temp.changed(), 'morgan, pat', 'nothing of it is counted: not by those whom it leaves out, nor by the others');
select tests.act_as('jo');
select is(tests.happen('open_item', i), 'done', 'Jo opens it') from unnest('{"not pat","not sam","not morgan","about pat","to jo"}'::text[]) i;
select is(tests.happen('handle_item', 'about pat', '{"by_day": "2030-01-01"}'), 'done', 'deals with it');
select is(pg_temp.changed(), 'morgan, pat', 'nor that it was opened');
select tests.act_as('jo');
select is(tests.answer('not pat') || tests.answer('not sam') || tests.answer('not morgan') || tests.answer('about pat', answer => 'upheld') || tests.answer('to jo', answer => 'not_upheld'), 'donedonedonedonedone', 'and answers');
select is(pg_temp.changed(), 'morgan, pat', 'nor that it was answered');
select tests.act_as('robin');
select is(tests.happen('reopen', 'not pat', '{"words": "No."}') || tests.happen('reopen', 'about pat', '{"words": "No."}') || tests.happen('take_back', 'not sam'), 'donedonedone', 'Robin asks again, and takes back');
select is(pg_temp.changed(), 'morgan, pat', 'nor that');
select tests.later(i, '40 days') from unnest('{"not pat","not morgan"}'::text[]) i;
select is(pg_temp.changed(), 'morgan, pat', 'nor that it is late');

-- A complaint that came to one stands in one's register, and in one's figures; never on the paper
select tests.act_as('robin');
select is(tests.call('complain', tests.draft(c, '{pat}', about => 'sam')), 'done', 'Robin complains to Pat') from unnest('{shouts,shoves,shuns}'::text[]) c;
select is(pg_temp.changed(), 'morgan, pat changed', 'Pat reads it, so Pat counts it; the paper is the same');
select tests.act_as('pat');
select is(tests.answer('shouts', answer => 'partly_upheld'), 'done', 'one is answered');
select tests.act_as('robin');
select is(tests.happen('reopen', 'shouts', '{"words": "No."}'), 'done', 'and asked again');
select tests.act_as('pat');
select is(tests.answer('shouts', answer => 'upheld') || tests.happen('open_item', 'shuns'), 'donedone', 'and answered');
select tests.act_as('robin');
select is(tests.happen('take_back', 'shuns'), 'done', 'one is taken back');
select tests.later('shoves', '40 days');
select tests.act_as('pat');
select is(pg_temp.evidence() -> 'complaints', '{"came": 3, "open": 1, "late": 1, "asked_again": 1, "taken_back": 1, "found": {"upheld": 1, "partly_upheld": 0, "not_upheld": 0, "not_mine": 0}}', 'by stage, and by the newest finding');
select is(pg_temp.evidence(39, 0) -> 'complaints' ->> 'came', '2', 'of those that came in the period');
select tests.act_as('sam');
select throws_ok('select pg_temp.evidence()', '42501', 'not yours', 'whom they are about cannot even ask');
select tests.act_as_owner();
update app.people set role = 'manager' where name = 'sam';
select tests.act_as('sam');
select is(pg_temp.evidence() -> 'complaints' ->> 'came', '0', 'nor as a manager is told of one');
select is(pg_temp.paper() - 'people', (select all_of_it - 'complaints' - 'people' from was where who = 'pat'), 'and prints the same');
select tests.act_as_owner();
update app.people set role = 'worker' where name = 'sam';

-- Times together, against the rhythm of seven days: three whole ones, of which two had a time
select tests.act_as_owner();
update app.people set made_at = now() - interval '23 days' where name = 'kai';
insert into app.sessions (id, home_id, child_id, with_id, starts_at, state) select gen_random_uuid(), tests.id('maple'), tests.id('kai'), tests.id('jo'), now() - ago, state::text from (values
	('23 days'::interval, 'recorded'), ('17 days', 'recorded'), ('9 days', 'cancelled'), ('8 days', 'planned'), ('2 days', 'recorded'), ('1 day', 'recorded'), ('-2 days', 'planned'), ('90 days', 'recorded')) s (ago, state);
select tests.act_as('pat');
select is((pg_temp.evidence(60, 0) -> 'rhythm' ->> 'times')::int, 61 / 7 + 24 / 7, 'whole times of the stay of each child');
select is(pg_temp.evidence(60, 0) -> 'rhythm' ->> 'met', '1', 'in how many they met: two in one count once, and what is in no whole one does not');
select is(pg_temp.evidence(22, 0) -> 'rhythm' ->> 'met', '2', 'from the first day of the period on');
select is(pg_temp.evidence(60, -1) -> 'rhythm', pg_temp.evidence(60, 0) -> 'rhythm', 'no day that is to come is missed');
select is(pg_temp.evidence() -> 'sessions', '{"held": 4, "cancelled": 1, "not_recorded": 1, "not_today": null}', 'what was held, and what was not');
select tests.act_as_owner();
update app.people set left_at = now() - interval '16 days' where name = 'kai';
select tests.act_as('pat');
select is((pg_temp.evidence(60, 0) -> 'rhythm' ->> 'times')::int, 61 / 7 + 1, 'until they left');
select tests.act_as_owner();
update app.people set left_at = null where name = 'kai';
update app.homes set rhythm_days = null where id = tests.id('maple');
select tests.act_as('pat');
select is(pg_temp.evidence() -> 'rhythm', 'null', 'where it is agreed with each child there is nothing to count against');
select is(pg_temp.evidence() ->> 'rhythm', null, 'at all');

-- Promises whose day is in the period
select tests.act_as_owner();
insert into app.promises (id, home_id, child_id, owner_id, made_by, words, due, made_at) select tests.id(n), tests.id('maple'), tests.id('robin'), tests.id('jo'), tests.id('jo'), n, pg_temp.day(ago), now() - interval '30 days'
	from (values ('kept', 5), ('kept late', 5), ('broken', 5), ('late', 5), ('today', 0), ('old', 61)) p (n, ago);
insert into app.promise_ends (promise_id, person_id, at, kept, because) values (tests.id('kept'), tests.id('jo'), now() - interval '5 days', true, null), (tests.id('kept late'), tests.id('jo'), now() - interval '4 days', true, null),
	(tests.id('broken'), tests.id('jo'), now(), false, 'x');
select tests.act_as('pat');
select is(pg_temp.evidence() -> 'promises', '{"made": 6, "kept": 1, "kept_late": 1, "not_kept": 1, "late": 1, "open": 1}', 'kept in time or late, not kept, late, open');
select is(pg_temp.evidence(29, 0) -> 'promises' ->> 'made', '0', 'and how many were made');

-- First days: a key worker with a card, a first time together
select is(pg_temp.evidence() -> 'first_days' ->> 'came', '1', 'Kai came');
select is(pg_temp.evidence() -> 'first_days' -> 'session', '{"count": 1, "median": 0, "longest": 0}', 'and met somebody: a time before that is none of this home''s days');
select is(pg_temp.evidence() -> 'first_days' -> 'card' ->> 'count', '0', 'but nobody with a card');
select tests.act_as_owner();
insert into app.cards (id, person_id, home_id, job, things, reach, here, at) select gen_random_uuid(), tests.id('jo'), tests.id('maple'), 'x', '[]', 'x', 'x', now() - make_interval(days => d) from unnest('{20,10}'::int[]) d;
select tests.act_as('pat');
select is(pg_temp.evidence() -> 'first_days' -> 'card', '{"count": 1, "median": 3, "longest": 3}', 'three days until the first card');

-- The guide
select tests.act_as_owner();
insert into app.sections (id, home_id, author_id, section, lines, review_by, at) select gen_random_uuid(), tests.id('maple'), tests.id('pat'), s, '[{"kind": "line", "words": "x", "symbol": null, "number": null}]', pg_temp.day(ago - 30), now() - make_interval(days => ago)
	from (values ('fire', 100), ('fire', 40), ('day', 10), ('complaints', 5)) g (s, ago);
insert into app.sections (id, home_id, author_id, section, lines, review_by, at) values (gen_random_uuid(), tests.id('maple'), tests.id('pat'), 'money', '[]', pg_temp.day(-9), now());
select tests.act_as('pat');
select is((pg_temp.evidence() -> 'guide') - 'last_at', '{"parts": 2, "past_review": 1, "written": 4}', 'parts in force, not what waits for a second adult, nor what was taken away');
select is((pg_temp.evidence() -> 'guide' ->> 'last_at')::timestamptz, now() - interval '10 days', 'and when the newest was written');

-- In the home's own days
select tests.act_as_owner();
update app.homes set time_zone = 'Pacific/Kiritimati' where id = tests.id('maple');
select tests.act_as('pat');
select is((public.my_evidence(null, d, d) -> 'answers' -> 'took' ->> 'count')::int, 4, 'what was answered just now was answered on its day') from (select (now() at time zone 'Pacific/Kiritimati')::date as d) x;

-- Another home, and a sign-in that only its maker can vouch for
select tests.act_as('nia');
select is(pg_temp.evidence() -> 'asking' ->> 'late' || ' ' || (pg_temp.evidence() -> 'answers' -> 'took' ->> 'count'), '0 0', 'another home counts its own');
select tests.act_as_owner();
update app.logins set disowned_at = now() where account_id = tests.id('account of pat');
select private.update_standing(tests.id('maple'));
select tests.act_as('pat');
select throws_ok('select pg_temp.evidence()', '42501', 'not yours', 'what is not theirs counts nothing');
select * from finish();
rollback;
