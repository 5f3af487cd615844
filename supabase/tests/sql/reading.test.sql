begin;
select * from no_plan();

-- Cover: Sam goes away, Jo covers
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('bike', '{sam}')), tests.call('send_wish', tests.draft('secret', '{sam}', left_out => '{jo}')),
	tests.call('send_wish', tests.draft('to lou', '{lou}', left_out => '{sam}')), tests.call('send_wish', tests.draft('faces', '{sam}', shown => '{sam}'));
select tests.act_as('jo');
select is(tests.items(), '{}', 'Jo reads nothing while Sam is here');
select tests.away('sam', 'jo', '1 hour', '2 days');
select is(tests.items(), '{}', 'nor before the leave begins');
select tests.act_as('robin');
select is(tests.readers('bike'), '{"Sam picked","Jo cover 1h","Jo handed_on no words 24h","Pat handed_on no words 24h","Morgan handed_on no words 48h"}',
	'Robin sees a cover that is planned, with its time');
select is(tests.readers('faces'), '{"Sam picked","Jo cover no words 1h","Jo handed_on no words 24h","Pat handed_on no words 24h","Morgan handed_on no words 48h"}',
	'a face that was not shown gets no words');
select is(tests.part('away'), 1, 'and that Sam will be away');
select tests.act_as_owner();
delete from app.away;
select tests.away('sam', 'jo', '-1 hour', '2 days');
select tests.act_as('jo');
select is(tests.items(), '{bike}', 'law 3: Jo covers and reads what Sam has, but not what leaves Jo out, nor what did not show Jo');
select is(tests.part('waiting'), 1, 'of which Jo learns that it waits');
select is(tests.answer('bike'), 'done', 'and may answer the first');
select is(tests.answer('secret') || ' ' || tests.answer('faces'), 'not_yours not_yours', 'not the others');
select is(tests.readers('bike'), '{"Jo cover","Sam picked"}', 'an adult sees who reads it now, not who comes next');
select tests.act_as('sam');
select is(tests.items(), '{bike,faces,secret}', 'Sam reads on while away');

-- A face that was not shown waits for Robin's yes
select tests.act_as('sam');
select is(tests.happen('let_in', 'faces', jsonb_build_object('whom', tests.id('jo'))), 'not_yours', 'Sam cannot give it');
select tests.act_as('kai');
select is(tests.happen('let_in', 'faces', jsonb_build_object('whom', tests.id('jo'))), 'not_yours', 'nor Kai');
select tests.act_as('robin');
select is(tests.happen('let_in', 'faces', jsonb_build_object('whom', tests.id('lee'))), 'item_not_let_in', 'nobody of another home is let in');
select is(tests.happen('let_in', 'faces', jsonb_build_object('whom', tests.id('kai'))), 'item_not_let_in', 'nor a child');
select is(tests.happen('let_in', 'faces', jsonb_build_object('whom', tests.id('jo'))), 'done', 'Robin lets Jo in');
select is(tests.happen('let_in', 'secret', jsonb_build_object('whom', tests.id('jo'))), 'done', 'a yes to somebody who is left out');
select is(tests.names(tests.item('faces') -> 'shown'), '{jo,sam}', 'Jo''s face is now one that Robin knows of');
select tests.act_as('jo');
select is(tests.items(), '{bike,faces}', 'Jo reads it; left out stays left out');
select is(tests.part('waiting'), 0, 'and nothing waits any more');

select tests.act_as('robin');
select tests.call('send_wish', tests.draft('moves', '{sam}', true, shown => '{sam,pat}')), tests.later('moves', '25 hours');
select is(tests.readers('moves'), '{"Sam picked","Jo cover no words","Jo handed_on no words","Pat handed_on","Morgan handed_on no words 23h"}',
	'the words moved to nobody whose face was not shown');
select tests.act_as('jo');
select is(tests.items() || tests.part('waiting')::text, '{bike,faces,1}', 'so for Jo it waits');
select tests.act_as('robin');
select tests.happen('let_in', 'moves', jsonb_build_object('whom', tests.id('jo')));
select tests.act_as('jo');
select is(tests.items(), '{bike,faces,moves}', 'until Robin''s yes');
select tests.act_as('robin');
select is(tests.happen('take_back', 'moves'), 'done', 'Robin takes that one back');

-- Robin refuses the cover
select tests.act_as('kai');
select is(tests.call('refuse_cover', jsonb_build_object('away', tests.id('away sam'))), 'done', 'Kai says no to that cover');
select tests.act_as('jo');
select is(tests.items(), '{bike,faces}', 'which changes nothing for Robin');
select tests.act_as('robin');
select is(tests.call('refuse_cover', jsonb_build_object('away', tests.id('away sam'))), 'done', 'Robin says no to that cover');
select is(tests.readers('faces'), '{"Sam picked","Jo handed_on no words 24h","Pat handed_on no words 24h","Morgan handed_on no words 48h"}', 'so Jo covers nothing of Robin''s');
select tests.act_as('jo');
select is(tests.items(), '{}', 'and Jo reads nothing');
select tests.act_as_owner();
delete from app.away;

