begin;
select * from no_plan();
create function pg_temp.promise(promise text, child text, owner text, more jsonb default '{}') returns text language sql as $$
	select tests.call('make_promise', jsonb_build_object('id', tests.id(promise), 'child', tests.id(child), 'session', null, 'owner', tests.id(owner),
		'words', promise, 'due', '2030-01-01') || more)
$$;
create function pg_temp.ended(promise text, kept boolean default true, because text default null) returns text language sql as
	$$ select tests.call('end_promise', jsonb_build_object('promise', tests.id(promise), 'kept', kept, 'because', because)) $$;
create function pg_temp.offer(agreement text, child text, more jsonb default '{}') returns text language sql as $$
	select tests.call('offer_agreement', jsonb_build_object('id', tests.id(agreement), 'child', tests.id(child), 'how_often', 'weekly',
		'where_we_meet', 'park', 'how_to_stop', 'say stop', 'notes_kept', agreement) || more)
$$;
create function pg_temp.plan(session text, child text) returns text language sql as $$
	select tests.call('plan_session', jsonb_build_object('id', tests.id(session), 'event', gen_random_uuid(), 'child', tests.id(child),
		'starts_at', now() + interval '1 day', 'place', 'park', 'how', 'walk', 'purpose', 'Talk.'))
$$;
grant execute on function pg_temp.promise, pg_temp.ended, pg_temp.offer, pg_temp.plan to authenticated;

-- Sam promises Robin
select tests.act_as('jo');
select pg_temp.plan('kais', 'kai');
select tests.act_as('sam');
select pg_temp.plan('monday', 'robin');
select is(pg_temp.promise('bus', 'robin', 'sam'), 'done', 'Sam promises Robin something');
select is(pg_temp.promise('lunch', 'robin', 'lou', jsonb_build_object('session', tests.id('monday'))), 'done', 'Lou will do another, from Monday''s talk');
select is(pg_temp.promise('x', 'robin', 'sam', jsonb_build_object('session', tests.id('kais'))), 'not_yours', 'not from a talk with Kai');
select is(pg_temp.promise('x', 'kai', 'sam'), 'not_yours', 'nor to Kai, who is not Sam''s');
select is(pg_temp.promise('x', 'robin', 'lee'), 'not_yours', 'nor by another home');
select is(pg_temp.promise('x', 'robin', 'kai'), 'not_yours', 'nor by a child');
select is(pg_temp.promise('x', 'robin', 'sam', '{"words": " "}'), 'promise_needs_words', 'a promise has words');
select is(pg_temp.promise('x', 'robin', 'sam', '{"due": null}'), 'bad_value', 'and a day');
select throws_ok($$ insert into app.promises (id, child_id, owner_id, made_by, words, due) values (tests.id('y'), tests.id('robin'), tests.id('jo'), tests.id('jo'), 'x', '2030-01-01') $$, '42501', null, 'not in the name of Jo');
select throws_ok('update app.promises set words = ''x''', '42501', null, 'a promise is never changed');
select throws_ok('delete from app.promises', '42501', null, 'nor removed');

