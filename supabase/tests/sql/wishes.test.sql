begin;
select * from no_plan();

-- Robin, who picks Sam
select tests.act_as('robin');
select is(tests.call('send_wish', tests.draft('bike', '{sam}')), 'done', 'Robin sends a wish');
select is(tests.call('send_wish', tests.draft('food', '{sam,pat}', left_out => '{jo}')), 'done', 'and one with Jo left out');
select is(tests.items(), '{bike,food}', 'Robin sees both');
select is(tests.item('food') -> 'left_out', tests.ids('{jo}'), 'and whom Robin left out');
select is(tests.names(tests.item('food') -> 'picked'), '{pat,sam}', 'whom Robin picked');
select is(tests.names(tests.item('food') -> 'shown'), '{jo,lou,morgan,pat,sam}', 'and whose faces were shown');
select is(tests.item('bike') ->> 'unread_hours', '24', 'with the rule that Robin was shown: a day to read');
select is(tests.item('bike') ->> 'answer_hours', '168', 'a week to answer');
select is(tests.call('send_wish', tests.draft('nobody', '{}')), 'no_readers', 'a wish needs a reader');
select is(tests.call('send_wish', tests.draft('both', '{sam}', left_out => '{sam}')), 'picked_and_left_out', 'nobody is picked and left out');
select is(tests.call('send_wish', tests.draft('lee', '{lee}')), 'not_yours', 'a worker of another home cannot be picked');
select is(tests.call('send_wish', tests.draft('kai', '{kai}')), 'not_yours', 'nor another child');
select is(tests.call('send_wish', tests.draft('kai', '{sam}', left_out => '{kai}')), 'not_yours', 'a child is not left out: it never reads anyway');
select is(tests.call('send_wish', tests.draft('kai', '{sam}', shown => '{lee}')), 'not_yours', 'nor is a face shown from another home');
select is(tests.call('send_wish', tests.draft('', '{sam}')), 'nothing_said', 'nothing said is nothing sent');
select is(tests.call('send_wish', tests.draft('', '{sam}') || '{"symbol": "bike"}'), 'done', 'a symbol alone is enough');
select is(tests.call('send_wish', tests.draft('x', '{sam}') || '{"symbol": "<b>"}'), 'bad_symbol', 'if it is one');
select is(tests.call('send_wish', tests.draft('x', '{sam}') || jsonb_build_object('words', repeat('x', 5001))), 'too_long', '5001 letters are too many');
select is(tests.call('send_wish', tests.draft('long', '{sam}') || jsonb_build_object('words', repeat(U&'\+01F41F', 5000))), 'done', '5000 are not, whatever they are');
select is(tests.call('send_wish', tests.draft('about', '{sam}', about => 'jo')), 'no_such_call', 'a wish is about nobody');
select is((select count(*)::int from app.people where role = 'child'), 1, 'Robin sees no other child');
select is(tests.list('home') ->> 'name', 'Maple House', 'and the home');
select throws_ok($$ insert into app.items (id, kind, child_id, words) values (tests.id('x'), 'wish', tests.id('kai'), 'x') $$,
	'42501', null, 'Robin cannot write in the name of Kai');
select throws_ok($$ insert into app.items (id, kind, words, answered_at) values (tests.id('x'), 'wish', 'x', now()) $$,
	'42501', null, 'or send one that is answered already');
select throws_ok($$ insert into app.items (id, kind, words, closed_at) values (tests.id('x'), 'wish', 'x', now()) $$,
	'42501', null, 'or closed');
select throws_ok($$ insert into app.items (id, kind, words, login_id) values (tests.id('x'), 'wish', 'x', null) $$,
	'42501', null, 'or from another device');
select throws_ok($$ insert into app.item_events (id, item_id, kind) values (tests.id('e'), tests.id('bike'), 'opened') $$,
	'42501', null, 'or say that somebody opened it');
select throws_ok($$ insert into app.item_events (id, item_id, kind, answer, because, by_day) values (tests.id('e'), tests.id('bike'), 'answered', 'yes', 'so', '2030-01-01') $$,
	'42501', null, 'or answer it');
