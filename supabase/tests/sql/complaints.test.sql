begin;
select * from no_plan();
create temp table was (who text primary key, version text);
grant all on was to authenticated;
create function pg_temp.remember(names text[]) returns void language plpgsql as $$
declare n text;
begin
	foreach n in array names loop
		perform tests.act_as(n);
		insert into was values (n, tests.version()) on conflict on constraint was_pkey do update set version = excluded.version;
	end loop;
end $$;
create function pg_temp.changed(names text[]) returns text[] language plpgsql as $$
declare n text; changed text[] := '{}';
begin
	foreach n in array names loop
		perform tests.act_as(n);
		if tests.version() <> (select version from was where who = n) then changed := changed || n; end if;
	end loop;
	return changed;
end $$;
grant execute on function pg_temp.remember, pg_temp.changed to authenticated;

-- Sam is covered by Lou and covers Pat; everybody's view before
select tests.away('sam', 'lou', '-1 hour', '9 days'), tests.away('pat', 'sam', '-1 hour', '9 days');
select pg_temp.remember('{sam,lou,jo,pat,morgan,kai,nia}');

-- Robin complains about Sam to Pat, who is covered by Sam
select tests.act_as('robin');
select is(tests.call('complain', tests.draft('shouts', '{sam}', about => 'sam')), 'picked_and_left_out', 'never to the person it is about');
select is(tests.call('complain', tests.draft('shouts', '{}', about => 'sam')), 'no_readers', 'but to somebody');
select is(tests.call('complain', tests.draft('shouts', '{pat}', true, about => 'sam')), 'done', 'Robin complains about Sam, to Pat');
select is(tests.call('complain', tests.draft('quiet', '{pat}', about => 'sam')), 'done', 'and once more, with words that do not move');
select is(tests.call('complain', tests.draft('kai hits', '{pat}', about => 'kai')), 'not_yours', 'a complaint is about an adult');
select is(tests.call('complain', tests.draft('lee', '{pat}', about => 'lee')), 'not_yours', 'of this home');
select is(tests.items('complaint'), '{quiet,shouts}', 'Robin sees them');
select is(tests.item('shouts') ->> 'about_id', tests.id('sam')::text, 'and about whom they are');
select is(tests.readers('shouts'), '{"Pat picked","Morgan handed_on 24h"}', 'not Sam, who covers Pat; nobody waits for the key workers');
select is(pg_temp.changed('{sam,lou,jo,pat,morgan,kai,nia}'), '{pat}', 'not a byte of anybody''s view has changed but Pat''s');

-- Pat hears, opens, deals with it
select tests.act_as('pat');
select is(tests.happen('open_item', 'shouts') || tests.happen('open_item', 'quiet'), 'donedone', 'Pat opens it');
select is(tests.happen('handle_item', 'shouts', '{"by_day": null}'), 'bad_value', 'says by when');
select is(tests.happen('handle_item', 'shouts', '{"by_day": "2030-01-01"}'), 'done', 'and deals with it');
select is(tests.happen('share_to_keep_safe', 'shouts', tests.raise('{sam}')), 'item_not_raised', 'but never shares it with Sam');
select is(tests.happen('share_to_keep_safe', 'shouts', tests.raise('{lou}')), 'done', 'with Lou, when there is need');
select is(pg_temp.changed('{sam,jo,morgan,kai,nia}'), '{}', 'not a byte of Sam''s view has changed');
select is(pg_temp.changed('{lou}'), '{lou}', 'Lou''s has: covering for Sam is no matter when it is shared to keep safe');
select tests.act_as('pat');
select is(tests.answer('shouts', 'Sam has said sorry.', answer => 'yes') || ' ' || tests.answer('shouts', 'Sam has said sorry.', answer => 'upheld', will_happen => ' ')
	|| ' ' || tests.answer('shouts', 'Sam has said sorry.', answer => 'upheld'), 'item_not_answered answer_needs_will_happen done', 'Pat says what was found, and what happens now');
