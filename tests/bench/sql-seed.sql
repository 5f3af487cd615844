-- Homes of five children, three workers, a manager and a responsible individual, full of made-up words: every table has
-- rows, or a slow policy would not show. Child 1 has worker 6 alone, and worker 6 no other child: both read the same.
create schema bench;
create function bench.id(what text) returns uuid language sql immutable as $$ select md5(what)::uuid $$;
create function bench.words(n int) returns text language sql immutable as $$
	select string_agg((array['I','want','to','see','my','brother','go','swimming','on','Friday','please','can','we','talk','about',
		'school','food','the','room','phone','time','bike','is','not','fair','and'])[1 + abs(hashtext(n || ' ' || i)) % 26], ' ')
	from generate_series(1, 8 + abs(hashtext(n::text)) % 20) i
$$;
create function bench.act_as(who text) returns void language sql as $$
	select set_config('request.jwt.claims', json_build_object('sub', bench.id('account ' || who))::text, true), set_config('role', 'authenticated', true)
$$;

-- Staff sign in with an account that the home's owner made; a child's tablet came from the manager.
create function bench.people(h text) returns void language sql as $$
	insert into app.homes (id, name) values (bench.id(h), 'Home ' || h);
	insert into app.people (id, home_id, role, name, made_at)
	select bench.id(h || 'p' || i), bench.id(h), (case when i <= 5 then 'child' when i <= 8 then 'worker' when i = 9 then 'manager' else 'responsible_individual' end)::app.role,
		'Person ' || h || ' ' || i, now() - interval '1 year' from generate_series(1, 10) i;
	insert into auth.users (id, email) select bench.id('account ' || h || 'p' || i), h || 'p' || i || '@example.invalid' from generate_series(1, 10) i;
	insert into app.logins (id, account_id, person_id, home_id, device, whole, own, invited_by, made_at)
	select bench.id('login ' || h || 'p' || i), bench.id('account ' || h || 'p' || i), bench.id(h || 'p' || i), bench.id(h), 'tablet', i > 5, true,
		case when i <= 5 then bench.id(h || 'p9') end, now() - interval '1 year' from generate_series(1, 10) i;
	insert into app.login_approvals (login_id, by_login, by_person)
	select bench.id('login ' || h || 'p' || i), bench.id('login ' || h || 'p6'), bench.id(h || 'p6') from generate_series(1, 5) i;
	insert into app.key_workers (id, home_id, child_id, worker_id, place, from_at)
	select bench.id('k' || h || c), bench.id(h), bench.id(h || 'p' || c), bench.id(h || 'p' || case when c = 1 then 6 else 7 + c % 2 end), 1, now() - interval '1 year'
	from generate_series(1, 5) c;
	insert into app.away (id, home_id, worker_id, cover_id, from_at, until) values
		(bench.id('a' || h), bench.id(h), bench.id(h || 'p7'), bench.id(h || 'p8'), now() - interval '9 days', now() - interval '1 day'),
		(bench.id('b' || h), bench.id(h), bench.id(h || 'p8'), bench.id(h || 'p7'), now() + interval '9 days', now() + interval '11 days');
	insert into app.refused_covers (away_id, child_id) values (bench.id('b' || h), bench.id(h || 'p2'));
	insert into app.pictures (home_id, made_by, hash, bytes) select bench.id(h), bench.id(h || 'p' || i), encode(sha256(b), 'hex'), b
	from generate_series(1, 10) i, lateral (select '\xffd8ff'::bytea || convert_to('picture of ' || h || i || repeat('x', 99), 'utf8') as b) x;
	insert into app.cards (id, person_id, home_id, job, things, reach, here, picture)
	select bench.id('card' || h || i || n), p.id, p.home_id, 'Key worker', '[]', 'Ask', 'Most days', x.hash
	from generate_series(6, 9) i join app.people p on p.id = bench.id(h || 'p' || i) join app.pictures x on x.made_by = p.id, generate_series(1, 3) n;
	insert into app.invites (id, home_id, person_id, made_by, code_hash, device)
	select bench.id('invite' || h || c), bench.id(h), bench.id(h || 'p' || c), bench.id(h || 'p9'), sha256(convert_to(h || c, 'utf8')), 'phone' from generate_series(1, 5) c;
	insert into app.audit (home_id, person_id, login_id, what) select bench.id(h), bench.id(h || 'p9'), bench.id('login ' || h || 'p9'), 'add_person' from generate_series(1, 20);
