begin;
select * from no_plan();
create function pg_temp.line(words text, more jsonb default '{}') returns jsonb language sql as
	$$ select jsonb_build_object('kind', 'line', 'words', words, 'symbol', null, 'number', null) || more $$;
create function pg_temp.publish(version text, section text, lines jsonb, review_by date default current_date + 90) returns text language sql as $$
	select tests.call('publish_section', jsonb_build_object('id', tests.id(version), 'section', section, 'lines', lines, 'review_by', review_by))
$$;
create function pg_temp.approve(version text) returns text language sql as
	$$ select tests.call('approve_section', jsonb_build_object('version', tests.id(version))) $$;
-- What somebody sees of a section: the words of each version, and how it stands with it.
create function pg_temp.sees(section text) returns text language sql as $$
	select string_agg((s -> 'lines' -> 0 ->> 'words') || case when (s ->> 'in_force')::boolean then ' in force' else '' end, ', ' order by s ->> 'at' desc)
	from jsonb_array_elements(tests.list('sections')) s where s ->> 'section' = sees.section
$$;
grant execute on function pg_temp.line, pg_temp.publish, pg_temp.approve, pg_temp.sees to authenticated;

-- The manager writes
select tests.act_as('pat');
select is(pg_temp.publish('fire 1', 'fire', jsonb_build_array(pg_temp.line('The bell rings twice.', '{"symbol": "home"}'))), 'done', 'Pat writes what happens in a fire');
select is(pg_temp.publish('fire 1', 'day', '[]'), 'already_there', 'under a name of its own');
select is(pg_temp.sees('fire'), 'The bell rings twice. in force', 'and it is in force');
select tests.act_as('robin');
select is(pg_temp.sees('fire'), 'The bell rings twice. in force', 'Robin reads it');
select is(pg_temp.publish('x', 'fire', '[]') || ' ' || pg_temp.approve('fire 1'), 'not_yours section_not_approved', 'and writes none');
select tests.act_as('jo');
select is(pg_temp.publish('x', 'fire', '[]'), 'not_yours', 'nor does a worker');
select tests.act_as('morgan');
select is(pg_temp.publish('x', 'fire', '[]'), 'not_yours', 'nor the responsible individual');
select tests.act_as('nia');
select is(tests.part('sections') || ' ' || pg_temp.approve('fire 1'), '0 section_not_approved', 'another home has nothing of it');
select is_empty('select 1 from app.sections', 'whatever it asks');

-- Short lines, never HTML
select tests.act_as('pat');
select is((select string_agg(pg_temp.publish('x', 'fire', lines), ' ') from (values ('{}'::jsonb), ('"<b>"'), ('[1]'), ('[{"kind": "line"}]'),
	(jsonb_build_array(pg_temp.line(''))), (jsonb_build_array(pg_temp.line(E'\n'))), (jsonb_build_array(pg_temp.line(repeat('x', 301)))),
	(jsonb_build_array(pg_temp.line('x', '{"kind": "html"}'))), (jsonb_build_array(pg_temp.line('x', '{"symbol": "<svg>"}'))),
	(jsonb_build_array(pg_temp.line('x', '{"number": "999"}'))), (jsonb_build_array(pg_temp.line('x', '{"kind": "ring"}'))),
	(jsonb_build_array(pg_temp.line('x', '{"kind": "ring", "number": "javascript:"}'))), (jsonb_build_array(pg_temp.line('x', '{"more": 1}'))),
	((select jsonb_agg(pg_temp.line('x')) from generate_series(1, 101)))) v (lines)),
	'bad_value bad_value' || repeat(' bad_lines', 12), 'a section is a hundred short lines at most, each of a known kind');
select is(pg_temp.publish('ring', 'night', jsonb_build_array(pg_temp.line('Ring the office.', '{"kind": "ring", "number": "01632 960001"}'), pg_temp.line('At night', '{"kind": "head"}'))), 'done', 'a number to ring stands on a line of its own');
select is(pg_temp.publish('ring it', 'phone', jsonb_build_array(pg_temp.line('Ring us.', jsonb_build_object('kind', 'ring', 'number', e'+44 (0)20\u00a07946\u20110958')))), 'done', 'however it is written');
select is((select s -> 'lines' -> 0 ->> 'number' from jsonb_array_elements(tests.list('sections')) s where s ->> 'section' = 'phone'), '+44 20 7946 0958', 'and is kept as it will be rung');
select is(pg_temp.publish('x', 'phone', jsonb_build_array(pg_temp.line('x', '{"kind": "ring", "number": "01632 960001/2"}'))), 'bad_lines', 'two in one are none');
select is(pg_temp.publish('x', 'secrets', '[]') || ' ' || pg_temp.publish('x', 'fire', '[]', current_date - 2) || ' ' || pg_temp.publish('x', 'fire', '[]', current_date + 500),
	'bad_value bad_review_by bad_review_by', 'only sections that the guide has, to be looked at again within a year');
