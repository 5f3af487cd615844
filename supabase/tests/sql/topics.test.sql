begin;
select * from no_plan();
create function pg_temp.places() returns text language sql as $$
	select coalesce(string_agg((i ->> 'words') || ' ' || (i ->> 'place'), ', ' order by i ->> 'place', i ->> 'words'), '')
	from jsonb_array_elements(tests.list('items')) i where i ->> 'kind' = 'topic' and i ->> 'closed_at' is null
$$;
create function pg_temp.plan(session text, child text) returns text language sql as $$
	select tests.call('plan_session', jsonb_build_object('id', tests.id(session), 'event', gen_random_uuid(), 'child', tests.id(child),
		'starts_at', now() + interval '1 day', 'place', 'park', 'how', 'walk', 'purpose', 'Talk.'))
$$;
grant execute on function pg_temp.places, pg_temp.plan to authenticated;

-- Robin's list
select tests.act_as('robin');
select is(tests.call('put_topic', tests.draft('school', '{sam}')) || tests.call('put_topic', tests.draft('sleep', '{jo}', left_out => '{sam}'))
	|| tests.call('put_topic', tests.draft('mum', '{sam}')), 'donedonedone', 'Robin puts three topics on the list');
select is(pg_temp.places(), 'school 1, sleep 2, mum 3', 'in order');
select is(tests.item('school') ->> 'unread_hours', null, 'a topic waits for the talk, not for a clock');
select is(tests.call('order_topics', jsonb_build_object('items', tests.ids('{mum,school,sleep}'))), 'done', 'Robin puts them in another order');
select is(pg_temp.places(), 'mum 1, school 2, sleep 3', 'which stays');
select is(tests.happen('change_topic', 'school', '{"words": "maths", "symbol": "school"}'), 'done', 'Robin changes one');
select is(tests.item('school') ->> 'words' || ' ' || (tests.item('school') ->> 'symbol'), 'maths school', 'it says what Robin means now');
select is(tests.item('school') -> 'events' -> 0 ->> 'words', 'school', 'and keeps what stood there');
select is(tests.happen('change_topic', 'school', '{"words": " ", "symbol": null}'), 'nothing_said', 'it is not changed to nothing');
select is(tests.happen('change_topic', 'school', '{"words": "school", "symbol": null}'), 'done', 'and back');
select tests.act_as('kai');
select is(tests.call('order_topics', jsonb_build_object('items', tests.ids('{sleep,mum}'))), 'no_such_topics', 'Kai does not put Robin''s list in order');
select is(tests.happen('change_topic', 'mum', '{"words": "x"}'), 'not_yours', 'or change it');

-- Sam sees Sam's, in Robin's order, with no gap that tells of another
select tests.act_as('sam');
select is(pg_temp.places(), 'mum 1, school 2', 'Sam sees two');
select is(tests.call('order_topics', jsonb_build_object('items', tests.ids('{school,mum}'))), 'no_such_topics', 'and does not put them in order');
select is(tests.happen('change_topic', 'mum', '{"words": "x"}'), 'not_yours', 'or change them');
select tests.act_as('robin');
select tests.call('order_topics', jsonb_build_object('items', tests.ids('{sleep,mum,school}')));
select tests.act_as('sam');
select is(pg_temp.places(), 'mum 1, school 2', 'what is put before them does not show');

