begin;
select * from no_plan();

-- A child's first device: nothing is older, so it shows all that the child shares on it
insert into app.people (id, home_id, role, name) values (tests.id('tess'), tests.id('maple'), 'child', 'tess'), (tests.id('max'), tests.id('maple'), 'manager', 'max');
select tests.join_as('tess tablet', 'tess', 'pat');
select tests.act_as('tess tablet');
select is(tests.call('send_wish', tests.draft('bike', '{sam}', left_out => '{pat}')) || tests.call('put_topic', tests.draft('one', '{sam}')) || tests.call('put_topic', tests.draft('two', '{sam}')),
	'donedonedone', 'Tess joins with a code from Pat, and shares what leaves Pat out');
select is(tests.items() || tests.items('topic'), '{bike,one,two}', 'Tess sees it');
select is(tests.call('order_topics', jsonb_build_object('items', tests.ids('{two,one}'))), 'done', 'and puts the list in order');
select is(tests.item('one') ->> 'place' || (tests.item('two') ->> 'place'), '21', 'which stays');
select is(tests.happen('take_back', 'bike'), 'done', 'and takes back');
select tests.call('send_wish', tests.draft('hurt', '{jo}'));
select tests.act_as('jo');
select tests.happen('share_to_keep_safe', 'hurt', tests.raise('{morgan}'));
select tests.act_as('tess tablet');
select is(tests.events('hurt') || tests.readers('hurt')::text, 'raised{"Jo picked","Morgan raised","Max handed_on no words 24h","Pat handed_on no words 24h","Morgan handed_on no words 48h"}', 'and sees that Jo shared one, to keep Tess safe');
select is(tests.happen('take_back', 'hurt'), 'done', 'which Tess takes back, too');
select tests.act_as('lou');
select tests.call('write_note', tests.draft('note for jo', '{jo}') || jsonb_build_object('child', tests.id('tess'))),
	tests.call('write_note', tests.draft('note for pat', '{pat}') || jsonb_build_object('child', tests.id('tess')));
select tests.act_as('tess tablet');
select is(tests.items('note'), '{"note for pat"}', 'of notes it shows those that Pat may read: Pat might have kept the code');

-- Tess gets a phone from Sam, and says on both that the other is Tess's
select tests.act_as_owner();
select tests.join_as('tess phone', 'tess', 'sam');
select tests.act_as('tess tablet');
select is(tests.device('tess phone') ->> 'approved_at', null, 'the tablet lists the phone, as not yet approved');
select is(tests.call('approve_device', tests.login('tess phone')), 'done', 'Tess says yes to the phone on the tablet');
select is(tests.call('approve_device', tests.login('tess phone')), 'done', 'twice is once');
select isnt(tests.device('tess phone') ->> 'approved_at', null, 'and sees that');
select tests.act_as('tess phone');
select is(tests.items() || tests.items('topic'), '{bike,hurt,one,two}', 'the phone shows what was shared on the tablet');
select is(tests.call('send_wish', tests.draft('boat', '{jo}')), 'done', 'Tess sends a wish from the phone');
select is(tests.device('tess tablet') ->> 'approved_at', null, 'the phone has not vouched for the tablet');
select tests.act_as('tess tablet');
select is(tests.items(), '{bike,hurt}', 'so the tablet does not show it: it could be Pat''s');
select tests.act_as('tess phone');
select is(tests.call('approve_device', tests.login('tess tablet')), 'done', 'until Tess says yes to the tablet, on the phone');
select tests.act_as('tess tablet');
select is(tests.items(), '{bike,boat,hurt}', 'then it does');

-- Whoever invited it has left since: what they could read then still shows
select tests.act_as_owner();
select tests.join_as('tess watch', 'tess', 'lou');
select tests.act_as('tess tablet');
select tests.call('send_wish', tests.draft('for lou', '{lou}'));
select tests.act_as('tess watch');
select is(tests.items() || tests.items('note'), '{"for lou","note for jo","note for pat"}', 'a device that Lou added shows what Lou may read');
select tests.act_as_owner();
update app.people set left_at = now() where name = 'lou';
select tests.act_as('tess tablet');
select tests.call('send_wish', tests.draft('after lou', '{jo}'));
select tests.act_as('tess watch');
select is(tests.items(), '{}', 'Lou has left, in the moment in which the device was added');
select tests.act_as_owner();
update app.logins set made_at = made_at - interval '1 hour' where device = 'tess watch';
select tests.later('for lou', '30 minutes');
select tests.act_as('tess watch');
select is(tests.items(), '{"for lou"}', 'Lou leaves later: what Lou could read goes on to show, what came after does not');
select tests.act_as_owner();
update app.people set left_at = null where name = 'lou';
select tests.away('sam', 'lou', '-2 days', '-1 day');
select tests.act_as('tess watch');
select is('bike' = any (tests.items()), false, 'what Lou could read only long before does not show');