-- Left out is out, whoever they cover for and whoever covers for them
select tests.away('lou', 'sam', '-1 hour', '1 day'), tests.away('sam', 'pat', '-1 hour', '1 day');
select tests.act_as('sam');
select is('to lou' = any (tests.items()), false, 'Sam covers Lou but was left out');
select tests.act_as('pat');
select is(tests.items(), '{bike,secret}', 'Pat covers Sam: reads what Sam has');
select tests.act_as_owner();
delete from app.away;
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('without jo', '{sam}', true, '{jo}')), tests.later('without jo', '25 hours');
select tests.act_as_owner();
select tests.away('jo', 'lou', '-1 hour', '1 day');
select tests.act_as('lou');
select is(tests.items(), '{"to lou"}', 'nothing comes to whoever covers for somebody who was left out');
select tests.act_as_owner();
delete from app.away;

-- A mistake in the list of covers
select tests.away('sam', 'lee', '-1 hour', '1 day');
select tests.act_as('lee');
select is(tests.items(), '{}', 'a cover from another home reads nothing');
select tests.act_as_owner();
delete from app.away;
select tests.away('sam', 'kai', '-1 hour', '1 day');
select tests.act_as('kai');
select is(tests.items(), '{}', 'nor does a child who was put there');
select tests.act_as_owner();
delete from app.away;
insert into app.away (home_id, worker_id, cover_id, from_at, until) values (tests.id('oak'), tests.id('sam'), tests.id('lou'), now() - interval '1 hour', now() + interval '1 hour');
select tests.act_as('lou');
select is(tests.items(), '{"to lou"}', 'nor a cover that another home wrote down');
select tests.act_as_owner();
delete from app.away;

-- The relation ends: a pick is of the person, so Sam keeps what came to Sam (and gets nothing more by hand-on)
select tests.act_as('sam');
create temporary table sams as select tests.items() as before;
select tests.end_key_worker('robin', 'sam');
select tests.act_as('sam');
select is(tests.items(), (select before from sams), 'Sam still reads what came to Sam, though not as a key worker any more');
select tests.act_as('robin');
select is('{bike}' <@ tests.items(), true, 'Robin keeps all of it');
select is(tests.call('send_wish', tests.draft('as person', '{sam}')), 'done', 'Robin may still pick Sam');
select tests.act_as('sam');
select is('{"as person"}' <@ tests.items(), true, 'as a person');

-- gone: the last of those picked has stopped, so it moves at once
select tests.act_as('robin');
select is(tests.readers('secret'), '{"Sam picked","Pat handed_on no words 24h","Morgan handed_on no words 48h"}', 'what only a former key worker has does not move at once');
select tests.act_as('jo');
select is('without jo' = any (tests.items()), false, 'not to whoever was left out');
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('two', '{jo,lou}', true)), tests.call('send_wish', tests.draft('one', '{lou}', true));
select tests.act_as_owner();
update app.people set not_at_work_since = now() where name = 'lou';
select tests.act_as('robin');
select is(tests.readers('one'), '{"Pat handed_on","Morgan handed_on 48h"}', 'Lou is not at work: what only Lou had is with Pat at once');
select is(tests.readers('two'), '{"Jo picked","Pat handed_on 24h","Morgan handed_on 48h"}', 'what Jo has too stays where it is');
select is(tests.call('send_wish', tests.draft('lou again', '{lou}', true)), 'done', 'Robin may pick Lou all the same');
select is(tests.readers('lou again'), '{"Pat handed_on","Morgan handed_on 48h"}', 'and sees at once that Pat gets it');
select tests.act_as_owner();
update app.people set not_at_work_since = now() - interval '20 days' where name = 'lou';
select tests.act_as('robin');
select is(tests.readers('lou again'), '{"Pat handed_on","Morgan handed_on 48h"}', 'not Morgan, too, because Lou has long not been at work');
select is(tests.names(tests.item('one') -> 'picked'), '{lou}', 'though Lou was picked');
select tests.act_as('pat');
select is('one' = any (tests.items()), true, 'Pat reads it');
select tests.act_as_owner();
update app.people set not_at_work_since = null where name = 'lou';
select tests.act_as('lou');
select is('one' = any (tests.items()), true, 'Lou is back');
select tests.act_as('pat');
select is('one' = any (tests.items()), false, 'and Pat was never needed');

-- Who comes later gets nothing old
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('old', '{jo}', true)), tests.later('old', '50 hours');
select tests.act_as('jo');
select is(tests.answer('old'), 'done', 'a wish that had moved is answered');
select tests.act_as_owner();
select tests.later('old', '10 days');
update app.people set made_at = now() - interval '5 days' where name = 'morgan';
update app.key_workers set from_at = now() - interval '5 days' where worker_id = tests.id('sam');
select tests.act_as('robin');
select is(tests.readers('old'), '{"Jo picked","Pat handed_on"}', 'a key worker and a responsible individual who come after the answer read none of it');
select * from finish();
rollback;
