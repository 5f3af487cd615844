begin;
select * from no_plan();
create temp table was (who text primary key, version text);
grant all on was to authenticated;
create function pg_temp.remember(who text) returns void language sql as
	$$ insert into was values (who, tests.version()) on conflict on constraint was_pkey do update set version = excluded.version $$;
grant execute on function pg_temp.remember to authenticated;

-- Robin tells Jo something, and leaves out Sam and Pat
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('hurt', '{jo,lou}', true, '{sam,pat}', '{jo,lou}')), tests.call('send_wish', tests.draft('other', '{jo,lou}', true, '{pat}', '{jo,lou}'));
select pg_temp.remember('robin');
select tests.act_as('lou');
select tests.happen('open_item', 'hurt'), pg_temp.remember('lou');
select tests.act_as('kai');
select pg_temp.remember('kai');
select tests.act_as('sam');
select pg_temp.remember('sam');
select tests.act_as('morgan');
select pg_temp.remember('morgan');
select is(tests.happen('share_to_keep_safe', 'hurt', tests.raise('{sam}')), 'not_yours', 'Morgan cannot share what Morgan cannot read');
select tests.act_as('robin');
select is(tests.happen('share_to_keep_safe', 'hurt', tests.raise('{pat}')), 'not_yours', 'a child does not: it picks, or lets in');
select pg_temp.remember('robin');

-- Jo fears harm
select tests.act_as('jo');
select is(tests.happen('share_to_keep_safe', 'hurt', tests.raise('{}')), 'raised_needs_people', 'Jo says with whom');
select is(tests.happen('share_to_keep_safe', 'hurt', tests.raise('{pat}') || '{"because": " "}'), 'answer_needs_reason', 'and why');
select is(tests.happen('share_to_keep_safe', 'hurt', tests.raise('{pat}') || '{"because": null}'), 'bad_value', 'not nothing');
select is(tests.happen('share_to_keep_safe', 'hurt', tests.raise('{pat}') - 'told_child'), 'bad_value', 'and whether Robin was told');
select is(tests.happen('share_to_keep_safe', 'hurt', tests.raise('{pat}', hidden => true, told_child => true)), 'hidden_or_told', 'what Robin was told is not hidden from Robin');
select is(tests.happen('share_to_keep_safe', 'hurt', tests.raise('{sam,pat}', worry_about => 'sam')), 'item_not_raised', 'never with the person whom Jo worries about');
select is(tests.happen('share_to_keep_safe', 'hurt', tests.raise('{kai}')), 'item_not_raised', 'nor with a child');
select is(tests.happen('share_to_keep_safe', 'hurt', tests.raise('{nia}')), 'item_not_raised', 'nor with another home');
select is(tests.happen('share_to_keep_safe', 'hurt', tests.raise('{jo}')), 'item_not_raised', 'nor with oneself');
select tests.act_as_owner();
update app.people set not_at_work_since = now() where name = 'morgan';
select tests.act_as('jo');
select is(tests.happen('share_to_keep_safe', 'hurt', tests.raise('{pat,morgan}')), 'item_not_raised', 'nor with somebody who is not at work, and would not read it');
select tests.act_as_owner();
update app.people set not_at_work_since = null where name = 'morgan';

-- Hidden: seeing it would be unsafe
select tests.act_as('jo');
select is(tests.happen('share_to_keep_safe', 'hurt', tests.raise('{pat,morgan}', hidden => true, worry_about => 'sam')), 'done', 'Jo shares it with Pat and Morgan, hidden');
select is(tests.readers('hurt'), '{"Jo picked","Lou picked","Morgan raised","Pat raised"}', 'Jo sees that they have it');
select tests.act_as('robin');
select is(tests.version(), (select version from was where who = 'robin'), 'not a byte of Robin''s view has changed');
select tests.act_as('lou');
select is(tests.version(), (select version from was where who = 'lou'), 'nor of Lou''s, who also reads it');
select tests.act_as('sam');
select is(tests.version(), (select version from was where who = 'sam'), 'nor of Sam''s, whom Jo worries about');
select tests.act_as('kai');
select is(tests.version(), (select version from was where who = 'kai'), 'nor of Kai''s');
select tests.act_as('morgan');
select isnt(tests.version(), (select version from was where who = 'morgan'), 'Morgan''s has');
select tests.act_as('pat');
select is(tests.items(), '{hurt}', 'law 9: Pat was left out, and reads it: leaving out never blocks keeping safe');
select is(tests.item('hurt') ->> 'left_out', null, 'but not who was left out');
select is(tests.events('hurt'), 'opened raised', 'Pat sees what happened');
select is(tests.item('hurt') -> 'events' -> 1 ->> 'because', 'I fear harm.', 'and why');
select is(tests.item('hurt') -> 'events' -> 1 ->> 'told_child', 'false', 'and that Robin was not told');
select is(tests.item('hurt') -> 'events' -> 1 ->> 'hidden', 'true', 'and that Robin does not see it: Pat must not tell by accident');
select is(tests.happen('open_item', 'hurt') || tests.happen('open_item', 'hurt'), 'donedone', 'Pat opens it');
select is(tests.events('hurt'), 'opened raised opened', 'which those see who know that it was shared');
select is(tests.answer('hurt') || ' ' || tests.happen('plan_item', 'hurt', jsonb_build_object('session', tests.id('s'))) || ' ' || tests.happen('unplan_item', 'hurt'),
	'item_not_answered item_not_planned item_not_unplanned', 'Pat does not answer or plan it: that would tell');
