-- A full house: ten more children in Maple House, so that it can be seen how the adults' pages look with twelve. For a
-- demo folder that is made with SAYSO_HOUSE=full, never elsewhere. Nobody in it is real.

do $full$
declare
	home uuid := (select id from app.homes where demo);
	jo uuid := (select id from app.people where name = 'Jo');
	sam uuid := (select id from app.people where name = 'Sam');
	vic uuid := gen_random_uuid();
	uma uuid := gen_random_uuid();
	lee uuid := gen_random_uuid();
	noon timestamptz := (date_trunc('day', now() at time zone 'Europe/London') + interval '16 hours') at time zone 'Europe/London';
	session uuid;
	item uuid;
	one record;
	thing record;
begin
	insert into app.people (id, home_id, role, name, picture, made_at) values
		(vic, home, 'worker', 'Vic', null, now() - interval '500 days'),
		(uma, home, 'worker', 'Uma', null, now() - interval '350 days'),
		(lee, home, 'worker', 'Lee', null, now() - interval '200 days');
	insert into app.invites (id, home_id, person_id, made_by, code_hash, device)
	select gen_random_uuid(), home, w, null, sha256(convert_to(w::text, 'utf8')), 'Office' from unnest(array[vic, uma, lee]) w;
	insert into auth.users (id, email, raw_user_meta_data)
	select gen_random_uuid(), w || '@office.sayso.invalid', jsonb_build_object('invite_code', w) from unnest(array[vic, uma, lee]) w;
	insert into app.cards (id, person_id, home_id, job, things, reach, here, at)
	select gen_random_uuid(), w, home, 'Key worker. Ask me anything.', '[{"symbol": "food", "words": "I cook on Sundays."}]', 'Find me in the house.',
		'Most days, two till ten.', now() - interval '40 days'
	from unnest(array[vic, lee]) w;
	insert into app.away (home_id, worker_id, cover_id, from_at, until) values (home, uma, lee, now() - interval '1 day', now() + interval '1 day');

	-- Who lives here, since how many days, with whom; when they met last and meet next, in days.
	for one in select * from (values
		('Eli', 'star', 300, vic, uma, -16, null), ('Noor', 'fox', 220, vic, uma, -5, 2), ('Lou', 'letter_honey', 150, uma, lee, -6, 1),
		('Ivy', 'leaf', 400, lee, jo, -15, null), ('Zain', 'wave', 90, lee, vic, -4, 3), ('Wren', 'moon', 75, jo, sam, -3, 4),
		('Cy', 'cat', 130, lee, uma, -2, 5), ('Milo', 'dots_clay', 2, vic, lee, null, 1), ('Bea', 'mountain', 500, vic, jo, -1, 6),
		('Lena', 'stripes_plum', 260, lee, sam, -2, 5)) c (name, picture, days, first, second, last, next)
	loop
		insert into app.people (id, home_id, role, name, picture, made_at)
		values (gen_random_uuid(), home, 'child', one.name, one.picture, now() - make_interval(days => one.days));
		insert into app.key_workers (home_id, child_id, worker_id, place, from_at)
		select home, p.id, w.id, w.place, now() - make_interval(days => one.days)
		from app.people p, (values (one.first, 1), (one.second, 2)) w (id, place) where p.home_id = home and p.name = one.name;
		for thing in select d as days, case when d < 0 then 'recorded' else 'planned' end as state from unnest(array[one.last, one.next]) d where d is not null loop
			session := gen_random_uuid();
			insert into app.sessions (id, home_id, child_id, with_id, starts_at)
			select session, home, p.id, one.first, noon + make_interval(days => thing.days) from app.people p where p.home_id = home and p.name = one.name;
			insert into app.session_events (id, session_id, person_id, kind, starts_at, place, how, purpose, at)
			values (gen_random_uuid(), session, one.first, 'planned', noon + make_interval(days => thing.days), 'The kitchen', 'talk', 'To see how the week was.', now() + make_interval(days => least(thing.days, 0) - 1));
			if thing.state = 'recorded' then
				insert into app.session_events (id, session_id, person_id, kind, talked, came, went, good, at)
				values (gen_random_uuid(), session, one.first, 'recorded', 'How your week was.', '', '', 'You made me laugh.', now() + make_interval(days => thing.days));
			end if;
		end loop;
	end loop;

	-- What waits: whose, since how many days, with whom, and whether its words may go on.
	for thing in select p.id as child, w.symbol, w.words, w.days, w.reader, w.moves from (values
		('Eli', 'phone', 'Can I have my phone for one more hour?', 19, (select id from app.people where name = 'Pat'), true),
		('Eli', 'food', 'Can we make pizza?', 4, vic, false), ('Noor', 'family', 'Can I ring my aunt on Sundays?', 9, vic, false),
		('Noor', 'room', 'My window does not shut.', 8, vic, true), ('Lou', 'school', 'I want help with maths.', 8, uma, false),
		('Ivy', 'activities', 'Can I start climbing?', 4, lee, true), ('Zain', 'friends', 'Can my friend come for tea?', 6, lee, true),
		('Zain', 'sleep', 'Can I go to bed later on Fridays?', 2, vic, true), ('Wren', 'pet', 'Can we get a hamster?', 5, jo, true),
		('Cy', 'money', 'I want to save for a bike.', 3, lee, false), ('Milo', 'quiet', 'Where can I be alone?', 1, vic, true)
		) w (name, symbol, words, days, reader, moves) join app.people p on p.name = w.name and p.home_id = home
	loop
		item := gen_random_uuid();
		insert into app.items (id, kind, home_id, child_id, author_id, symbol, words, may_move, sent_at, asked_at)
		values (item, 'wish', home, thing.child, thing.child, thing.symbol, thing.words, thing.moves, now() - make_interval(days => thing.days), now() - make_interval(days => thing.days));
		insert into app.item_readers (item_id, reader_id, relation_id)
		select item, thing.reader, (select k.id from app.key_workers k where k.child_id = thing.child and k.worker_id = thing.reader);
		insert into app.shown (item_id, person_id) select item, id from app.people where home_id = home and role <> 'child';
		insert into app.item_events (id, item_id, person_id, kind, at)
		values (gen_random_uuid(), item, thing.reader, 'opened', now() - make_interval(days => thing.days) + interval '3 hours');
	end loop;

	insert into app.promises (id, home_id, child_id, owner_id, made_by, words, due, made_at)
	select gen_random_uuid(), home, p.id, v.owner, v.owner, v.words, current_date + v.due, now() - interval '9 days'
	from (values ('Lou', uma, 'I ask school about the maths club.', -2), ('Lou', uma, 'I bring the calculator.', -1),
		('Zain', lee, 'I ask your friend''s mum.', 0), ('Kai', jo, 'We look at the swimming times.', 3)) v (name, owner, words, due)
		join app.people p on p.name = v.name and p.home_id = home;
end $full$;