-- Staff: the first sign-in is whole. One that their manager adds is not, and they are told.
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('secret', '{sam}', left_out => '{pat}')), tests.call('send_wish', tests.draft('open', '{sam,pat}')),
	tests.call('send_wish', tests.draft('waits', '{jo}', shown => '{jo}', left_out => '{pat}')), tests.later('waits', '25 hours');
select tests.act_as('pat');
select is(tests.call('invite', tests.invite('sam', 'sam by pat')), 'done', 'Pat makes a second code for Sam');
select tests.act_as_visitor();
select tests.sign_up('sam by pat', 'code of sam by pat');
select tests.act_as('sam by pat');
select is(tests.items(), '{open}', 'and sees with it only what Pat may read');
select is(tests.part('waiting'), 0, 'not even that something waits');
select is(tests.happen('open_item', 'secret') || ' ' || tests.answer('secret'), 'sign_in_not_vouched sign_in_not_vouched', 'and cannot open or answer anything in Sam''s name');
select tests.act_as('sam');
select is(tests.items(), '{open,secret}', 'Sam''s own sign-in shows all');
select is(tests.part('waiting'), 1, 'and that something waits');
select is(tests.device('sam by pat') ->> 'invited_by', tests.id('pat')::text, 'and that Pat added one');
select isnt(tests.device('sam') ->> 'approved_at', null, 'Sam''s first needed nobody');
select is(tests.call('cut_off_device', tests.login('sam by pat')), 'done', 'Sam cuts it off');

-- First and later sign-ins
select tests.act_as_owner();
select tests.join_as('max', 'max', 'pat'), tests.join_as('max 2', 'max', 'pat');
select is((select string_agg(device || ' ' || whole, ', ' order by device) from app.logins where person_id in (tests.id('max'), tests.id('tess'))),
	'max true, max 2 false, tess phone false, tess tablet false, tess watch false', 'a staff member''s first sign-in is whole; no other, and no child''s');
update app.logins set cut_off_at = now() where device in ('max', 'max 2');
select tests.join_as('max 3', 'max', 'pat');
select is((select whole from app.logins where device = 'max 3'), false, 'nor one after all were cut off');
select tests.act_as('max 2');
select throws_ok('select public.my_view()', '42501', null, 'a sign-in that was cut off has no view');
select throws_ok('select public.apply_calls(null, ''[]'')', '42501', null, 'no calls');
select throws_ok('select public.my_older(null, now())', '42501', null, 'nothing older');
select throws_ok('select public.my_pictures(null, array[''x''])', '42501', null, 'no pictures');
select is_empty('select 1 from app.people', 'and sees nobody');

-- Who cuts off whom
select tests.act_as('tess tablet');
select is(tests.call('cut_off_device', tests.login('tess tablet')), 'no_such_device', 'not the device in one''s own hand');
select is(tests.call('cut_off_device', tests.login('kai')), 'no_such_device', 'not another child''s');
select tests.act_as('jo');
select is(tests.call('cut_off_device', tests.login('tess phone')), 'no_such_device', 'a worker not that of a child who is not theirs');
select is(tests.call('cut_off_device', tests.login('sam')), 'no_such_device', 'nor a colleague''s');
select is(tests.call('cut_off_device', tests.login('kai')), 'done', 'a key worker that of their child, when it is lost');
select tests.act_as('kai');
select throws_ok('select public.my_view()', '42501', null, 'so whoever found it sees nothing');
select tests.act_as('nia');
select is(tests.call('cut_off_device', tests.login('robin')), 'no_such_device', 'a manager none of another home');
select tests.act_as('pat');
select is(tests.call('cut_off_device', tests.login('tess phone')) || tests.call('cut_off_device', tests.login('jo')), 'donedone', 'but any child''s or worker''s of the home');
select is(tests.call('cut_off_device', tests.login('tess phone')), 'no_such_device', 'once');
select is(tests.call('approve_device', tests.login('tess phone')), 'no_such_device', 'and nobody vouches for it any more');
select is(tests.call('cut_off_device', tests.login('morgan')), 'no_such_device', 'never the responsible individual''s, who hears the complaints about Pat');
select is(tests.device('robin') is not null and tests.device('morgan') is not null and tests.device('ash') is null, true, 'Pat sees the devices of the home, and of no other');
select is(jsonb_path_query_array(tests.list('people'), '$[*] ? (@.joined == false).name') @> '["kai", "jo", "max"]', false, 'who still has a device that works');
select tests.act_as('morgan');
select is(tests.call('cut_off_device', tests.login('robin')), 'no_such_device', 'Morgan cuts off no child');
select is(tests.call('cut_off_device', tests.login('max 3')), 'done', 'but a manager');
select is((select d -> 'cut_off_at' is not null from jsonb_array_elements(tests.list('devices')) d where d ->> 'device' = 'max 3'), true, 'which is listed as cut off');
select is((select string_agg(what, ' ' order by id) from app.audit where what like '%device'), 'approve_device approve_device approve_device cut_off_device cut_off_device cut_off_device cut_off_device cut_off_device',
	'and all of it is written down');
select * from finish();
rollback;