-- Who sees them, who ends them
select tests.act_as('robin');
select is(tests.part('promises'), 2, 'Robin sees both');
select is(pg_temp.promise('x', 'robin', 'sam') || ' ' || pg_temp.ended('bus'), 'not_yours not_yours', 'and neither makes nor ends one');
select tests.act_as('lou');
select is(jsonb_path_query_array(tests.list('promises'), '$[*].words'), '["lunch"]', 'Lou sees what is Lou''s to do');
select is(pg_temp.ended('bus') || ' ' || pg_temp.promise('x', 'robin', 'lou'), 'not_yours not_yours', 'not the other');
select is(pg_temp.ended('lunch', false), 'broken_needs_reason', 'one that is not kept needs a reason');
select is(pg_temp.ended('lunch', false, ' '), 'broken_needs_reason', 'in words');
select is(pg_temp.ended('lunch', false, 'School said no.'), 'done', 'Lou says why not');
select is(pg_temp.ended('lunch'), 'already_there', 'once');
select throws_ok($$ insert into app.promise_ends (promise_id, person_id, kept) values (tests.id('bus'), tests.id('sam'), true) $$, '42501', null, 'not in the name of Sam');
select tests.act_as('kai');
select is(tests.part('promises'), 0, 'Kai sees none');
select is_empty('select 1 from app.promise_ends', 'nor what became of them');
select tests.act_as('nia');
select is(tests.part('promises'), 0, 'nor does another home''s manager');
select tests.act_as('morgan');
select is(tests.part('promises'), 0, 'nor Morgan');
select tests.act_as('pat');
select is(tests.part('promises'), 2, 'the manager sees them');
select is(pg_temp.ended('bus') || ' ' || pg_temp.promise('x', 'robin', 'pat'), 'not_yours not_yours', 'and neither makes nor ends one');
select tests.act_as('jo');
select is(pg_temp.ended('bus'), 'done', 'Jo, the other key worker, says that it was kept');
select tests.act_as('robin');
select is(jsonb_path_query_array(tests.list('promises'), '$[*] ? (@.kept == false).because'), '["School said no."]', 'Robin reads why not');
select tests.act_as_owner();
update app.promise_ends set at = now() - interval '91 days' where promise_id = tests.id('bus');
select tests.act_as('robin');
select is(tests.part('promises'), 1, 'what was kept long ago is not sent every time');

-- "How we meet"
select tests.act_as('sam');
select is(pg_temp.offer('a', 'robin'), 'done', 'Sam offers how to meet');
select is(pg_temp.offer('x', 'kai') || ' ' || pg_temp.offer('x', 'sam'), 'not_yours not_yours', 'not to Kai, nor to an adult');
select is(pg_temp.offer('x', 'robin', jsonb_build_object('how_often', repeat('x', 301))) || ' ' || pg_temp.offer('x', 'robin', '{"notes_kept": null}'), 'how_often_too_long bad_value', 'in four lines');
select is(tests.names(jsonb_path_query_array(tests.list('agreements'), '$[*].agreed[*].person_id')), '{sam}', 'who offers it has said yes');
select tests.act_as('kai');
select is(tests.part('agreements'), 0, 'Kai sees nothing of it');
select is(tests.call('agree', jsonb_build_object('agreement', tests.id('a'))), 'not_yours', 'and does not say yes to it');
select is_empty('select 1 from app.agreed', 'nor sees who did');
select is(pg_temp.offer('x', 'robin'), 'not_yours', 'or offers Robin anything');
select tests.act_as('pat');
select is(tests.part('agreements'), 1, 'the manager sees it');
select is(tests.call('agree', jsonb_build_object('agreement', tests.id('a'))) || ' ' || pg_temp.offer('x', 'robin'), 'not_yours not_yours', 'and is no part of it');
select tests.act_as('robin');
select throws_ok($$ insert into app.agreed (agreement_id, person_id) values (tests.id('a'), tests.id('jo')) $$, '42501', null, 'Robin does not say yes for Jo');
select is(tests.call('agree', jsonb_build_object('agreement', tests.id('a'))) || tests.call('agree', jsonb_build_object('agreement', tests.id('a'))), 'donedone', 'Robin says yes, twice');
select is(tests.names(jsonb_path_query_array(tests.list('agreements'), '$[*].agreed[*].person_id')), '{robin,sam}', 'so both have');
select is(pg_temp.offer('b', 'robin'), 'done', 'Robin offers another');
select is(tests.list('agreements') -> 0 ->> 'notes_kept', 'b', 'which is the one that counts now');
select is(tests.part('agreements'), 1, 'alone');
select is(tests.names(jsonb_path_query_array(tests.list('agreements'), '$[*].agreed[*].person_id')), '{robin}', 'once Sam has said yes, too');
select tests.act_as('morgan');
select is(tests.part('agreements'), 0, 'Morgan sees nothing of it');
select * from finish();
rollback;