$$;

create function bench.our_time(h text) returns void language sql as $$
	insert into app.sessions (id, home_id, child_id, with_id, starts_at, state)
	select bench.id('s' || h || 'c' || c || 'n' || n), bench.id(h), bench.id(h || 'p' || c), k.worker_id, now() - make_interval(days => 7 * n), 'recorded'
	from generate_series(1, 5) c join app.key_workers k on k.id = bench.id('k' || h || c), generate_series(0, 12) n;
	insert into app.session_events (id, session_id, person_id, kind, starts_at, place, how, purpose, talked, came, went, good)
	select bench.id('se' || s.id || e), s.id, s.with_id, e::app.session_event_kind, s.starts_at, 'park', 'walk', bench.words(1), bench.words(2), bench.words(3), bench.words(4), bench.words(5)
	from app.sessions s, unnest(array['planned', 'recorded']) e where s.home_id = bench.id(h);
	insert into app.promises (id, home_id, child_id, session_id, owner_id, made_by, words, due)
	select bench.id('p' || s.id), s.home_id, s.child_id, s.id, s.with_id, s.with_id, bench.words(6), current_date from app.sessions s where s.home_id = bench.id(h);
	insert into app.promise_ends (promise_id, person_id, kept) select p.id, p.owner_id, true from app.promises p where p.home_id = bench.id(h);
	insert into app.agreements (id, home_id, child_id, made_by, how_often, where_we_meet, how_to_stop, notes_kept)
	select bench.id('ag' || h || c), bench.id(h), bench.id(h || 'p' || c), bench.id(h || 'p' || c), 'weekly', 'park', 'stop', 'none' from generate_series(1, 5) c;
	insert into app.agreed (agreement_id, person_id) select a.id, a.child_id from app.agreements a where a.home_id = bench.id(h);
$$;

-- Sent within the last 80 days, opened a day later, answered on the second; the last of each child wait.
create function bench.items(h text, each_child int) returns void language sql as $$
	insert into app.items (id, kind, home_id, child_id, author_id, login_id, words, may_move, unread_within, answer_within, sent_at, asked_at, opened_at, answered_at, closed_at)
	select bench.id('i' || h || 'c' || c || 'n' || n), 'wish', bench.id(h), bench.id(h || 'p' || c), bench.id(h || 'p' || c), bench.id('login ' || h || 'p' || c), bench.words(n), n % 2 = 0,
		'1 day', '7 days', t, t, o, a, a
	from generate_series(1, 5) c, generate_series(1, each_child) n,
		lateral (select now() - interval '80 days' * n / each_child as t) x, lateral (select case when n > each_child / 50 then t + interval '20 hours' end as o, case when n > each_child / 50 then t + interval '2 days' end as a) y;
	insert into app.item_readers (item_id, reader_id, relation_id) select i.id, k.worker_id, k.id from app.items i join app.key_workers k on k.child_id = i.child_id where i.home_id = bench.id(h);
	insert into app.shown (item_id, person_id) select i.id, p.id from app.items i join app.people p on p.home_id = i.home_id and p.role <> 'child' where i.home_id = bench.id(h);
	insert into app.left_out (item_id, person_id) select i.id, bench.id(h || 'p9') from app.items i where i.home_id = bench.id(h) and abs(hashtext(i.id::text)) % 10 = 0;
	insert into app.item_events (id, item_id, person_id, kind, at, answer, because, will_happen, by_day)
	select bench.id(i.id::text || e), i.id, r.reader_id, e::app.item_event_kind, case e when 'opened' then i.opened_at else i.answered_at end,
		case e when 'answered' then 'yes' end, case e when 'answered' then bench.words(7) end, case e when 'answered' then bench.words(5) end, case e when 'answered' then current_date end
	from app.items i join app.item_readers r on r.item_id = i.id, unnest(array['opened', 'answered']) e where i.home_id = bench.id(h) and i.answered_at is not null;
	insert into app.calls (person_id, id, login_id, seq, name, args_hash)
	select i.author_id, i.id, i.login_id, row_number() over (partition by i.author_id), 'send_wish', sha256('') from app.items i where i.home_id = bench.id(h);
$$;
create function bench.home(h text, each_child int) returns void language sql as
	$$ select bench.people(h), bench.our_time(h), bench.items(h, each_child) $$;
grant usage on schema bench to authenticated;
grant execute on all functions in schema bench to authenticated;
