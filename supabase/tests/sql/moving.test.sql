begin;
select * from no_plan();

-- Robin sends one wish to Sam whose words may move, one whose words may not, and one that leaves Pat out
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('quiet', '{sam}')), tests.call('send_wish', tests.draft('loud', '{sam}', true)),
	tests.call('send_wish', tests.draft('not pat', '{sam}', true, '{pat}'));
select is(tests.readers('quiet'), '{"Sam picked","Jo handed_on no words 24h","Pat handed_on no words 24h","Morgan handed_on no words 48h"}',
	'unread: Jo and Pat are next after a day, then Morgan; of "quiet" without the words');
select is(tests.readers('loud'), '{"Sam picked","Jo handed_on 24h","Pat handed_on 24h","Morgan handed_on 48h"}', 'of "loud" with them');
select is(tests.readers('not pat'), '{"Sam picked","Jo handed_on 24h","Morgan handed_on 48h"}', 'who is left out is not waited for');

-- Nor is who is not there at that time: not yet, or not any more
create function pg_temp.comes(what text) returns text[] language plpgsql as $$
begin
	perform tests.act_as_owner();
	execute what;
	perform tests.act_as('robin');
	return tests.readers('loud');
end $$;
select is(pg_temp.comes('update app.key_workers set from_at = now() + interval ''2 days'' where id = tests.id(''robin with jo'')'),
	'{"Sam picked","Pat handed_on 24h","Jo handed_on 48h","Morgan handed_on 48h"}', 'a key worker who is to come');
select pg_temp.comes('update app.key_workers set from_at = now() - interval ''1 year'' where id = tests.id(''robin with jo'')');
select is(pg_temp.comes('update app.people set made_at = now() + interval ''9 days'' where id = tests.id(''pat'')'),
	'{"Sam picked","Jo handed_on 24h","Morgan handed_on 48h","Pat handed_on 216h"}', 'a manager who is to come');
select is(pg_temp.comes('update app.people set made_at = now() - interval ''1 year'', left_at = now() + interval ''1 day'' where id = tests.id(''pat'')'),
	'{"Sam picked","Jo handed_on 24h","Morgan handed_on 48h"}', 'a manager who will be gone');
select pg_temp.comes('update app.people set left_at = null where id = tests.id(''pat'')');
select tests.act_as('jo');
select is(tests.items(), '{}', 'Jo reads nothing yet');
select is(tests.part('waiting'), 0, 'and nothing waits');

-- Nobody opens them for a day
select tests.later(w, '24 hours 1 minute') from unnest(array['quiet', 'loud', 'not pat']) w;
select is(tests.items(), '{loud,"not pat"}', 'unread for a day: Jo, the other key worker, reads what may move');
select is(tests.part('waiting'), 1, 'and learns only that one more waits');
select is(tests.list('waiting') -> 0 ->> 'child_id', tests.id('robin')::text, 'whose it is');
select is((select count(*)::int from jsonb_object_keys(tests.list('waiting') -> 0)), 2, 'and since when, nothing else');
select is(tests.happen('open_item', 'quiet') || ' ' || tests.answer('quiet') || ' ' || tests.happen('share_to_keep_safe', 'quiet', tests.raise('{pat}')),
	'not_yours not_yours not_yours', 'without the words Jo can do nothing with it');
select tests.act_as('pat');
select is(tests.items(), '{loud}', 'so does Pat, the manager, but not what leaves Pat out');
select is(tests.part('waiting'), 1, 'which Pat does not even count');
select tests.act_as('morgan');
select is(tests.items(), '{}', 'Morgan reads nothing yet: Jo is there to get what leaves Pat out');
select tests.later(w, '24 hours') from unnest(array['quiet', 'loud', 'not pat']) w;
select is(tests.items(), '{loud,"not pat"}', 'and comes last of all, after two days');
select is(tests.part('waiting'), 1, 'quiet only waits');
select tests.act_as('lou');
select is(tests.items() || array(select child_id::text from private.waiting_with_me()), '{}', 'Lou is nothing to Robin: nothing ever comes to Lou');
select tests.act_as('nia');
select is(tests.items() || array(select child_id::text from private.waiting_with_me()), '{}', 'nor to the manager of another home');

