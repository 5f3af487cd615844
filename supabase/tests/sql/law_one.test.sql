-- Law 1: no adult can become the child.
begin;
select * from no_plan();
-- Robin, on Robin's tablet, says things that Sam may know, and things that leave Sam out
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('bike', '{sam}')), tests.call('send_wish', tests.draft('secret', '{jo}', true, '{sam}')),
	tests.call('complain', tests.draft('shouts', '{pat}', true, '{}', about => 'sam')),
	tests.call('ask_for_another_key_worker', tests.draft('not sam', '{pat}', about => 'sam')),
	tests.call('put_topic', tests.draft('jos topic', '{jo}', left_out => '{sam}')), tests.call('put_topic', tests.draft('sams topic', '{sam}')),
	tests.call('put_picture', tests.picture()), tests.call('send_wish', tests.draft('drawn', '{jo}', left_out => '{sam}') || tests.drawn());
select tests.act_as('sam');
select tests.happen('open_item', 'bike');
select tests.act_as('lou');
select is(tests.call('write_note', tests.draft('lous note', '{pat}', left_out => '{sam}') || jsonb_build_object('child', tests.id('robin'))), 'done', 'and tells Lou something');

-- Sam makes a code for Robin, and joins as Robin with it
select tests.act_as('sam');
select is(tests.call('invite', tests.invite('robin', 'sams trick')), 'done', 'Sam may add a device for Robin');
select tests.act_as_visitor();
select tests.sign_up('sams trick', 'code of sams trick');
select tests.act_as('sams trick');
select is(public.my_view() -> 'view' ->> 'me', tests.id('robin')::text, 'it is Robin''s');
select is(tests.items() || tests.items('topic'), '{bike,"sams topic"}', 'law 1: it shows what Sam could read anyway');
select is(tests.events('bike'), 'opened', 'and what happened to it');
select is(tests.items('complaint') || tests.items('request') || tests.items('note'), '{}', 'nothing else');
select is((public.my_older(null, now() + interval '1 day'))::text, '[]', 'nothing older');
select is(array(select words from app.items order by 1), '{bike,"sams topic"}', 'nor by asking the tables');
select is_empty($$ select 1 from app.item_events where item_id <> tests.id('bike') $$, 'what happened to the rest');
select is_empty('select 1 from app.left_out', 'who was left out');
select is_empty('select 1 from app.pictures', 'what Robin drew');
select is(public.my_pictures(null, array[tests.drawn() ->> 'picture'])::text, '[]', 'not even by its hash');
select is_empty('select 1 from app.calls', 'how often Robin said something');
select is(public.my_view() -> 'view' ->> 'last_call', '0', 'not even as a number');
select is(tests.item('sams topic') ->> 'place', '1', 'nor by the place of what it sees on Robin''s list');
select is(tests.part('waiting'), 0, 'nothing is counted');
create temp table was as select tests.version() as version;
grant all on was to authenticated;
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('more', '{jo}', true, '{sam}')), tests.call('complain', tests.draft('again', '{pat}', about => 'sam'));
select tests.act_as('jo');
select tests.happen('open_item', 'more');
select tests.act_as('sams trick');
select is(tests.version(), (select version from was), 'whatever Robin says elsewhere, its view is the same to the byte');

-- Of what Sam may read it shows no more than Sam sees: not whom Robin left out, and not that Jo worries about Sam
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('both', '{sam,jo}', left_out => '{lou}'));
select tests.act_as('jo');
select is(tests.happen('share_to_keep_safe', 'both', tests.raise('{pat}', worry_about => 'sam')), 'done', 'Jo worries about Sam, and shares with Pat');
select tests.act_as('robin');
select is(tests.events('both') || ' ' || (tests.readers('both') @> '{"Pat raised"}'), 'raised true', 'which Robin knows');
select tests.act_as('sams trick');
select is(tests.events('both'), null, 'and Sam''s device does not');
select is(tests.readers('both'), '{"Jo picked","Sam picked"}', 'nor who has it by that, nor who comes next');
select is(coalesce(tests.item('both') ->> 'left_out', tests.item('both') ->> 'picked', tests.item('both') ->> 'shown'), null, 'nor whom Robin left out, picked or was shown');
select tests.act_as('robin');
select tests.happen('take_back', 'both');
select tests.act_as('sams trick');

-- What it may not do
select is((select string_agg(o, ' ') from (values (tests.happen('take_back', 'secret')), (tests.happen('reopen', 'secret')), (tests.happen('say_if_it_helped', 'secret', '{"helped": "yes"}')),
	(tests.happen('change_topic', 'jos topic', '{"words": "x"}'))) v(o)),
	'not_yours not_yours not_yours not_yours', 'it cannot touch what it does not see');
select is((select string_agg(o, ' ') from (values (tests.happen('take_back', 'bike')),
	(tests.happen('change_topic', 'sams topic', '{"words": "x"}'))) v(o)), 'not_yours not_yours', 'nor what it only may read');
