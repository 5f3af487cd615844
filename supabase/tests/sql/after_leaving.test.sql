begin;
select * from no_plan();

-- Kai said things, and moves out
select tests.act_as('kai');
select tests.call('send_wish', tests.draft('bike', '{jo}', true)), tests.call('send_wish', tests.draft('answered', '{jo}')),
	tests.call('complain', tests.draft('complaint', '{pat}')), tests.call('send_wish', tests.draft('late', '{lou}'));
select tests.act_as('jo');
select is(tests.answer('answered'), 'done', 'Jo answers one');
select tests.act_as('pat');
select is(tests.call('person_left', jsonb_build_object('person', tests.id('kai'))), 'done', 'Kai moves out');

-- Reading stays, and so does what goes on
select tests.act_as('kai');
select is(tests.items(), '{answered,bike,late}', 'Kai reads what Kai said');
select is((tests.list('home') ->> 'reading_days')::int, 90, 'and is told for how many days');
select is((select (p ->> 'left_at')::timestamptz = now() from jsonb_array_elements(tests.list('people')) p where p ->> 'id' = tests.id('kai')::text), true, 'since when');
select is((select string_agg(distinct tests.call(call, jsonb_build_object('id', gen_random_uuid(), 'item', tests.id('bike'), 'words', 'x')), ' ')
	from unnest(array['send_wish', 'put_topic', 'complain', 'ask_for_another_key_worker', 'change_topic', 'order_topics', 'pick_how', 'ask_other_time',
		'not_today', 'tap_session', 'offer_agreement', 'agree', 'put_picture', 'set_my_face', 'refuse_cover', 'mark_unclear', 'save_card']) call), 'you_left', 'nothing new is said');
select is(tests.happen('reopen', 'answered'), 'you_left', 'a wish that was answered is not asked again');
select is(tests.happen('say_if_it_helped', 'answered', '{"helped": "yes"}'), 'done', 'but whether the answer helped is said');
select is(tests.happen('take_back', 'late'), 'done', 'and what is open can be taken back');
select is(tests.happen('let_in', 'bike', jsonb_build_object('whom', tests.id('lou'))), 'done', 'or given');

-- Answers to what is open come; nothing new does
select tests.act_as('jo');
select is('bike' = any (tests.items()), true, 'Jo, whom Kai picked, still has what is open');
select is(tests.answer('bike'), 'done', 'and answers it');
select is(tests.call('write_note', tests.draft('note', '{lou}') || jsonb_build_object('child', tests.id('kai'))) || ' ' || tests.call('invite', tests.invite('kai', 'more'))
	|| ' ' || tests.call('offer_agreement', jsonb_build_object('id', tests.id('a'), 'child', tests.id('kai'), 'how_often', 'x', 'where_we_meet', 'x', 'how_to_stop', 'x', 'notes_kept', 'x')),
	'not_yours not_yours not_yours', 'but says nothing new to Kai, nor adds a device');
select tests.act_as('pat');
select is(tests.happen('handle_item', 'complaint', '{"by_day": "2030-01-01"}') || ' ' || tests.answer('complaint', answer => 'partly_upheld'), 'done done', 'the complaint goes on');
select tests.act_as('kai');
select is(tests.events('complaint'), 'handled answered', 'as Kai sees');
select is(tests.happen('reopen', 'complaint', '{"words": "No."}'), 'done', 'and may be asked again');
select tests.act_as('robin');
select is((select count(*)::int from jsonb_array_elements(tests.list('people')) p where p ->> 'id' = tests.id('kai')::text), 0, 'no other child sees Kai');

-- Until the home's time is over
select tests.act_as_owner();
update app.people set left_at = now() - interval '89 days 23 hours' where name = 'kai';
select tests.act_as('kai');
select is(cardinality(tests.items()) > 0, true, 'on the last day, too');
select tests.act_as_owner();
update app.people set left_at = now() - interval '90 days' where name = 'kai';
select tests.act_as('kai');
select throws_ok('select public.my_view()', '42501', null, 'then it ends');
select throws_ok($$ select public.apply_calls(null, '[]') $$, '42501', null, 'in both ways');
select tests.act_as_owner();
update app.homes set reading_days = 120 where id = tests.id('maple');
select tests.act_as('kai');
select is(cardinality(tests.items()) > 0, true, 'a home may give more time');
select tests.act_as_owner();
select throws_ok('update app.homes set reading_days = 27', '23514', null, 'but not less than four weeks: the end is said weeks before');
update app.people set left_at = now() - interval '1 hour' where name = 'lou';
select tests.act_as('lou');
select throws_ok('select public.my_view()', '42501', null, 'an adult who left reads nothing from that moment');
select * from finish();
rollback;
