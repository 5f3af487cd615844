begin;
select * from no_plan();
create function pg_temp.card(more jsonb default '{}') returns text language sql as $$
	select tests.call('save_card', jsonb_build_object('id', gen_random_uuid(), 'job', 'Key worker', 'things', '[{"symbol": "pet", "words": "I have a cat."}]'::jsonb,
		'reach', 'Ask for me', 'here', 'Most days', 'picture', null) || more)
$$;
create function pg_temp.sees(colour text) returns boolean language sql as
	$$ select public.my_pictures(null, array[tests.drawn(colour) ->> 'picture'])::jsonb = jsonb_build_array(tests.picture(colour)) $$;
grant execute on function pg_temp.card, pg_temp.sees to authenticated;

-- Sam's card
select tests.act_as('sam');
select is(pg_temp.card(tests.drawn('photo')), 'no_such_picture', 'a card shows only a picture that is here');
select is(tests.call('put_picture', tests.picture('photo')) || tests.call('put_picture', tests.picture('photo')), 'donedone', 'Sam puts one here, twice');
select is((select count(*)::int from app.pictures), 1, 'which is once');
select is(pg_temp.card(tests.drawn('photo')), 'done', 'and makes a card with it');
select is(pg_temp.card('{"things": "x"}') || ' ' || pg_temp.card('{"things": [1, 2, 3]}'), 'bad_value bad_value', 'with things that have words');
select is(pg_temp.card(jsonb_build_object('things', (select jsonb_agg('{"symbol": null, "words": "x"}'::jsonb) from generate_series(1, 4)))), 'bad_things', 'and three at most');
select is(pg_temp.card(jsonb_build_object('job', repeat('x', 301))) || ' ' || pg_temp.card(jsonb_build_object('reach', repeat('x', 301))) || ' ' || pg_temp.card(jsonb_build_object('here', repeat('x', 301))),
	'job_too_long reach_too_long here_too_long', 'in short lines');
select is(pg_temp.card(tests.drawn('photo') || '{"job": "Link worker"}'), 'done', 'Sam changes it');
select is(tests.part('cards') || ' ' || (tests.list('cards') -> 0 ->> 'job'), '1 Link worker', 'the newest is the card');
select throws_ok('update app.cards set job = ''x''', '42501', null, 'the older ones are kept');
select throws_ok($$ insert into app.cards (id, person_id, job, things, reach, here) values (tests.id('x'), tests.id('jo'), '', '[]', '', '') $$, '42501', null, 'Sam makes no card for Jo');

-- What is a picture
select is(tests.call('put_picture', tests.picture() || jsonb_build_object('data', tests.picture('blue') -> 'data')), 'picture_is_its_hash', 'a picture is known by its hash');
select is(tests.call('put_picture', (select jsonb_build_object('hash', encode(sha256(b), 'hex'), 'data', encode(b, 'base64')) from (select convert_to('<svg onload=x></svg>', 'utf8')) v(b))),
	'not_a_picture', 'and by its first bytes');
select is(tests.call('put_picture', (select jsonb_build_object('hash', encode(sha256(b), 'hex'), 'data', encode(b, 'base64')) from (select '\x89504e470d0a1a0a'::bytea || decode(repeat('00', 61433), 'hex')) v(b))),
	'picture_too_big', 'and is small');
select is((select string_agg(tests.call('put_picture', jsonb_build_object('hash', encode(sha256(b), 'hex'), 'data', encode(b, 'base64'))), ' ')
	from (values ('\xffd8ff00112233445566778899'::bytea), ('\x524946460011223357454250'::bytea), ('\xffd8ff0011223344556677'::bytea)) v(b)), 'done done picture_too_big', 'JPEG and WebP are pictures, too');
select is(tests.call('put_picture', tests.picture() || '{"hash": "x"}'), 'bad_picture', 'a hash is a hash');

-- Children see the cards of their home
select tests.act_as('robin');
select is(tests.list('cards') -> 0 ->> 'job', 'Link worker', 'Robin sees the card');
select is(pg_temp.sees('photo'), true, 'and the picture');
select is(pg_temp.card(), 'not_yours', 'a child has no card');
select tests.act_as('ash');
select is(tests.part('cards') || ' ' || pg_temp.sees('photo'), '0 false', 'another home sees neither');
select is_empty('select 1 from app.pictures', 'whatever it asks');