-- Sam plans: into a session of Robin's, that is still to come
select is(pg_temp.plan('monday', 'robin'), 'done', 'Sam plans a session');
select tests.act_as('jo');
select pg_temp.plan('kais', 'kai');
select tests.act_as('sam');
select is(tests.happen('plan_item', 'mum', jsonb_build_object('session', tests.id('monday'))), 'done', 'and puts a topic into it');
select is(tests.item('mum') ->> 'planned_in', tests.id('monday')::text, 'where it stands');
select is(tests.happen('plan_item', 'mum', jsonb_build_object('session', tests.id('kais'))), 'item_not_planned', 'not into a session of Kai''s');
select is(tests.happen('plan_item', 'mum', jsonb_build_object('session', tests.id('none'))), 'item_not_planned', 'nor into none');
select is(tests.happen('plan_item', 'mum', '{"session": null}'), 'bad_value', 'nor nowhere');
select is(tests.happen('plan_item', 'sleep', jsonb_build_object('session', tests.id('monday'))), 'not_yours', 'nor what Sam cannot read');
select is(tests.happen('unplan_item', 'mum') || ' ' || tests.happen('unplan_item', 'mum'), 'done item_not_unplanned', 'Sam takes it out again, once');
select is(tests.happen('plan_item', 'mum', jsonb_build_object('session', tests.id('monday'))) || tests.happen('plan_item', 'school', jsonb_build_object('session', tests.id('monday'))), 'donedone', 'and puts both in');
select tests.act_as('robin');
select is(tests.happen('plan_item', 'sleep', jsonb_build_object('session', tests.id('monday'))) || ' ' || tests.happen('unplan_item', 'mum'), 'not_yours not_yours', 'planning is the worker''s');
select is(tests.events('mum'), 'planned unplanned planned', 'Robin sees it in the plan');

-- The session is cancelled: they are on the list again. It is held: they were talked about.
select tests.act_as('sam');
select is(tests.call('cancel_session', jsonb_build_object('id', gen_random_uuid(), 'session', tests.id('monday'), 'because', 'Sam is ill.')), 'done', 'Monday is off');
select is(tests.item('mum') ->> 'planned_in', null, 'so the topic waits for the next');
select is(tests.happen('plan_item', 'mum', jsonb_build_object('session', tests.id('monday'))), 'item_not_planned', 'which is not a cancelled one');
select pg_temp.plan('tuesday', 'robin'), tests.happen('plan_item', 'mum', jsonb_build_object('session', tests.id('tuesday')));
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('bike', '{sam}'));
select tests.act_as('sam');
select is(tests.happen('plan_item', 'bike', jsonb_build_object('session', tests.id('tuesday'))), 'done', 'a wish may be in a plan, too');
select is(tests.call('record_session', jsonb_build_object('id', gen_random_uuid(), 'session', tests.id('tuesday'), 'talked', 'Mum.', 'came', '', 'went', '', 'good', '')), 'session_not_begun', 'Tuesday is still to come');
select is(tests.item('mum') ->> 'closed_at', null, 'so the topic stays on the list');
select tests.begin('tuesday');
select is(tests.call('record_session', jsonb_build_object('id', gen_random_uuid(), 'session', tests.id('tuesday'), 'talked', 'Mum.', 'came', '', 'went', '', 'good', '')), 'done', 'Tuesday was held');
select isnt(tests.item('mum') ->> 'closed_at', null, 'the topic was talked about');
select is(tests.item('bike') ->> 'closed_at', null, 'the wish still waits for its answer: no session closes it');
select is(pg_temp.places(), 'school 1', 'one is left on Sam''s list');
select tests.act_as('robin');
select is(pg_temp.places(), 'sleep 1, school 3', 'two on Robin''s');
select is(tests.happen('change_topic', 'mum', '{"words": "x"}'), 'item_not_changed', 'what was talked about is not changed');
select is(tests.call('order_topics', jsonb_build_object('items', tests.ids('{mum}'))), 'no_such_topics', 'or put in order');
select is(tests.call('put_topic', tests.draft('dog', '{sam}')), 'done', 'the next');
select is(pg_temp.places(), 'sleep 1, school 3, dog 4', 'stands last');
select is(tests.happen('take_back', 'school'), 'done', 'Robin takes one off');
select is(pg_temp.places(), 'sleep 1, dog 4', 'and it is gone from the list');
select tests.act_as('sam');
select is(tests.answer('dog'), 'done', 'a topic may be answered before the talk');
select is(tests.happen('plan_item', 'dog', jsonb_build_object('session', tests.id('tuesday'))), 'item_not_planned', 'then it is not planned any more');
select * from finish();
rollback;