select throws_ok('update app.items set words = ''''', '42501', null, 'or change what was sent');
select throws_ok('delete from app.item_events', '42501', null, 'or remove what happened');
select is(tests.happen('change_topic', 'bike', '{"words": "x", "symbol": null}'), 'item_not_changed', 'a wish is never changed');
select is(tests.happen('say_if_it_helped', 'bike', '{"helped": "yes"}'), 'item_not_helped', 'nothing helped yet');
select is(tests.happen('reopen', 'bike', '{"words": null}'), 'item_not_reopened', 'what is open is not opened again');

-- Sam, picked
select tests.act_as('sam');
select is(tests.items() @> '{bike,food}', true, 'Sam reads what was sent to Sam');
select is(tests.item('food') ->> 'left_out', null, 'but not who was left out');
select is(coalesce(tests.item('food') ->> 'picked', tests.item('food') ->> 'shown'), null, 'who was picked, nor who was shown');
select is_empty('select 1 from app.left_out', 'not by any way');
select is(tests.answer('bike', ''), 'answer_needs_reason', 'law 2: no answer without a reason');
select is(tests.answer('bike', null), 'bad_value', 'nor with a reason that is null');
select is(tests.answer('bike', ' '), 'answer_needs_reason', 'nor with a blank one');
select is(tests.answer('bike', E' \n\t\u00a0\u200b\u2060'), 'answer_needs_reason', 'however the blank is made');
select is(tests.answer('bike', by_day => null), 'answer_needs_day', 'a yes says by when');
select is(tests.answer('bike', answer => 'partly', by_day => null), 'answer_needs_day', 'a partly, too');
select is(tests.answer('bike', answer => 'maybe'), 'bad_value', 'there are five answers');
select is(tests.answer('bike', answer => null), 'bad_value', 'and a reason alone is none');
select is(tests.answer('bike', answer => 'not_mine', by_day => null), 'answer_needs_asked', '"not mine" says whom one asked');
select is((select string_agg(tests.answer('bike', answer => a, by_day => null, will_happen => null), ' ') from unnest(array['yes', 'not_now', 'upheld']) a), 'answer_needs_day answer_needs_day item_not_answered', 'and by when; what was found is of a complaint');
select is(tests.answer('bike', will_happen => null), 'answer_needs_will_happen', 'a yes says what will happen');
select throws_ok($$ insert into app.item_events (id, item_id, kind, answer, because) values (tests.id('e'), tests.id('bike'), 'answered', 'no', null) $$,
	'23514', null, 'nor by writing the row by hand');
select throws_ok('update app.items set answered_at = now()', '42501', null, 'nor by closing it by hand');
select throws_ok('delete from app.items', '42501', null, 'nor by removing it');
select throws_ok($$ insert into app.item_readers values (tests.id('bike'), tests.id('pat')) $$, '42501', null, 'Sam cannot pass it on');
select throws_ok($$ insert into app.left_out (item_id, person_id) values (tests.id('bike'), tests.id('jo')) $$, '42501', null, 'or leave somebody out');
select throws_ok($$ insert into app.shown values (tests.id('bike'), tests.id('sam')) $$, '42501', null, 'or say who was shown');
select throws_ok('select 1 from app.shown', '42501', null, 'or ask');
select is(tests.call('send_wish', tests.draft('sams', '{jo}')), 'not_yours', 'or make a wish');
select is(tests.happen('take_back', 'bike') || ' ' || tests.happen('let_in', 'bike', jsonb_build_object('whom', tests.id('lou'))), 'not_yours not_yours',
	'or take it back, or let somebody in');
select is(tests.happen('say_if_it_helped', 'bike', '{"helped": "yes"}') || ' ' || tests.happen('reopen', 'bike'), 'item_not_helped item_not_reopened', 'or speak for Robin');
select is(tests.happen('handle_item', 'bike', jsonb_build_object('by_day', tests.today() - 1)), 'handled_past_day', 'Sam promises an answer by no day that has gone by');
select is(tests.happen('handle_item', 'bike', jsonb_build_object('by_day', tests.today())) || ' ' || tests.happen('handle_item', 'bike', '{"by_day": "2030-01-01"}'),
	'done done', 'but by today, or by a later one');
select is(tests.item('bike') ->> 'closed_at', null, 'which is no answer');
select is(tests.happen('open_item', 'bike') || tests.happen('open_item', 'bike'), 'donedone', 'Sam opens bike, twice');
select is(tests.events('bike'), 'handled handled opened', 'which is once');
select is(tests.answer('bike', answer => 'no', by_day => null), 'done', 'a no needs no day');
select throws_ok('update app.item_events set because = ''x''', '42501', null, 'and is never changed');
select tests.act_as_owner();
select throws_ok('update app.item_events set because = ''x''', '42501', 'this is a record', 'by nobody, whatever their rights');
select throws_ok('delete from app.items', '42501', 'this is a record', 'nor removed');

select tests.act_as('sam');
select is(tests.happen('say_if_it_helped', 'bike', '{"helped": "yes"}') || ' ' || tests.happen('reopen', 'bike') || ' ' || tests.happen('change_topic', 'bike', '{"words": "x"}'),
	'not_yours not_yours item_not_changed', 'Sam does not speak for Robin about it');

-- Robin hears back
select tests.act_as('robin');
select is((select string_agg(e ->> 'kind' || coalesce(': ' || (e ->> 'answer') || ', ' || (e ->> 'because'), ''), ' ') from jsonb_array_elements(tests.item('bike') -> 'events') e),
	'handled handled opened answered: no, We asked, and it fits.', 'Robin sees by when, who opened it, and the answer with its reason');
select isnt(tests.item('bike') ->> 'closed_at', null, 'which closes it');
select is(tests.happen('say_if_it_helped', 'bike', '{"helped": "a_bit"}'), 'done', 'Robin says if it helped');
select is(tests.happen('reopen', 'bike', '{"words": "That is not what I meant."}'), 'done', 'or opens it again');
select is(tests.events('bike'), 'handled handled opened answered helped reopened', 'nothing of it is lost');
select is(coalesce(tests.item('bike') ->> 'closed_at', tests.item('bike') ->> 'answered_at', tests.item('bike') ->> 'opened_at'), null, 'and it waits for Sam again');
select tests.act_as('sam');
select is(tests.happen('open_item', 'bike') || tests.answer('bike', answer => 'yes') || tests.answer('bike', 'On Monday.'), 'donedonedone', 'who opens and answers it anew, and adds a word');

-- Jo, left out of food, not picked for bike; Pat; Kai; Lee
select tests.act_as('jo');
select is(tests.items() || array(select kind::text from app.item_events), '{}', 'Jo reads nothing, not even what happened');
select throws_ok('select 1 from app.item_readers', '42501', null, 'nor who was picked');
select is(tests.happen('open_item', 'food') || ' ' || tests.answer('food'), 'not_yours not_yours', 'and can neither open nor answer it');
select tests.act_as('pat');
select is(tests.items(), '{food}', 'the manager reads only what was sent to Pat');
select tests.act_as('kai');
select is(tests.items() || array(select item_id::text from app.left_out), '{}', 'Kai reads nothing');
select * from finish();
rollback;
