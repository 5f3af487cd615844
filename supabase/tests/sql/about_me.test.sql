-- What a child tells of themselves: it is read as a wish is, by those who were picked, and waits for nobody.
begin;
select * from no_plan();
create function pg_temp.send(item text, page jsonb) returns text language sql as $$
	select tests.call('send_about_me', tests.draft(item, '{sam}', left_out => '{pat}', shown => '{sam,jo}') || jsonb_build_object('words', case page when '{"parts": []}' then '' else item end, 'about_me', page))
$$;
create function pg_temp.part(more jsonb) returns jsonb language sql as
	$$ select jsonb_build_object('parts', jsonb_build_array('{"part": "helps", "symbol": "hug", "words": ""}'::jsonb || more)) $$;

grant execute on all functions in schema pg_temp to authenticated;

-- Robin tells it to Sam
select tests.act_as('robin');
select is(pg_temp.send('me', tests.about_me()), 'done', 'Robin tells Sam');
select is(tests.item('me') -> 'about_me', tests.about_me(), 'and sees what stands there');
select is(tests.item('me') ->> 'kind', 'about_me', 'as what it is');
select is(array[tests.item('me') ->> 'unread_hours', tests.item('me') ->> 'answer_hours'], '{NULL,NULL}', 'with no clock');
select is(tests.readers('me'), '{"Sam picked"}', 'so it moves on to nobody');
select is(tests.call('send_wish', tests.draft('bike', '{sam}') || jsonb_build_object('about_me', tests.about_me())), 'no_such_call', 'nothing else tells it');
select is(pg_temp.send('x', '{"parts": []}'), 'nothing_said', 'nothing is nothing said');
select is(pg_temp.send('long', pg_temp.part(jsonb_build_object('words', repeat(U&'\+01F41F', 1000)))), 'done', 'a thousand letters have room in a part');
select is((select string_agg(distinct tests.call('send_about_me', tests.draft('x', '{sam}') || jsonb_build_object('about_me', v)), ' ')
	from jsonb_array_elements('[null, [], "x", 7]') v), 'bad_value', 'what is no page is no page');
select is((select string_agg(distinct pg_temp.send('x', v), ' ') from (
	select tests.about_me(m) from jsonb_array_elements('[{"parts": {}}, {"parts": ["one"]}, {"parts": [null]}, {"parts": null}, {"more": 1}]') m
	union all select tests.about_me() - 'parts'
	union all select pg_temp.part(p) from jsonb_array_elements('[{"part": "moon"}, {"part": ["one"]}, {"part": null}, {"symbol": 7}, {"symbol": "Not A Symbol"}, {"symbol": ""},
		{"symbol": null}, {"symbol": null, "words": " "}, {"words": 7}, {"words": null}, {"more": 1}]') p
	union all select pg_temp.part(jsonb_build_object('words', repeat('x', 1001)))
	union all select '{"parts": [{"part": "one", "symbol": "dog"}]}'
	union all select jsonb_build_object('parts', (pg_temp.part('{}') -> 'parts') || (pg_temp.part('{"words": "x"}') -> 'parts'))
) bad (v)), 'bad_about_me', 'nor what no screen could show');
select is(tests.call('take_back', jsonb_build_object('id', gen_random_uuid(), 'item', tests.id('long'))), 'done', 'Robin takes the long one back');

-- Sam reads it; it asks for nothing
select tests.act_as('sam');
select is(tests.item('me') -> 'about_me', tests.about_me(), 'Sam reads it whole');
select is(tests.items('about_me'), '{me}', 'and not what was taken back');
select is(tests.happen('open_item', 'me'), 'done', 'opens it');
select is(tests.call('plan_session', tests.plan_of('session')), 'done', 'plans a session');
select is(tests.happen('plan_item', 'me', jsonb_build_object('session', tests.id('session'))), 'item_not_planned', 'it is no part of a plan');
select is(tests.answer('me'), 'item_not_answered', 'it is not answered');
select is(tests.happen('handle_item', 'me', '{"by_day": "2030-01-01"}'), 'item_not_handled', 'nor dealt with');

-- Pat, left out, and Jo, not picked, see nothing of it: no row, no event, nothing that waits, nothing in the house
select tests.act_as('pat');
select is(tests.items('about_me'), '{}', 'Pat sees nothing');
select is(tests.events('me'), null, 'nor what became of it');
select is(array[tests.list('waiting'), tests.list('house')], array['[]', '[]']::jsonb[], 'nor that anything waits');
select tests.act_as('jo');
select is(tests.items('about_me'), '{}', 'nor does Jo');
select is(array[tests.list('waiting'), tests.list('house')], array['[]', '[]']::jsonb[], 'nor that anything waits');

-- Told once more to Jo, then taken back
select tests.act_as('robin');
select is(tests.happen('give_too', 'me', jsonb_build_object('whom', tests.id('jo'))), 'done', 'Robin gives it to Jo, too');
select tests.act_as('jo');
select is(tests.items('about_me'), '{me}', 'who reads it');
select tests.act_as('robin');
select is(tests.happen('take_back', 'me'), 'done', 'Robin takes it back');
select tests.act_as('jo');
select is(tests.items('about_me'), '{}', 'and it is gone for Jo, who had not opened it');
select tests.act_as('sam');
select isnt(tests.item('me') ->> 'taken_back_at', null, 'and marked for Sam, who had');

-- Whoever covers for Sam and was not shown to Robin hears of nothing that waits: of a wish they would
select tests.act_as('robin');
select is(pg_temp.send('again', tests.about_me()), 'done', 'Robin tells Sam anew');
select tests.away('sam', 'lou', '-1 hour', '1 hour');
select tests.act_as('lou');
select is(array[tests.items('about_me')::text, tests.list('waiting')::text], array['{}', '[]'], 'Lou, who covers, sees nothing of it');
select tests.act_as('robin');
select is(tests.call('send_wish', tests.draft('kite', '{sam}', false, shown => '{sam,jo}')), 'done', 'a wish to Sam');
select tests.act_as('lou');
select is(tests.part('waiting'), 1, 'is something that waits');

select tests.act_as('robin');
-- The table refuses it, too, should it come by another way
select throws_ok($$ insert into app.items (id, kind, words) values (gen_random_uuid(), 'about_me', 'x') $$, '23514', null, 'it has what is told');
select throws_ok($$ insert into app.items (id, kind, words, about_me) values (gen_random_uuid(), 'wish', 'x', tests.about_me()) $$, '23514', null, 'and nothing else has it');
select throws_ok($$ update app.items set about_me = null $$, '42501', null, 'and what was sent is never changed');

select * from finish();
rollback;
