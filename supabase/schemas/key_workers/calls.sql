-- Who is whose key worker (the manager decides, with a reason when it changes), who is away and who covers.

create function private.set_key_worker(id uuid, child uuid, worker uuid, place int, because text)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	perform private.must('run_home');
	if
		not private.is_child_here(child)
		or not exists (
			select
			from app.people p
			where
				p.id = worker
				and p.home_id = private.my_home()
				and private.can(p.role, 'be_key_worker')
				and p.left_at is null
		)
	then
		perform private.refuse('no_such_person');
	end if;
	update app.key_workers k
	set
		until = now(),
		because = set_key_worker.because
	where k.child_id = child and k.place = set_key_worker.place and k.until = 'infinity';
	if found and not private.has_words(because) then
		perform private.refuse('change_needs_reason');
	end if;
	insert into app.key_workers (id, home_id, child_id, worker_id, place)
	values (id, private.my_home(), child, worker, place);
	perform private.note_down('set_key_worker', id, because);
end;
$$;

create function calls.set_key_worker(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select
		private.set_key_worker(
			(args ->> 'id')::uuid,
			(args ->> 'child')::uuid,
			(args ->> 'worker')::uuid,
			(args ->> 'place')::int,
			args ->> 'because'
		);
$$;

create function private.end_key_worker(key_worker uuid, because text)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	perform private.must('run_home');
	if not private.has_words(because) then
		perform private.refuse('change_needs_reason');
	end if;
	update app.key_workers k
	set
		until = now(),
		because = end_key_worker.because
	where k.id = key_worker and k.home_id = private.my_home() and k.until = 'infinity';
	if not found then
		perform private.refuse('no_such_key_worker');
	end if;
	perform private.note_down('end_key_worker', key_worker, because);
end;
$$;

create function calls.end_key_worker(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.end_key_worker((args ->> 'key_worker')::uuid, args ->> 'because');
$$;

-- Away: I say it for myself, the manager may say it for anybody. A cover works here, and is not a child.
create function private.set_away(id uuid, worker uuid, from_at timestamptz, until timestamptz, cover uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	if
		worker is distinct from private.me()
		and not private.may_change(worker, (select p.role from app.people p where p.id = worker))
	then
		raise exception 'not yours' using errcode = '42501';
	end if;
	if not private.is_staff_here(worker) or (cover is not null and not private.is_staff_here(cover)) then
		perform private.refuse('no_such_person');
	end if;
	insert into app.away (id, home_id, worker_id, cover_id, from_at, until)
	values (id, private.my_home(), worker, cover, from_at, until);
	perform private.note_down('set_away', worker, with_whom => cover);
end;
$$;

create function calls.set_away(args jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
	perform private.must('listen');
	perform
		private.set_away(
			(args ->> 'id')::uuid,
			coalesce((args ->> 'worker')::uuid, (select private.me())),
			(args ->> 'from_at')::timestamptz,
			(args ->> 'until')::timestamptz,
			(args ->> 'cover')::uuid
		);
end;
$$;

create function private.end_away(away uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	it app.away;
begin
	delete from app.away a
	where
		a.id = away
		and a.home_id = private.my_home()
		and a.from_at >= now()
		and (a.worker_id = private.me() or private.may('run_home'))
	returning a.*
	into it;
	if not found then
		update app.away a
		set until = now()
		where
			a.id = away
			and a.home_id = private.my_home()
			and a.from_at < now()
			and now() < a.until
			and (a.worker_id = private.me() or private.may('run_home'))
		returning a.*
		into it;
	end if;
	if not found then
		perform private.refuse('no_such_away');
	end if;
	perform private.note_down('end_away', it.worker_id, with_whom => it.cover_id);
end;
$$;

create function calls.end_away(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.end_away((args ->> 'away')::uuid);
$$;

-- A child may say no to a cover: then that person covers for everybody but this child.
create function calls.refuse_cover(args jsonb)
returns void
language sql
set search_path = ''
as $$
	insert into app.refused_covers (away_id) values ((args ->> 'away')::uuid) on conflict do nothing;
$$;

grant execute
on function private.set_key_worker, private.end_key_worker, private.set_away, private.end_away
to authenticated;
