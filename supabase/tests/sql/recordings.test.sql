begin;
select * from no_plan();
create function pg_temp.hears(word text) returns boolean language sql as
	$$ select public.my_pictures(null, array[tests.aloud(word) ->> 'recording'])::jsonb = jsonb_build_array(tests.sound(word)) $$;
create function pg_temp.put(b bytea) returns text language sql as
	$$ select tests.call('put_picture', jsonb_build_object('hash', encode(sha256(b), 'hex'), 'data', encode(b, 'base64'))) $$;
create function pg_temp.home(recordings boolean) returns text language sql as $$
	select tests.call('set_home', '{"name": "Maple House", "nation": "england", "time_zone": "Europe/London", "labels": {}, "rhythm_days": 7, "unread_hours": 24, "answer_hours": 168}'::jsonb
		|| case when recordings is null then '{}' else jsonb_build_object('recordings', recordings) end)
$$;
grant execute on function pg_temp.hears, pg_temp.put, pg_temp.home to authenticated;

-- What is a recording
select tests.act_as('robin');
select is(pg_temp.put('\x1a45dfa3001122334455667788') || pg_temp.put('\x4f676753001122334455667788') || pg_temp.put('\x0000001c667479706d703432'), 'donedonedone', 'WebM, Ogg and MP4');
select is(pg_temp.put('\x52494646001122335741564500'), 'not_a_picture', 'and nothing else');
select is(pg_temp.put('\x1a45dfa3'::bytea || decode(repeat('00', 122876), 'hex')) || ' ' || pg_temp.put('\x1a45dfa3'::bytea || decode(repeat('00', 122877), 'hex')), 'done recording_too_big', 'of 120 kB at most');
select is(pg_temp.put('\x1a45dfa3'), 'picture_too_big', 'and not of nothing');

-- It goes where the item goes
select is(tests.call('send_wish', tests.draft('', '{sam}') || tests.aloud()), 'no_such_recording', 'it is here before it is sent');
select is(tests.call('put_picture', tests.sound()) || tests.call('put_picture', tests.sound('bye')) || tests.call('put_picture', tests.sound('kept')) || tests.call('put_picture', tests.picture()), 'donedonedonedone', 'Robin says something');
select is(tests.call('send_wish', tests.draft('hello', '{sam}') || tests.aloud() || '{"words": ""}'), 'done', 'which is enough alone');
select is(tests.call('complain', tests.draft('bye', '{jo}', left_out => '{sam,pat}') || tests.aloud('bye')), 'done', 'and can be a complaint');
select is(tests.call('send_wish', tests.draft('x', '{sam}') || jsonb_build_object('recording', tests.picture() -> 'hash')), 'no_such_recording', 'a drawing is no recording');
select is(tests.call('send_wish', tests.draft('x', '{sam}') || jsonb_build_object('picture', tests.sound() -> 'hash')), 'no_such_picture', 'nor a recording a drawing');
select is(tests.call('send_wish', tests.draft('x', '{sam}') || '{"recording": "x"}'), 'no_such_recording', 'or what is no hash');
select throws_ok($$ insert into app.items (id, kind, symbol, words, recording) values (tests.id('x'), 'wish', 'bird', '', 'x') $$, '23514', null, 'by whatever way');
select is(tests.call('send_wish', tests.draft('x', '{sam}') || '{"words": "", "recording": null}'), 'nothing_said', 'no recording says nothing');
select is(tests.call('put_topic', (tests.draft('topic', '{sam}') - 'may_move') || tests.aloud('kept') || '{"words": ""}'), 'done', 'a thing for the list too');
select is(tests.happen('change_topic', 'topic', '{"symbol": null, "words": ""}'), 'done', 'which needs no words then');
select is((select i ->> 'recording' from jsonb_array_elements(tests.list('items')) i where i ->> 'id' = tests.id('hello')::text), tests.sound() ->> 'hash', 'Robin''s things say which');
select is(pg_temp.hears('hello') and pg_temp.hears('bye') and pg_temp.hears('kept'), true, 'and Robin hears all');
select tests.act_as('sam');
select is(pg_temp.hears('hello') || ' ' || pg_temp.hears('bye') || ' ' || pg_temp.hears('kept'), 'true false true', 'Sam hears what was sent to Sam, and not what leaves Sam out');
select is_empty($$ select 1 from app.pictures p where p.hash = tests.sound('bye') ->> 'hash' $$, 'by whatever way');
select tests.act_as('jo');
select is(pg_temp.hears('hello') || ' ' || pg_temp.hears('bye'), 'false true', 'Jo was not shown for the one, and hears the other');
select tests.act_as('pat');
select is(pg_temp.hears('hello') or pg_temp.hears('bye'), false, 'who only gets it later, or is left out, hears nothing');
select tests.act_as('kai');
select is(pg_temp.hears('hello') or pg_temp.hears('bye'), false, 'nor does another child');
select tests.act_as('ash');
select is(pg_temp.hears('hello') or pg_temp.hears('bye'), false, 'or anybody of another home');
select is(tests.call('send_wish', tests.draft('x', '{lee}') || tests.aloud()), 'no_such_recording', 'who cannot send it on');
select tests.act_as('sam');
select is(tests.call('save_card', jsonb_build_object('id', gen_random_uuid(), 'job', '', 'things', '[]'::jsonb, 'reach', '', 'here', '', 'picture', tests.sound() -> 'hash')), 'no_such_picture', 'a card has none');
select is(tests.call('write_note', (tests.draft('x', '{jo}') - 'may_move') || jsonb_build_object('child', tests.id('robin')) || tests.aloud()), 'no_such_call', 'nor a note by an adult');
select tests.act_as('robin');
select tests.happen('take_back', 'hello');
select tests.act_as('sam');
select is(pg_temp.hears('hello'), false, 'what was taken back is gone with it');

-- Said past the next person's hours, where only "something waits" may go on: the words stay, and so does the voice
select tests.act_as('robin');
select tests.call('put_picture', tests.sound('late')), tests.call('send_wish', tests.draft('late', '{sam}', false) || tests.aloud('late'));
select tests.act_as_owner();
update app.items set sent_at = now() - interval '3 days', asked_at = now() - interval '3 days' where id = tests.id('late');
select tests.act_as('jo');
select is(jsonb_array_length(tests.list('waiting')), 1, 'Jo, who comes next and was not shown, hears that something waits');
select is(pg_temp.hears('late'), false, 'and not the voice');
select is_empty($$ select 1 from app.pictures p where p.hash = tests.sound('late') ->> 'hash' $$, 'by whatever way');

-- The home may turn it off
select tests.act_as('robin');
select is(pg_temp.home(false), 'not_yours', 'a child does not decide it');
select tests.act_as('pat');
select is(pg_temp.home(false), 'done', 'Pat turns it off');
select is(tests.list('home') -> 'recordings', 'false', 'which all see');
select is(pg_temp.home(null), 'done', 'an app that does not know it');
select is(tests.list('home') -> 'recordings', 'false', 'leaves it');
select tests.act_as('robin');
select is(tests.call('send_wish', tests.draft('x', '{sam}') || tests.aloud('bye')), 'no_recordings_here', 'then nobody says a thing aloud');
select is(tests.call('send_wish', tests.draft('written', '{sam}')), 'done', 'though everything else goes');
select tests.act_as('jo');
select is(pg_temp.hears('bye'), true, 'and what was said before stays');
select * from finish();
rollback;
