-- A one-time code brings a device to a person. The code is made on the staff device and only its hash is sent: it is
-- never in the database, nor in the kept outcome of a call.

create table app.invites (
	id uuid primary key,
	home_id uuid not null default private.my_home() references app.homes,
	person_id uuid not null references app.people,
	made_by uuid default private.me() references app.people, -- null: made by the owner of the database (set-up, demo)
	made_by_login uuid default private.my_login() references app.logins,
	code_hash bytea not null unique constraint bad_code_hash check (length(code_hash) = 32),
	device text not null constraint bad_device check (private.has_words(device) and device = private.shown_name(device) and char_length(device) <= 60),
	made_at timestamptz not null default private.said_at(),
	expires_at timestamptz not null default now() + interval '1 day',
	used_by uuid unique,
	used_at timestamptz,
	ended_at timestamptz -- taken back, or a newer one was made
);
create index on app.invites (home_id);
create index on app.invites (person_id);
alter table app.invites enable row level security;
grant select (id, home_id, person_id, made_by, device, made_at, expires_at, used_at, ended_at) on app.invites to authenticated;
grant insert (id, person_id, code_hash, device) on app.invites to authenticated;

-- A code is power over an identity. The manager invites anybody but the responsible individual, who is above them; a key worker
-- (or who covers) that child; the responsible individual a manager, and their own.
create function private.may_invite(person uuid) returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (select from app.people p where p.id = person and p.home_id = (select private.my_home())
		and p.left_at is null and p.not_at_work_since is null and case (select private.my_role())
			when 'manager' then p.role <> 'responsible_individual'
			when 'worker' then p.id = any (private.i_work_with())
			when 'responsible_individual' then p.role in ('manager', 'responsible_individual')
			else false end);
end $$;
grant execute on function private.may_invite to authenticated;

create policy invites_select_by_maker_person_or_manager on app.invites for select to authenticated
	using (home_id = (select private.my_home()) and (made_by = (select private.me()) or person_id = (select private.me())
		or (select private.my_role()) in ('manager', 'responsible_individual')));
create policy invites_insert_by_staff on app.invites for insert to authenticated
	with check (private.may_invite(person_id) and made_by = (select private.me()) and home_id = (select private.my_home()));

-- One live code a person: a newer one ends the older, also where two adults make one at the same time.
create function private.end_older_codes() returns trigger language plpgsql security definer set search_path = '' as $$
begin
	perform from app.people p where p.id = new.person_id for no key update;
	update app.invites i set ended_at = now() where i.person_id = new.person_id and i.used_at is null and i.ended_at is null;
	return new;
end $$;
create trigger end_older_codes before insert on app.invites for each row execute function private.end_older_codes();

-- Taken back: by whoever made it, by the person in whose name it is, or by whoever is above both.
create function private.end_code(invite uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
	update app.invites i set ended_at = now() from app.people p
	where i.id = invite and i.home_id = private.my_home() and i.used_at is null and i.ended_at is null and p.id = i.person_id
		and (private.me() in (i.made_by, i.person_id) or private.may_change(p.id, p.role) or private.my_role() = 'responsible_individual');
	if not found then perform private.refuse('no_such_code'); end if;
	perform private.note_down('end_code', invite);
end $$;
create function calls.end_code(args jsonb) returns void language sql set search_path = '' as
	$$ select private.end_code((args ->> 'invite')::uuid) $$;
grant execute on function private.end_code to authenticated;

create function calls.invite(args jsonb) returns void language sql set search_path = '' as $$
	insert into app.invites (id, person_id, code_hash, device)
	values ((args ->> 'id')::uuid, (args ->> 'person')::uuid, decode(args ->> 'code_hash', 'hex'), private.shown_name(args ->> 'device'))
$$;

-- For anybody, before sign-up, so that the message is a clear one. Says nothing about whose code it is. It is one look into
-- an index and writes nothing down. There is no limit here on purpose: with 54 random bits nobody guesses a code, and a limit that
-- all share would let whoever asks for codes that nobody made stop everybody who has one. Who asks too often waits at the gateway.
create function private.look_at_code(code_hash bytea) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
	i record;
begin
	select v.used_by, v.expires_at, p.role, p.left_at into i from app.invites v join app.people p on p.id = v.person_id
	where v.code_hash = look_at_code.code_hash;
	return jsonb_build_object('state', case when i is null or i.left_at is not null then 'unknown' when i.used_by is not null then 'used'
		when i.expires_at <= now() then 'expired' else 'good' end,
		'for', case when i.used_by is null and i.left_at is null and i.expires_at > now() then case i.role when 'child' then 'child' else 'staff' end end);
end $$;
create function public.check_code(code text) returns jsonb language sql stable set search_path = '' as
	$$ select private.look_at_code(sha256(convert_to(code, 'utf8'))) $$;
grant execute on function private.look_at_code, public.check_code to anon, authenticated;
