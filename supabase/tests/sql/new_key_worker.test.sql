begin;
select * from no_plan();

-- Robin picks Sam, a key worker. Pat makes Lou the key worker instead.
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('brother', '{sam}', true)), tests.call('put_topic', tests.draft('football', '{sam}')),
	tests.call('complain', tests.draft('about jo', '{sam}', about => 'jo')), tests.call('send_wish', tests.draft('opened', '{sam}')),
	tests.call('send_wish', tests.draft('not lou', '{sam}', false, '{lou}'));
select tests.act_as('sam');
select tests.happen('open_item', 'opened');
select tests.act_as('pat');
select is(tests.call('set_key_worker', jsonb_build_object('id', tests.id('robin with lou'), 'child', tests.id('robin'), 'worker', tests.id('lou'), 'place', 1,
	'because', 'Sam works nights.')), 'done', 'Pat makes Lou the key worker in Sam''s place');
select tests.act_as('sam');
select is(tests.items(), '{brother,"not lou",opened}', 'Sam, who is still at work, reads what was given to Sam');
select is(tests.items('topic') || tests.items('complaint'), '{football,"about jo"}', 'topics and complaints, too');
select is(tests.answer('not lou'), 'done', 'and answers it');
select tests.act_as('robin');
select is(tests.readers('brother'), '{"Sam picked","Jo handed_on 24h","Lou handed_on 24h","Pat handed_on 24h","Morgan handed_on 48h"}',
	'nothing has moved: Jo and Lou are next after a day, as it was');

-- Robin gives it to Lou, too
select is(tests.happen('give_too', 'brother', jsonb_build_object('whom', tests.id('lou'))), 'done', 'Robin gives it to Lou, too');
select is(tests.readers('brother'), '{"Lou picked","Sam picked","Jo handed_on 24h","Pat handed_on 24h","Morgan handed_on 48h"}', 'so both have it');
select is(tests.happen('give_too', 'football', jsonb_build_object('whom', tests.id('lou'))), 'done', 'and the topic');
select is(tests.happen('give_too', 'about jo', jsonb_build_object('whom', tests.id('jo'))), 'item_not_given', 'never to whom it is about');
select is(tests.happen('give_too', 'brother', jsonb_build_object('whom', tests.id('lou'))), 'item_not_given', 'not twice');
select is(tests.happen('give_too', 'brother', jsonb_build_object('whom', tests.id('kai'))), 'item_not_given', 'not to a child');
select is(tests.happen('give_too', 'brother', jsonb_build_object('whom', tests.id('lee'))), 'item_not_given', 'nor to anybody of another home');
select is(tests.happen('give_too', 'not lou', jsonb_build_object('whom', tests.id('jo'))), 'item_not_given', 'nor what is answered');
select tests.act_as('lou');
select is(tests.items() || tests.items('topic'), '{brother,football}', 'Lou reads both');
select is(tests.happen('give_too', 'brother', jsonb_build_object('whom', tests.id('jo'))), 'not_yours', 'Lou cannot pass it on like that');
select tests.act_as('robin');
select is(tests.happen('give_too', 'opened', jsonb_build_object('whom', tests.id('jo'))), 'done', 'Jo gets one more');
select tests.act_as_owner();
update app.people set not_at_work_since = now() where name = 'jo';
select tests.act_as('robin');
select is(tests.happen('give_too', 'football', jsonb_build_object('whom', tests.id('jo'))), 'item_not_given', 'nobody who is not at work');

-- Robin takes it from Sam, who has not opened it
select is(tests.happen('take_from', 'opened', jsonb_build_object('whom', tests.id('sam'))), 'item_not_taken_from', 'what Sam has opened cannot be taken from Sam');
select tests.act_as_owner();
update app.people set not_at_work_since = null where name = 'jo';
select tests.act_as('robin');
select is(tests.happen('take_from', 'opened', jsonb_build_object('whom', tests.id('sam'))), 'item_not_taken_from', 'nor with Jo at work');
select is(tests.happen('take_from', 'brother', jsonb_build_object('whom', tests.id('pat'))), 'item_not_taken_from', 'nor from somebody who was not picked');
select is(tests.happen('take_from', 'about jo', jsonb_build_object('whom', tests.id('sam'))), 'item_not_taken_from', 'nor from the only one: that is taking it back');
select tests.act_as('lou');
select is(tests.happen('take_from', 'brother', jsonb_build_object('whom', tests.id('sam'))), 'not_yours', 'Lou cannot take it from Sam');
select tests.act_as('robin');
select is(tests.happen('take_from', 'brother', jsonb_build_object('whom', tests.id('sam'))), 'done', 'Robin takes it from Sam');
select is(tests.readers('brother'), '{"Lou picked","Jo handed_on 24h","Pat handed_on 24h","Morgan handed_on 48h"}', 'Lou has it now');
select is(tests.names(tests.item('brother') -> 'left_out'), '{sam}', 'and Sam is left out, however it may move');
select is(tests.events('brother'), 'given taken_from', 'Robin sees both');
select tests.act_as('sam');
select is('brother' = any (tests.items()), false, 'Sam reads it no more');
select tests.act_as('lou');
select is(tests.events('brother'), 'given', 'and Lou does not learn who is left out');

-- Somebody who had it by hand-on keeps it when the last of those picked is gone and it is given to one more
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('gone', '{lou}', true));
select tests.act_as_owner();
update app.people set left_at = now() where name = 'lou';
select tests.act_as('jo');
select is('gone' = any (tests.items()), true, 'Lou left: it is with Jo at once');
select tests.act_as('robin');
select is(tests.happen('give_too', 'gone', jsonb_build_object('whom', tests.id('sam'))), 'done', 'Robin gives it to Sam, too');
select is(tests.readers('gone'), '{"Jo picked","Pat picked","Sam picked","Morgan handed_on 24h"}', 'Jo and Pat keep it');
select is(tests.happen('take_from', 'gone', jsonb_build_object('whom', tests.id('lou'))), 'done', 'and it can be taken from Lou, who is not there');

-- A device that is not vouched for learns from no refusal who is left out
select tests.call('send_wish', tests.draft('secret', '{jo,pat}', true, '{sam}'));
select tests.act_as_owner();
select tests.join_as('false one', 'robin', 'jo');
select tests.act_as('false one');
select is('secret' = any (tests.items()), true, 'Jo, who made it, reads it');
select is((select array_agg(distinct tests.happen('give_too', 'secret', jsonb_build_object('whom', tests.id(w)))) from unnest(array['sam', 'morgan']) w),
	'{not_yours}', 'but learns nothing of Sam');
select is((select array_agg(distinct tests.happen('take_from', 'secret', jsonb_build_object('whom', tests.id(w)))) from unnest(array['sam', 'pat']) w),
	'{not_yours}', 'in neither way');
select * from finish();
rollback;