select is((select string_agg(pg_temp.publish('x', s, '[]'), ' ') from unnest('{expect,support,complaints,advocate}'::text[]) s),
	trim(repeat('section_empty ', 4)), 'the four parts that the law asks for are never published empty');

-- A newer version takes its place; the older ones are kept
select is(pg_temp.publish('fire 2', 'fire', jsonb_build_array(pg_temp.line('The bell rings three times.'))), 'done', 'Pat changes it');
select is(pg_temp.sees('fire'), 'The bell rings three times. in force, The bell rings twice.', 'and sees what stood there before');
select throws_ok($$ update app.sections set lines = '[]' $$, '42501', null, 'which nobody changes');
select tests.act_as('kai');
select is(pg_temp.sees('fire'), 'The bell rings three times. in force', 'children see the newest');
select tests.act_as('pat');
select is(pg_temp.publish('fire 3', 'fire', '[]'), 'done', 'Pat takes it away');
select tests.act_as('kai');
select is(tests.list('sections') -> 0 ->> 'section' || ' ' || (tests.list('sections') -> 0 -> 'lines')::text, 'fire []', 'then nothing is written there');
select tests.act_as('jo');
select is((select pg_temp.sees('fire')), 'The bell rings three times., The bell rings twice.', 'and adults see what was');

-- How to complain needs a second adult
select tests.act_as('pat');
select is(pg_temp.publish('complain 1', 'complaints', jsonb_build_array(pg_temp.line('Tell Pat.'))), 'done', 'Pat writes how to complain');
select is(pg_temp.sees('complaints') || ' ' || pg_temp.approve('complain 1'), 'Tell Pat. section_not_approved', 'which is not enough, and Pat is not a second adult');
select tests.act_as('robin');
select is(pg_temp.sees('complaints'), null, 'so Robin does not see it');
select is(pg_temp.approve('complain 1'), 'section_not_approved', 'nor approves it');
select tests.act_as('pat');
select is(pg_temp.publish('complain 2', 'complaints', jsonb_build_array(pg_temp.line('Tell anybody.'))), 'done', 'Pat writes it anew');
select tests.act_as('nia');
select is(pg_temp.approve('complain 2'), 'section_not_approved', 'a manager of another home approves nothing here');
select tests.act_as('robin');
select throws_ok($$ insert into app.section_approvals (section_id) values (tests.id('complain 2')) $$, '42501', null, 'a child cannot, by any way');
select tests.act_as('pat');
select throws_ok($$ insert into app.section_approvals (section_id) values (tests.id('complain 2')) $$, '42501', null, 'nor can its author');
select tests.act_as('jo');
select is(pg_temp.approve('complain 1') || ' ' || pg_temp.approve('complain 2') || ' ' || pg_temp.approve('complain 2'), 'section_not_approved done section_not_approved', 'Jo says yes to what Pat wrote last, once');
select throws_ok($$ insert into app.section_approvals (section_id, person_id) values (tests.id('complain 1'), tests.id('lou')) $$, '42501', null, 'and for nobody else');
select tests.act_as('robin');
select is(pg_temp.sees('complaints'), 'Tell anybody. in force', 'now Robin sees it');
select tests.act_as('pat');
select is(pg_temp.publish('complain 3', 'complaints', jsonb_build_array(pg_temp.line('Tell nobody.'))), 'done', 'what Pat writes next waits again');
select is(pg_temp.sees('complaints'), 'Tell nobody., Tell anybody. in force, Tell Pat.', 'while what Jo read stays in force');
select tests.act_as('robin');
select is(pg_temp.sees('complaints'), 'Tell anybody. in force', 'for Robin, too');

-- Who said yes is seen, and what is in force stays in sight however much is written after it
select tests.act_as('pat');
select is((select string_agg((s -> 'lines' -> 0 ->> 'words') || ' ' || case when s ->> 'approved_by' is null then 'nobody' else (tests.names(jsonb_build_array(s -> 'approved_by')))[1] end, ', ' order by s ->> 'at' desc)
	from jsonb_array_elements(tests.list('sections')) s where s ->> 'section' = 'complaints'), 'Tell nobody. nobody, Tell anybody. jo, Tell Pat. nobody', 'Pat sees to which one Jo said yes');
select is(pg_temp.publish('complain ' || n, 'complaints', jsonb_build_array(pg_temp.line('Version ' || n))), 'done', 'Pat writes again') from generate_series(4, 6) n;
select is(pg_temp.sees('complaints'), 'Version 6, Version 5, Version 4, Tell anybody. in force', 'the one in force is still there');
select tests.act_as('jo');
select is(pg_temp.approve('complain 6'), 'done', 'Jo says yes to the newest');
select tests.act_as('robin');
select is(pg_temp.sees('complaints'), 'Version 6 in force', 'and Robin reads it');
select * from finish();
rollback;