select is('other' = any (tests.items()), false, 'what was not shared stays shut');
select tests.act_as('morgan');
select is(tests.events('hurt'), 'opened raised opened', 'as Morgan does');
select tests.act_as('robin');
select is(tests.version(), (select version from was where who = 'robin'), 'opened or not: Robin''s view is the same to the byte');
select tests.act_as('lou');
select is(tests.version(), (select version from was where who = 'lou'), 'and Lou''s');
select is((select count(*)::int from app.item_events where kind = 'raised'), 0, 'whatever Lou asks');

-- Pat passes it on: in silence too, unless Robin was told
select tests.act_as('pat');
select is(tests.happen('share_to_keep_safe', 'hurt', tests.raise('{lou}', told_child => false) || '{"hidden": false}'), 'done', 'Pat shares it with Lou as well');
select tests.act_as('robin');
select is(tests.version(), (select version from was where who = 'robin'), 'Robin''s view is the same: it came to Pat in silence');
select tests.act_as('lou');
select is(tests.events('hurt'), 'opened raised', 'Lou learns what Pat shared, not what Jo did');
select is(tests.item('hurt') -> 'events' -> 1 ->> 'hidden', 'true', 'and that Robin does not see it');
select is(tests.readers('hurt'), '{"Jo picked","Lou picked","Lou raised"}', 'nor that Pat and Morgan read it');
select tests.act_as('pat');
select is(tests.happen('share_to_keep_safe', 'hurt', tests.raise('{morgan}', told_child => true)), 'done', 'Pat has told Robin, and says so');
select tests.act_as('robin');
select is(tests.events('hurt'), 'opened raised', 'so Robin sees that');
select is((select string_agg(e ->> 'hidden', ' ') from jsonb_array_elements(tests.item('hurt') -> 'events') e where e ->> 'kind' = 'raised'), 'false', 'what Robin sees is never marked hidden');
select is(tests.readers('hurt') @> '{"Morgan raised"}' and not tests.readers('hurt') @> '{"Pat raised"}', true, 'with whom Pat shared it');

-- Open: Robin sees it, and that it was opened
select tests.act_as('jo');
select is(tests.happen('share_to_keep_safe', 'other', tests.raise('{pat}')), 'done', 'Jo shares another with Pat, and has told Robin');
select tests.act_as('pat');
select tests.happen('open_item', 'other');
select is(tests.answer('other'), 'item_not_answered', 'an answer by Pat would tell Lou');
select tests.act_as('robin');
select is(tests.readers('other') @> '{"Pat raised"}', true, 'Robin sees who has it now');
select is(tests.events('other'), 'raised opened', 'and that Pat opened it');
select is(tests.item('other') ->> 'opened_at', null, 'which does not stop the clock: Robin did not pick Pat');
select tests.act_as('lou');
select is(tests.events('other'), null, 'Lou sees neither');
select is(tests.item('other') ->> 'opened_at', null, 'nor by any time');

-- Taken back: whoever must keep safe still reads it
select tests.act_as('robin');
select is(tests.happen('take_back', 'other'), 'done', 'Robin takes it back');
select tests.act_as('pat');
select is(tests.items(), '{hurt,other}', 'Pat still has what was shared to keep Robin safe');
select tests.act_as('jo');
select is(tests.items(), '{hurt}', 'Jo, who had never opened it, has not');

-- Pat then gets it by the ordinary way: Pat's opening counts from then on
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('both ways', '{jo}', true));
select tests.act_as('jo');
select tests.happen('share_to_keep_safe', 'both ways', tests.raise('{pat}', hidden => true));
select tests.act_as('pat');
select tests.happen('open_item', 'both ways');
select tests.act_as('robin');
select is(tests.events('both ways') is null and tests.item('both ways') ->> 'opened_at' is null, true, 'Robin knows of nothing');
select tests.later('both ways', '50 hours');
select tests.act_as('pat');
select is(tests.happen('open_item', 'both ways'), 'done', 'two days later it has moved to Pat, too, who opens it');
select is(tests.answer('both ways'), 'done', 'and may answer it');
select tests.act_as('robin');
select is(tests.events('both ways'), 'opened answered', 'which Robin sees');

-- About somebody: never with that person, whoever shares it
select tests.act_as('robin');
select is(tests.call('complain', tests.draft('shouts', '{pat,jo}', false, '{}', '{pat,jo}', 'sam')), 'done', 'Robin complains about Sam');
select tests.act_as('pat');
select is(tests.happen('share_to_keep_safe', 'shouts', tests.raise('{sam}')), 'item_not_raised', 'which is never shared with Sam');
select tests.act_as_owner();
alter table app.item_events disable trigger user;
insert into app.item_events (id, item_id, person_id, kind, because, with_ids, told_child, worry_about) values
	(tests.id('slip'), tests.id('hurt'), tests.id('jo'), 'raised', 'x', tests.list_of('{morgan,sam}'), true, tests.id('sam')),
	(tests.id('slip 2'), tests.id('shouts'), tests.id('jo'), 'raised', 'x', tests.list_of('{sam}'), true, null),
	(tests.id('slip 3'), tests.id('hurt'), tests.id('jo'), 'raised', 'x', tests.list_of('{nia,kai}'), true, null);
select tests.act_as('sam');
select is(tests.items() || tests.items('complaint'), '{"both ways"}', 'a row that slipped in gives it neither to whom one worries about, nor to whom it is about');
select tests.act_as('nia');
select is(tests.items(), '{}', 'nor to another home');
select tests.act_as('kai');
select is(tests.items(), '{}', 'nor to another child');
select * from finish();
rollback;
