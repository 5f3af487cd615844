-- No good code, no account. A code that is used makes a login. Logins are vouched for, and cut off.

create function private.use_code() returns trigger language plpgsql security definer set search_path = '' as $$
declare
	code bytea := sha256(convert_to(new.raw_user_meta_data ->> 'invite_code', 'utf8'));
begin
	update app.invites i set used_by = new.id, used_at = now() from app.people p
	where i.code_hash = code and i.used_by is null and i.expires_at > now() and p.id = i.person_id and p.left_at is null;
	if not found then
		perform private.refuse(case when exists (select from app.invites where code_hash = code and used_by is not null) then 'code_used'
			when exists (select from app.invites where code_hash = code and expires_at <= now()) then 'code_expired' else 'code_unknown' end);
	end if;
	new.raw_user_meta_data := new.raw_user_meta_data - 'invite_code'; -- so that the code never stays in the account
	return new;
end $$;
-- Whole from the start: made by the owner of the database, or a staff member's first. A child's first is not: it sees
-- what it shared itself, which is all there is (law 1).
create function private.link_login() returns trigger language plpgsql security definer set search_path = '' as $$
begin
	insert into app.logins (account_id, person_id, home_id, device, invited_by, whole)
	select new.id, i.person_id, i.home_id, i.device, i.made_by, i.made_by is null
		or (p.role <> 'child' and not exists (select from app.logins l where l.person_id = p.id))
	from app.invites i join app.people p on p.id = i.person_id where i.used_by = new.id;
	return new;
end $$;
create or replace trigger use_code before insert on auth.users for each row execute function private.use_code();
create or replace trigger link_login after insert on auth.users for each row execute function private.link_login();

-- Hosted sign-up copies the metadata into auth.identities too: take the code out there as well, where that table is.
create function private.forget_code() returns trigger language plpgsql security definer set search_path = '' as $$
begin
	new.identity_data := new.identity_data - 'invite_code';
	return new;
end $$;
do $$ begin
	if to_regclass('auth.identities') is not null then
		create or replace trigger forget_code before insert or update on auth.identities for each row execute function private.forget_code();
	end if;
exception when insufficient_privilege then
	raise notice 'auth.identities is not ours to watch: a spent code stays in it';
end $$;

-- On one of my own logins I vouch for another of mine; an adult of the home vouches for somebody else's.
create function private.approve_device(login uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
	insert into app.login_approvals (login_id, by_login, by_person)
	select l.id, private.my_login(), private.me() from app.logins l
	where l.id = login and l.home_id = private.my_home() and l.cut_off_at is null and l.id <> private.my_login()
		and (l.person_id = private.me() or private.my_role() <> 'child')
	on conflict do nothing;
	if not exists (select from app.login_approvals where login_id = login and by_person = private.me()) then
		perform private.refuse('no_such_device');
	end if;
	perform private.note_down('approve_device', login);
end $$;
create function calls.approve_device(args jsonb) returns void language sql set search_path = '' as
	$$ select private.approve_device((args ->> 'login')::uuid) $$;

-- A lost device: by its person on an older one (so that a device that an adult added cannot shut the child out), a child's key worker, or the manager.
create function private.cut_off_device(login uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
	mine app.logins;
begin
	select * into mine from app.logins where id = private.my_login();
	update app.logins l set cut_off_at = now()
	where l.id = login and l.cut_off_at is null and l.home_id = private.my_home() and l.id <> private.my_login()
		and ((l.person_id = private.me() and (l.made_at > mine.made_at or mine.whole)) or l.person_id = any (private.i_work_with())
			or private.may_change(l.person_id, (select p.role from app.people p where p.id = l.person_id)));
	if not found then perform private.refuse('no_such_device'); end if;
	perform private.note_down('cut_off_device', login);
end $$;
create function calls.cut_off_device(args jsonb) returns void language sql set search_path = '' as
	$$ select private.cut_off_device((args ->> 'login')::uuid) $$;
grant execute on function private.approve_device, private.cut_off_device to authenticated;
grant execute on all functions in schema calls to authenticated; -- those of the files before this one, too
