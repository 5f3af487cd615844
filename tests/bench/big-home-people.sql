-- A home as it is after years: twelve children, thirty adults, six things a child and week, most of them answered in two
-- days, some late, one time together a week. On top of sql-seed.sql (bench.id, bench.words, bench.act_as). A letter
-- stands between the numbers that an id is made of: home 1's eleventh is not home 11's first. Nobody says the same twice:
-- what repeats would weigh nothing.
create function bench.big_people(h text)
returns void
language sql
as $$
	insert into app.homes (id, name) values (bench.id(h), 'Home ' || h);
	insert into app.people (id, home_id, role, name, made_at)
	select
		bench.id(h || 'p' || i),
		bench.id(h),
		(
			case
				when i <= 12 then 'child'
				when i <= 38 then 'worker'
				when i <= 41 then 'manager'
				else 'responsible_individual'
			end
		)::app.role,
		'Person ' || h || ' ' || i,
		now() - interval '4 years'
	from generate_series(1, 42) i;
	insert into auth.users (id, email)
	select bench.id('account ' || h || 'p' || i), h || 'p' || i || '@example.invalid' from generate_series(1, 42) i;
	insert into app.logins (id, account_id, person_id, home_id, device, whole, own, invited_by, made_at)
	select
		bench.id('login ' || h || 'p' || i),
		bench.id('account ' || h || 'p' || i),
		bench.id(h || 'p' || i),
		bench.id(h),
		'tablet',
		true,
		true,
		case
			when i <= 12 then bench.id(h || 'p39')
		end,
		now() - interval '4 years'
	from generate_series(1, 42) i;
	insert into app.key_workers (id, home_id, child_id, worker_id, place, from_at)
	select
		bench.id('k' || h || 'c' || c || 'n' || place),
		bench.id(h),
		bench.id(h || 'p' || c),
		bench.id(h || 'p' || (12 + 1 + (2 * c + place) % 26)),
		place,
		now() - interval '4 years'
	from
		generate_series(1, 12) c,
		generate_series(1, 2) place;
	insert into app.pictures (home_id, made_by, hash, bytes)
	select bench.id(h), bench.id(h || 'p' || i), encode(sha256(b), 'hex'), b
	from
		generate_series(13, 41) i,
		lateral (select '\xffd8ff'::bytea || convert_to('picture of ' || h || i || repeat('x', 99), 'utf8') as b) x;
	insert into app.cards (id, person_id, home_id, job, things, reach, here, picture)
	select bench.id('card' || h || 'p' || i || 'n' || n), p.id, p.home_id, 'Key worker', '[]', 'Ask', 'Most days', x.hash
	from
		generate_series(13, 41) i
		join app.people p on p.id = bench.id(h || 'p' || i)
		join app.pictures x on x.made_by = p.id,
		generate_series(1, 3) n;
	insert into app.sections (id, home_id, author_id, section, lines, review_by, at)
	select
		bench.id('sec' || h || ' ' || s || 'n' || n),
		bench.id(h),
		bench.id(h || 'p39'),
		s,
		(
			select
				jsonb_agg(
					jsonb_build_object(
						'kind',
						'line',
						'words',
						bench.words(hashtext(s || i || w)),
						'symbol',
						null,
						'number',
						null
					)
				)
			from
				generate_series(1, 12) i,
				lateral (
					select
						case
							when i % 4 = 0 then n
							else 0
						end as w
				) x -- a new version says a quarter anew
		),
		(now() - make_interval(days => n * 90))::date + 300,
		now() - make_interval(days => n * 90)
	from
		unnest(
			array[
				'expect',
				'support',
				'complaints',
				'advocate',
				'people',
				'day',
				'rules',
				'fire',
				'money',
				'family_time',
				'visitors',
				'phone',
				'night',
				'councils',
				'social_workers'
			]
		) s,
		generate_series(1, 6) n;
	insert into app.section_approvals (section_id, person_id)
	select id, bench.id(h || 'p40') from app.sections where home_id = bench.id(h) and section = 'complaints';
$$;
