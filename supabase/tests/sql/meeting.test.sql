-- A page for a review: what stands on it, and that it goes the way of a wish.
begin;
select * from no_plan();
create function pg_temp.send(item text, page jsonb, words text default '') returns text language sql as $$
	select tests.call('send_meeting', tests.draft(item, '{sam}', left_out => '{pat}', shown => '{sam,jo}')
		|| jsonb_build_object('words', words, 'meeting', page))
$$;
create function pg_temp.part(more jsonb) returns jsonb language sql as
	$$ select jsonb_build_object('parts', jsonb_build_array('{"area": "home", "marks": ["good"], "words": ""}'::jsonb || more)) $$;
create function pg_temp.empty() returns jsonb language sql as $$ select '{"parts": [], "there": [], "not_there": [], "how": null}'::jsonb $$;

grant execute on all functions in schema pg_temp to authenticated;

-- Robin gives it to Sam
select tests.act_as('robin');
select is(pg_temp.send('page', tests.page()), 'done', 'Robin gives a page to Sam');
select is(tests.item('page') -> 'meeting', tests.page(), 'and sees what stands on it');
select is(tests.item('page') ->> 'kind', 'meeting', 'as what it is');
select is(array[tests.item('page') ->> 'unread_hours', tests.item('page') ->> 'answer_hours'], '{24,168}', 'with the clocks of a wish');
select is(tests.readers('page'), '{"Sam picked","Jo handed_on no words 24h","Morgan handed_on no words 48h"}',
	'and it moves as a wish does: to Jo, then above Pat, who is left out');
select is(tests.call('send_wish', tests.draft('bike', '{sam}') || jsonb_build_object('meeting', tests.page())), 'no_such_call', 'nothing else has a page');
select is(pg_temp.send('x', pg_temp.empty()), 'nothing_said', 'an empty page is nothing said');
select is(pg_temp.send('words', pg_temp.empty(), 'My bike'), 'done', 'words beside it are enough');
select is(pg_temp.send('names', pg_temp.empty() || '{"not_there": ["Pat"]}'), 'done', 'and so is a name');
select is(pg_temp.send('how', pg_temp.empty() || '{"how": "page"}'), 'done', 'or how Robin takes part');
select is(pg_temp.send('long', tests.page(pg_temp.part(jsonb_build_object('words', repeat(U&'\+01F41F', 1000))))), 'done', 'a thousand letters have room in a part');
select is((select string_agg(distinct tests.call('send_meeting', tests.draft('x', '{sam}') || jsonb_build_object('meeting', v)), ' ')
	from jsonb_array_elements('[null, [], "x", 7]') v), 'bad_value', 'what is no page is no page');
select is((select string_agg(distinct pg_temp.send('x', v), ' ') from (
	select tests.page(m) from jsonb_array_elements('[{"parts": {}}, {"parts": ["home"]}, {"parts": [null]}, {"there": "Mum"}, {"there": [7]}, {"there": [" "]}, {"not_there": null},
		{"not_there": ["Mum"]}, {"how": "fly"}, {"how": ["bit"]}, {"more": 1}]') m
	union all select tests.page() - 'how' union all select tests.page() - 'parts'
	union all select tests.page(jsonb_build_object('there', jsonb_build_array(repeat('x', 41))))
	union all select tests.page(jsonb_build_object('there', (select jsonb_agg('Name ' || n) from generate_series(1, 21) n)))
	union all select tests.page(pg_temp.part(p)) from jsonb_array_elements('[{"area": "moon"}, {"area": ["home"]}, {"area": null}, {"marks": "good"}, {"marks": ["fine"]}, {"marks": ["good", "good"]},
		{"marks": [["good"]]}, {"marks": []}, {"words": 7}, {"words": null}, {"more": 1}]') p
	union all select tests.page(pg_temp.part(jsonb_build_object('words', repeat('x', 1001))))
	union all select tests.page(jsonb_build_object('parts', (pg_temp.part('{}') -> 'parts') || (pg_temp.part('{"words": "x"}') -> 'parts')))
	union all select tests.page('{"parts": [{"area": "home", "marks": ["good"]}]}')
) bad (v)), 'bad_meeting', 'nor what no screen could show');

-- Sam reads it before planning, puts it in a plan, and says what was decided and why
select tests.act_as('sam');
select is(tests.item('page') -> 'meeting', tests.page(), 'Sam reads it whole');
select is(tests.happen('open_item', 'page'), 'done', 'opens it');
select is(tests.call('plan_session', tests.plan_of('session')), 'done', 'plans a session');
select is(tests.happen('plan_item', 'page', jsonb_build_object('session', tests.id('session'))), 'done', 'with it in its plan');
select is(tests.answer('page', because => ''), 'answer_needs_reason', 'no answer without a reason');
select is(tests.answer('page', answer => 'upheld'), 'item_not_answered', 'it is no complaint');
select is(tests.answer('page'), 'done', 'Sam says what was decided, and why');

-- Pat, left out, sees nothing of it
select tests.act_as('pat');
select is(tests.items('meeting'), '{}', 'Pat sees no page');
select is(tests.events('page'), null, 'nor what became of it');
select tests.act_as('jo');
select is(tests.items('meeting'), '{}', 'nor does Jo, who was not picked');

-- Robin hears back
select tests.act_as('robin');
select is(tests.events('page'), 'opened planned answered', 'Robin sees what became of it');
select is(tests.happen('reopen', 'page', '{"words": "Not what I meant."}'), 'done', 'and can ask again');

-- The table refuses it, too, should it come by another way
select throws_ok($$ insert into app.items (id, kind, words) values (gen_random_uuid(), 'meeting', 'x') $$, '23514', null, 'a page has a page');
select throws_ok($$ insert into app.items (id, kind, words, meeting) values (gen_random_uuid(), 'wish', 'x', tests.page()) $$, '23514', null, 'and nothing else has one');
select throws_ok($$ update app.items set meeting = null $$, '42501', null, 'and what was sent is never changed');

select * from finish();
rollback;
