-- What was said and done in a big home over so many weeks (on top of big-home-people.sql).
create function bench.big_time(h text, weeks int)
returns void
language sql
as $$
	insert into app.away (id, home_id, worker_id, cover_id, from_at, until)
	select
		bench.id('a' || h || 'p' || i || 'n' || n),
		bench.id(h),
		bench.id(h || 'p' || (12 + i)),
		bench.id(h || 'p' || (13 + i % 26)),
		t,
		t + interval '9 days'
	from
		generate_series(1, 26) i,
		generate_series(0, weeks / 9) n,
		lateral (select now() - make_interval(days => n * 63 + i - 4) as t) x;
	insert into app.sessions (id, home_id, child_id, with_id, starts_at, state)
	select
		bench.id('s' || h || 'c' || c || 'n' || n),
		bench.id(h),
		bench.id(h || 'p' || c),
		bench.id(h || 'p' || (12 + 1 + (2 * c + 1) % 26)),
		now() - make_interval(days => 7 * n),
		'recorded'
	from
		generate_series(1, 12) c,
		generate_series(0, weeks - 1) n;
	insert into app.session_events
		(id, session_id, person_id, kind, starts_at, place, how, purpose, talked, came, went, good)
	select
		bench.id('se' || s.id || e),
		s.id,
		s.with_id,
		e::app.session_event_kind,
		s.starts_at,
		'park',
		'walk',
		bench.words(hashtext(s.id::text || 1)),
		bench.words(hashtext(s.id::text || 2)),
		bench.words(hashtext(s.id::text || 3)),
		bench.words(hashtext(s.id::text || 4)),
		bench.words(hashtext(s.id::text || 5))
	from
		app.sessions s,
		unnest(array['planned', 'recorded']) e
	where s.home_id = bench.id(h);
	insert into app.promises (id, home_id, child_id, session_id, owner_id, made_by, words, due)
	select
		bench.id('p' || s.id),
		s.home_id,
		s.child_id,
		s.id,
		s.with_id,
		s.with_id,
		bench.words(hashtext(s.id::text || 6)),
		s.starts_at::date + 7
	from app.sessions s
	where s.home_id = bench.id(h);
	insert into app.promise_ends (promise_id, person_id, kept, at)
	select p.id, p.owner_id, true, p.due from app.promises p where p.home_id = bench.id(h) and p.due < current_date;
$$;

-- Six a child and week. Of five, one is opened late and answered later than the home promises: it moved on meanwhile.
create function bench.big_items(h text, weeks int)
returns void
language sql
as $$
	insert into app.items
		(
			id,
			kind,
			home_id,
			child_id,
			author_id,
			login_id,
			words,
			may_move,
			unread_within,
			answer_within,
			sent_at,
			asked_at,
			opened_at,
			answered_at,
			closed_at
		)
	select
		bench.id('i' || h || 'c' || c || 'n' || n),
		'wish',
		bench.id(h),
		bench.id(h || 'p' || c),
		bench.id(h || 'p' || c),
		bench.id('login ' || h || 'p' || c),
		bench.words(hashtext(h || c || ' ' || n)),
		n % 2 = 0,
		'1 day',
		'7 days',
		t,
		t,
		case
			when n > 2 then least(o, now())
		end,
		case
			when n > 6 then least(a, now())
		end,
		case
			when n > 6 then least(a, now())
		end
	from
		generate_series(1, 12) c,
		generate_series(1, 6 * weeks) n,
		lateral (select now() - interval '28 hours' * n as t) x,
		lateral (
			select
				t + case
					when n % 5 = 0 then interval '3 days'
					else interval '20 hours'
				end as o,
				t + case
					when n % 5 = 0 then interval '12 days'
					else interval '2 days'
				end as a
		) y;
	insert into app.item_readers (item_id, reader_id, relation_id)
	select i.id, k.worker_id, k.id
	from
		app.items i
		join app.key_workers k on k.child_id = i.child_id and (k.place = 1 or abs(hashtext(i.id::text)) % 3 = 0)
	where i.home_id = bench.id(h);
	insert into app.shown (item_id, person_id)
	select i.id, p.id
	from
		app.items i
		join app.people p
			on p.home_id = i.home_id
			and (
				p.role in ('manager', 'responsible_individual')
				or p.id in (select worker_id from app.key_workers where child_id = i.child_id)
			)
	where i.home_id = bench.id(h);
	insert into app.left_out (item_id, person_id)
	select i.id, bench.id(h || 'p40')
	from app.items i
	where i.home_id = bench.id(h) and abs(hashtext(i.id::text)) % 10 = 0;
	insert into app.item_events (id, item_id, person_id, kind, at, answer, because, will_happen, by_day)
	select
		bench.id(i.id::text || e),
		i.id,
		k.worker_id,
		e::app.item_event_kind,
		case e
			when 'opened' then i.opened_at
			else i.answered_at
		end,
		case e
			when 'answered' then 'yes'
		end,
		case e
			when 'answered' then bench.words(hashtext(i.id::text || 7))
		end,
		case e
			when 'answered' then bench.words(5)
		end,
		case e
			when 'answered' then current_date
		end
	from
		app.items i
		join app.key_workers k on k.child_id = i.child_id and k.place = 1,
		unnest(array['opened', 'answered']) e
	where
		i.home_id = bench.id(h)
		and case e
			when 'opened' then i.opened_at
			else i.answered_at
		end is not null;
	insert into app.calls (person_id, id, login_id, seq, name, args_hash)
	select i.author_id, i.id, i.login_id, row_number() over (partition by i.author_id), 'send_wish', sha256('')
	from app.items i
	where i.home_id = bench.id(h);
$$;
create function bench.big_home(h text, weeks int)
returns void
language sql
as $$
	select bench.big_people(h), bench.big_time(h, weeks), bench.big_items(h, weeks);
$$;
grant execute on all functions in schema bench to authenticated;