select tests.act_as('robin');
select is(tests.item('shouts') ->> 'answer_hours', '672', 'four weeks to answer, where the home set nothing');
select is(tests.events('shouts'), 'opened handled raised answered', 'Robin sees it all');
select is(tests.happen('say_if_it_helped', 'shouts', '{"helped": "no"}') || tests.happen('reopen', 'shouts', '{"words": "No."}'), 'donedone', 'and may say that it did not help');
select is(tests.happen('take_back', 'quiet'), 'done', 'Robin takes the other one back');
select tests.act_as('pat');
select isnt(tests.item('quiet') ->> 'taken_back_at', null, 'which leaves a mark with Pat');
select is(tests.happen('handle_item', 'quiet', '{"by_day": "2030-01-01"}'), 'item_not_handled', 'and is not dealt with any more');
select is(pg_temp.changed('{sam,jo,morgan,kai,nia}'), '{}', 'still not a byte of Sam''s view has changed');

-- It waits too long: Morgan is next; Sam counts nothing of it, at no time
select tests.later('shouts', '8 days');
select tests.act_as('morgan');
select is(tests.items('complaint'), '{shouts}', 'Morgan reads what may move');
select is(pg_temp.changed('{sam,jo,kai,nia}'), '{}', 'and Sam''s view is the same');
select tests.act_as('sam');
select is_empty('select 1 from app.items union all select 1 from app.item_events', 'Sam sees no row');
select is_empty('select 1 from private.waiting_with_me()', 'nothing waits with Sam');
select is_empty('select 1 from private.readers_of()', 'nor can Sam ask who reads it');
select is(tests.happen('open_item', 'shouts') || ' ' || tests.answer('shouts') || ' ' || tests.happen('handle_item', 'shouts', '{"by_day": "2030-01-01"}'), 'not_yours not_yours not_yours', 'or do anything with it');
select is(tests.call('complain', tests.draft('mine', '{pat}')), 'not_yours', 'or complain here: this is for children');

-- About the manager: the responsible individual, outside the home
select tests.act_as_owner();
delete from app.away;
select pg_temp.remember('{pat}');
select tests.act_as('robin');
select is(tests.call('complain', tests.draft('pat is late', '{morgan}', true, about => 'pat')), 'done', 'Robin complains about Pat, to Morgan');
select is(tests.call('complain', tests.draft('pat is loud', '{jo}', true, about => 'pat')), 'done', 'and to Jo');
select is(tests.readers('pat is late'), '{"Morgan picked"}', 'nobody in the home is next');
select is(tests.readers('pat is loud'), '{"Jo picked","Morgan handed_on 24h"}', 'after Jo it is Morgan');
select tests.later('pat is late', '30 days'), tests.later('pat is loud', '30 days');
select is(pg_temp.changed('{pat}'), '{}', 'not a byte of Pat''s view has changed, a month later');
select tests.act_as('pat');
select is('pat is late' = any (tests.items('complaint')), false, 'whatever Pat asks');
select tests.act_as('morgan');
select is(tests.items('complaint') @> '{"pat is late","pat is loud"}', true, 'Morgan hears');
select is(tests.answer('pat is late', answer => 'not_upheld', by_day => null, will_happen => null), 'done', 'and answers');

-- Two managers: the other one is next. Somebody who has left can be complained about. About a thing, there is nobody to shut out.
select tests.act_as_owner();
select tests.person('max', 'maple', 'manager');
update app.people set left_at = now() where name = 'lou';
select tests.act_as('robin');
select is(tests.call('complain', tests.draft('pat is early', '{jo}', about => 'pat')), 'done', 'with a second manager');
select is(tests.readers('pat is early'), '{"Jo picked","Max handed_on no words 24h","Morgan handed_on no words 48h"}', 'that one is next');
select is(tests.call('complain', tests.draft('lou was bad', '{pat}', about => 'lou')), 'done', 'Lou has left, and can still be complained about');
select is(tests.call('complain', tests.draft('food', '{sam}')), 'done', 'a complaint may be about a thing');
select is(tests.readers('food'), '{"Sam picked","Max handed_on no words 24h","Pat handed_on no words 24h","Morgan handed_on no words 48h"}', 'then the managers are next');
select throws_ok('delete from app.items', '42501', null, 'nobody makes one go away');
select * from finish();
rollback;
