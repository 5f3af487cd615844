-- A story for the tables of supabase/README.md: a row in every table. Robin picks Tom, who is no key worker, and leaves
-- out Sam, who is one.
create function tests.plan(session text) returns jsonb language sql as $$ select tests.plan_of(session) $$;
create function tests.in_session(session text, more jsonb default '{}') returns jsonb language sql as
	$$ select jsonb_build_object('id', gen_random_uuid(), 'session', tests.id(session)) || more $$;
create function tests.record() returns jsonb language sql immutable as $$ select '{"talked": "School.", "came": "", "went": "", "good": ""}'::jsonb $$;
create function tests.promise(promise text) returns jsonb language sql as $$
	select jsonb_build_object('id', tests.id(promise), 'child', tests.id('robin'), 'session', null, 'owner', tests.id('jo'), 'words', promise, 'due', '2030-01-01')
$$;
create function tests.agreement(agreement text) returns jsonb language sql as $$ select tests.agreement_of(agreement) $$;
create function tests.card() returns jsonb language sql as
	$$ select jsonb_build_object('id', gen_random_uuid(), 'job', 'x', 'things', '[]'::jsonb, 'reach', 'x', 'here', 'x', 'picture', null) $$;
create function tests.home() returns jsonb language sql as $$
	select '{"name": "Maple House", "nation": "england", "time_zone": "Europe/London", "labels": {}, "rhythm_days": 7, "unread_hours": 24, "answer_hours": 168}'::jsonb
$$;
-- Who does it, and how it went: how many rows, "done", or the code of the refusal. Then it never was.
create function tests.probe(who text, asks text) returns text language plpgsql as $$
declare
	told text;
begin
	begin
		if who = 'visitor' then perform tests.act_as_visitor(); else perform tests.act_as(who); end if;
		execute asks into told;
		raise exception using errcode = 'UNDO1';
	exception
		when sqlstate 'UNDO1' then return coalesce(told, 'nothing');
		when others then return sqlstate;
	end;
end $$;
create function tests.section(version text, section text) returns jsonb language sql as $$
	select jsonb_build_object('id', tests.id(version), 'section', section, 'review_by', current_date + 90,
		'lines', '[{"kind": "line", "words": "x", "symbol": null, "number": null}]'::jsonb)
$$;
create function tests.must(told text) returns void language plpgsql as $$
begin
	if told is distinct from 'done' then raise exception 'the story stumbles: %', told; end if;
end $$;
grant execute on all functions in schema tests to anon, authenticated;

begin;
select tests.person('tom', 'maple', 'worker'), tests.join_as('phone', 'robin', 'sam'), tests.join_as('watch', 'robin', 'sam'), tests.join_as('lost', 'robin', 'sam'),
	tests.join_as('spare', 'robin', 'sam'), tests.join_as('again', 'lou', 'pat');
update app.logins set made_at = made_at + interval '1 hour' where device in ('phone', 'watch');
update app.logins set cut_off_at = now() where device = 'lost';
select tests.act_as('jo');
select tests.must(tests.call('put_picture', tests.picture('photo'))), tests.must(tests.call('save_card', tests.card() || tests.drawn('photo'))),
	tests.must(tests.call('plan_session', tests.plan('session'))), tests.must(tests.call('plan_session', tests.plan('held'))),
	tests.begin('held'), tests.must(tests.call('record_session', tests.in_session('held', tests.record()))),
	tests.must(tests.call('make_promise', tests.promise('promise'))), tests.must(tests.call('make_promise', tests.promise('kept'))),
	tests.must(tests.call('end_promise', jsonb_build_object('promise', tests.id('kept'), 'kept', true))),
	tests.must(tests.call('offer_agreement', tests.agreement('agreement')));
select tests.act_as('sam');
select tests.must(tests.call('set_away', jsonb_build_object('id', tests.id('away'), 'from_at', now() + interval '1 day', 'until', now() + interval '9 days', 'cover', tests.id('lou')))),
	tests.must(tests.call('invite', tests.invite('robin', 'new phone')));
select tests.act_as('robin');
select tests.must(tests.call('put_picture', tests.picture())), tests.must(tests.call('refuse_cover', jsonb_build_object('away', tests.id('away')))),
	tests.must(tests.call('approve_device', tests.login('phone'))), tests.must(tests.call('cut_off_device', tests.login('spare'))),
	tests.must(tests.call('send_wish', tests.draft('wish', '{tom}', false, '{sam}', '{tom,jo}') || tests.drawn())),
	tests.must(tests.call('send_wish', tests.draft('answered', '{tom}', false, '{sam}'))),
	tests.must(tests.call('send_wish', tests.draft('both', '{tom,jo}', false, '{sam}'))),
	tests.must(tests.call('put_topic', tests.draft('topic', '{tom}', false, '{sam}'))), tests.must(tests.call('put_topic', tests.draft('planned', '{tom}', false, '{sam}'))),
	tests.must(tests.call('send_meeting', tests.draft('page', '{tom}', false, '{sam}') || jsonb_build_object('meeting', tests.page()))),
	tests.must(tests.call('send_about_me', tests.draft('told', '{tom}', false, '{sam}') || jsonb_build_object('about_me', tests.about_me()))),
	tests.must(tests.call('complain', tests.draft('complaint', '{tom}', about => 'sam')));
select tests.act_as('watch');
select tests.must(tests.call('send_wish', tests.draft('forged', '{tom}', false, '{sam}')));
select tests.act_as('tom');
select tests.must(tests.happen('open_item', 'wish')), tests.must(tests.answer('answered')),
	tests.must(tests.happen('plan_item', 'planned', jsonb_build_object('session', tests.id('session')))),
	tests.must(tests.call('write_note', tests.draft('note', '{jo}') || jsonb_build_object('child', tests.id('robin'))));
select tests.act_as('pat');
select tests.must(tests.call('invite_tablet', tests.tablet(t))) from unnest(array['tablet', 'lost tablet', 'new tablet']) t;
select tests.sign_up(t, 'code of ' || t) from unnest(array['tablet', 'lost tablet']) t;
select tests.must(tests.call('cut_off_tablet', jsonb_build_object('tablet', tests.id('lost tablet'))));
select tests.must(tests.call('set_home', tests.home())), tests.must(tests.call('publish_section', tests.section('fire', 'fire'))),
	tests.must(tests.call('publish_section', tests.section('was', 'complaints')));
select tests.act_as('jo');
select tests.must(tests.call('approve_section', jsonb_build_object('version', tests.id('was'))));
select tests.act_as('pat');
select tests.must(tests.call('publish_section', tests.section('waits', 'complaints')));
select tests.act_as('robin');
select tests.must(tests.call('mark_unclear', jsonb_build_object('id', tests.id('salt'), 'page', 'night', 'version', null)));
commit;