select is(tests.call('order_topics', jsonb_build_object('items', tests.ids('{"sams topic","jos topic"}'))), 'no_such_topics', 'nor put Robin''s list in order');
select is(tests.happen('open_item', 'secret') || ' ' || tests.happen('share_to_keep_safe', 'bike', tests.raise('{sam}')), 'not_yours not_yours', 'nor do what readers do');
select throws_ok($$ insert into app.shown values (tests.id('bike'), tests.id('lou')) $$, '42501', null, 'not by the tables either');
select throws_ok($$ insert into app.item_readers values (tests.id('secret'), tests.id('sam')) $$, '42501', null, 'or add a reader');
select throws_ok($$ insert into app.left_out (item_id, person_id) values (tests.id('bike'), tests.id('lou')) $$, '42501', null, 'or leave one out');
select is(tests.call('send_wish', tests.draft('stolen', '{sam}') || tests.drawn()), 'no_such_picture', 'or send what Robin drew');
select is(tests.call('approve_device', tests.login('sams trick')), 'no_such_device', 'or vouch for itself');
select is(tests.call('send_wish', tests.draft('fake', '{jo}', left_out => '{sam}')), 'done', 'what it says itself');
select is(tests.items(), '{bike,fake}', 'it sees');
select is(tests.happen('take_back', 'fake'), 'done', 'and may take back');
select is(tests.call('put_topic', tests.draft('fake topic', '{jo}')), 'done', 'a topic of its own');
select is(tests.item('fake topic') ->> 'place', '2', 'does not tell how long Robin''s list is');
select is(tests.call('send_wish', tests.draft('bike', '{jo}')), 'already_there', 'an id that is taken is taken');

-- Every device lists the new one
select is((select count(*)::int from jsonb_array_elements(tests.list('devices')) d where d ->> 'person_id' = tests.id('robin')::text), 2, 'it sees both devices');
select tests.act_as('robin');
select is((select d ->> 'invited_by' from jsonb_array_elements(tests.list('devices')) d where d ->> 'device' = 'sams trick'), tests.id('sam')::text, 'Robin sees that Sam added one');
select is((select d ->> 'approved_at' from jsonb_array_elements(tests.list('devices')) d where d ->> 'device' = 'sams trick'), null, 'which nobody has approved');
select is(tests.happen('take_back', 'bike'), 'done', 'Robin''s own tablet may take back');
select tests.act_as('kai');
select is(tests.part('devices'), 1, 'Kai does not see Robin''s');
select is(tests.call('approve_device', tests.login('sams trick')), 'no_such_device', 'or vouch for them');

-- A second trick: two false devices vouch for each other
select tests.act_as_owner();
select tests.join_as('second trick', 'robin', 'sam');
select tests.act_as('sams trick');
select is(tests.call('approve_device', tests.login('second trick')), 'done', 'one vouches for the other');
select tests.act_as('second trick');
select tests.call('approve_device', tests.login('sams trick'));
select is(tests.items(), '{bike,fake}', 'which lends nothing but what they said themselves, and what Sam had opened');
select tests.act_as('robin');
select is((select count(*)::int from jsonb_array_elements(tests.list('devices')) d where d ->> 'approved_at' is not null), 1, 'and Robin''s tablet is not told that they are approved');
select is(tests.call('cut_off_device', tests.login('second trick')), 'done', 'Robin stops one');
select tests.act_as('second trick');
select is(public.my_view() ->> 'view', null, 'and it shows nothing any more');
select is(array(select words from app.items), '{}', 'nor by asking the tables');
select is(tests.call('send_wish', tests.draft('late', '{jo}')), 'device_stopped', 'nor is anything said on it');

-- Robin did want it
select tests.act_as('robin');
select is(tests.call('approve_device', tests.login('sams trick')), 'done', 'if Robin says yes on the older tablet');
select is((select d ->> 'approved_at' is not null from jsonb_array_elements(tests.list('devices')) d where d ->> 'device' = 'sams trick'), true, 'it is approved');
select tests.act_as('sams trick');
select is(tests.items() || tests.items('complaint') || tests.items('note'), '{bike,both,drawn,fake,more,secret,again,shouts,"lous note"}', 'it shows all');
select is(tests.happen('take_back', 'secret'), 'done', 'may do all');
select is(public.my_pictures(null, array[tests.drawn() ->> 'picture']) -> 0 ->> 'hash', tests.drawn() ->> 'picture', 'and shows what Robin drew');

select is((select count(*)::int from app.login_approvals), 3, 'and who vouched for what');
select tests.act_as('kai');
select is_empty('select 1 from app.login_approvals', 'which is nothing to Kai');
select tests.act_as('lou');
select is_empty('select 1 from app.login_approvals', 'nor to Lou');

-- Two adults, neither left out, may vouch instead: of what both could read
select tests.act_as_owner();
select tests.join_as('loaned', 'robin', 'lou');
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('to jo and pat', '{jo,pat}', left_out => '{sam}')), tests.call('send_wish', tests.draft('to jo', '{jo}', left_out => '{pat}'));
select tests.act_as('loaned');
select is(tests.items() || tests.items('note'), '{"lous note"}', 'a device that Lou added shows what Lou may read');
select tests.act_as('pat');
select is(tests.call('approve_device', tests.login('loaned')), 'done', 'Pat vouches for it');
select tests.act_as('loaned');
select is(tests.items(), '{}', 'one adult is not enough');
select tests.act_as('jo');
select is(tests.call('approve_device', tests.login('loaned')), 'done', 'Jo, too');
select tests.act_as('loaned');
select is(tests.items(), '{"to jo and pat"}', 'two are, for what neither was left out of');
select is((select d -> 'approved_by' from jsonb_array_elements(tests.list('devices')) d where d ->> 'device' = 'loaned'), (select jsonb_agg(i order by i) from jsonb_array_elements(tests.ids('{jo,pat}')) i),
	'and it says who they are');
select tests.act_as('jo');
select is(tests.happen('share_to_keep_safe', 'to jo', tests.raise('{pat}', hidden => true)), 'done', 'what Jo shared with Pat in silence');
select tests.act_as('loaned');
select is(tests.items(), '{"to jo and pat"}', 'does not show itself there');
select tests.act_as('nia');
select is(tests.call('approve_device', tests.login('loaned')), 'no_such_device', 'the manager of another home vouches for nobody');
select * from finish();
rollback;