-- Robin's drawings go where the items go
select tests.act_as('robin');
select is(tests.call('send_wish', tests.draft('', '{sam}') || tests.drawn()), 'no_such_picture', 'a drawing is here before it is sent');
select is(tests.call('put_picture', tests.picture()) || tests.call('put_picture', tests.picture('blue')) || tests.call('put_picture', tests.picture('grey')), 'donedonedone', 'Robin draws');
select is(tests.call('send_wish', tests.draft('red', '{sam}') || tests.drawn() || '{"words": ""}'), 'done', 'a drawing alone is enough');
select tests.call('send_wish', tests.draft('blue', '{jo}', left_out => '{sam}') || tests.drawn('blue'));
select is(pg_temp.sees('red') and pg_temp.sees('blue') and pg_temp.sees('grey'), true, 'Robin sees all');
select is(tests.call('send_wish', tests.draft('x', '{sam}') || tests.drawn('photo')), 'no_such_picture', 'but does not send what Sam put here');
select throws_ok($$ insert into app.pictures (made_by, hash, bytes) values (tests.id('sam'), 'x', 'x') $$, '42501', null, 'nor puts one here for Sam');
select tests.act_as('sam');
select is(pg_temp.sees('red') || ' ' || pg_temp.sees('blue') || ' ' || pg_temp.sees('grey'), 'true false false', 'Sam sees what was sent to Sam');
select is((select count(*)::int from app.pictures), 4, 'besides what Sam put here');
select tests.act_as('jo');
select is(pg_temp.sees('red') || ' ' || pg_temp.sees('blue'), 'false true', 'Jo what was sent to Jo');
select is(tests.call('put_picture', tests.picture()), 'done', 'Jo draws the very same');
select is(pg_temp.sees('red'), true, 'and sees Jo''s own');
select tests.act_as('kai');
select is(pg_temp.sees('red') or pg_temp.sees('blue') or pg_temp.sees('grey'), false, 'Kai sees none');
select is(public.my_pictures(null, (select array_agg(tests.drawn('photo') ->> 'picture') from generate_series(1, 20)) || (tests.drawn('photo') ->> 'picture'))::jsonb, jsonb_build_array(tests.picture('photo')), 'the same asked often comes once');
select is(jsonb_array_length(public.my_pictures(null, (select array_agg('x'::text) from generate_series(1, 20)) || (tests.drawn('photo') ->> 'picture'))::jsonb), 0, 'twenty at most in one request');
select tests.act_as('robin');
select tests.happen('take_back', 'red');
select tests.act_as('sam');
select is(pg_temp.sees('red'), false, 'what was taken back is gone with its drawing');
select throws_ok('delete from app.pictures', '42501', null, 'but nobody removes one');

-- A request for pictures asks the rule of their items alone, and leaves nothing behind
select tests.act_as('robin');
select tests.call('put_picture', tests.picture('green')), tests.call('send_wish', tests.draft('green', '{jo}') || tests.drawn('green'));
select tests.act_as('jo');
select private.show_pictured(array[tests.drawn('green') ->> 'picture', tests.drawn('red') ->> 'picture']);
select is(current_setting('sayso.shown'), array[tests.id('green')]::text, 'Jo asks for two, and may see one');
select is(array(select id from app.items), array[tests.id('green')], 'so nothing else shows meanwhile');
select is(pg_temp.sees('blue'), true, 'though Jo has more');
select is(current_setting('sayso.shown') || (select count(*) from app.items), '2', 'and all is there again');
select is(pg_temp.sees('green') and (select count(*) from app.pictures p where p.hash in (tests.drawn('green') ->> 'picture', tests.drawn('blue') ->> 'picture')) = 2, true, 'asked one by one or all at once');

-- The second lock: if the rule said yes to everything, whoever is left out would still see nothing
select tests.act_as('ash');
select tests.call('put_picture', tests.picture('black')), tests.call('send_wish', tests.draft('black', '{lee}') || tests.drawn('black'));
select tests.act_as_owner();
create or replace function private.readable(items uuid[]) returns uuid[] language sql stable security definer set search_path = '' as $$ select items $$;
select tests.act_as('sam');
select is(pg_temp.sees('green') || ' ' || pg_temp.sees('blue'), 'true false', 'Sam, of what leaves Sam out');
select is((select count(*)::int from app.pictures p where p.hash = tests.drawn('blue') ->> 'picture'), 0, 'by whatever way');
select is(pg_temp.sees('black') or exists (select from app.pictures p where p.hash = tests.drawn('black') ->> 'picture'), false, 'or of another home');
select tests.act_as('kai');
select is(pg_temp.sees('green'), false, 'and a child looks at no other child''s');
select * from finish();
rollback;