-- Sam opens them: what has moved has moved; the other clock runs on
select tests.act_as('sam');
select is(tests.happen('open_item', 'loud') || tests.answer('quiet'), 'donedone', 'Sam opens one and answers another');
select tests.act_as('jo');
select is(tests.items(), '{loud,"not pat"}', 'opening takes nothing away from Jo, who had it');
select is(tests.part('waiting'), 0, 'what was answered does not wait any more');
select is(tests.answer('loud'), 'done', 'Jo answers');
select tests.act_as('pat');
select is(tests.items(), '{loud}', 'which takes nothing away from Pat');
select tests.act_as('robin');
select is(tests.happen('reopen', 'loud', '{"words": "no"}'), 'done', '"That is not what I meant"');
select is(tests.names(tests.item('loud') -> 'picked'), '{jo,morgan,pat,sam}', 'is asked of everybody who had it');
select tests.act_as('jo');
select is(tests.items(), '{loud,"not pat"}', 'so Jo still has it');
select tests.act_as('robin');
select is(tests.call('send_wish', tests.draft('read', '{sam}', true)), 'done', 'Robin sends one more');
select tests.act_as('sam');
select tests.later('read', '1 hour'), tests.happen('open_item', 'read');
select tests.act_as('robin');
select is(tests.readers('read'), '{"Sam picked","Jo handed_on 167h","Pat handed_on 167h","Morgan handed_on 335h"}',
	'read but not answered: the next people come after a week');
select tests.later('read', '167 hours');
select tests.act_as('jo');
select is('read' = any (tests.items()), true, 'and does come');

-- Opened late, after the first step: that step stands, and no further one follows before the week is over
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('late', '{sam}', true)), tests.later('late', '30 hours');
select tests.act_as('sam');
select tests.happen('open_item', 'late');
select tests.act_as('robin');
select is(tests.readers('late'), '{"Sam picked","Jo handed_on","Pat handed_on","Morgan handed_on 306h"}', 'Jo and Pat keep what came to them; Morgan waits for the second week');

-- A quick answer: it never moves. A home that changes its days changes nothing for what was sent.
select tests.call('send_wish', tests.draft('fast', '{sam}', true));
select tests.act_as('sam');
select tests.answer('fast'), tests.later('fast', '40 days');
select tests.act_as('robin');
select is(tests.readers('fast'), '{"Sam picked"}', 'an answered wish moves to nobody');
select tests.act_as_owner();
update app.homes set unread_within = '1 hour', answer_within = '2 hours' where id = tests.id('maple');
select tests.act_as('kai');
select tests.call('send_wish', tests.draft('kite', '{jo}', true));
select is(tests.item('kite') ->> 'unread_hours', '1', 'Kai is shown the hour of today');
select tests.act_as_owner();
update app.homes set unread_within = '3 days', answer_within = '9 days' where id = tests.id('maple');
select tests.act_as('kai');
select is(tests.readers('kite'), '{"Jo picked","Pat handed_on 1h","Morgan handed_on 2h"}', 'which stays; with no other key worker Pat is next');

-- Not sent to a key worker: the key workers are not next
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('to lou', '{lou}', true)), tests.call('send_wish', tests.draft('to both', '{lou,sam}', true)),
	tests.call('send_wish', tests.draft('to pat', '{pat}', true)), tests.call('send_wish', tests.draft('to all', '{sam,jo,pat}', true)),
	tests.call('send_wish', tests.draft('to top', '{morgan}', true));
select is(tests.readers('to lou'), '{"Lou picked","Pat handed_on 72h","Morgan handed_on 144h"}', 'Robin picked no key worker: Pat is next');
select is(tests.readers('to both'), '{"Lou picked","Sam picked","Jo handed_on 72h","Pat handed_on 72h","Morgan handed_on 144h"}', 'with one among them, the other is');
select is(tests.readers('to pat'), '{"Pat picked","Morgan handed_on 72h"}', 'from Pat it goes to Morgan');
select is(tests.readers('to all'), '{"Jo picked","Pat picked","Sam picked","Morgan handed_on 72h"}', 'as it does from all of them');
select is(tests.readers('to top'), '{"Morgan picked","Pat handed_on 72h"}', 'and from Morgan to Pat');
select is(tests.call('put_topic', tests.draft('school', '{sam}', true)), 'done', 'a topic');
select is(tests.readers('school'), '{"Sam picked"}', 'moves to nobody');
select * from finish();
rollback;
