-- No good code, no account. A code that is used makes a login; a newer one ends the older.

-- One live code a person: a newer one ends the older, also where two adults make one at the same time.
create function private.end_older_codes()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	perform from app.people p where p.id = new.person_id for no key update;
	update app.invites i
	set ended_at = now()
	where i.person_id = new.person_id and i.used_at is null and i.ended_at is null;
	return new;
end;
$$;

create trigger end_older_codes
before insert on app.invites
for each row
execute function private.end_older_codes();

-- Before an account is made: a person's code, or a tablet's, is used up. No good code, no account.
create function private.use_code()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
	code bytea := sha256(convert_to(new.raw_user_meta_data ->> 'invite_code', 'utf8'));
	c private.codes;
begin
	select * into c from private.codes k where k.code_hash = code;
	if c.code_hash is null then
		perform private.refuse('code_unknown');
	end if;
	if c.used_by is null and c.ended_at is not null then
		perform private.refuse('code_ended');
	end if;
	if c.used_by is null and c.expires_at <= now() then
		perform private.refuse('code_expired');
	end if;
	-- Two at once: whoever comes second waits for the first, and finds it used.
	update app.invites i
	set
		used_by = new.id,
		used_at = now()
	where i.code_hash = code and i.used_by is null and i.ended_at is null;
	if not found then
		update app.tablets t
		set
			used_by = new.id,
			used_at = now()
		where t.code_hash = code and t.used_by is null and t.cut_off_at is null;
	end if;
	if not found then
		perform private.refuse('code_used');
	end if;
	new.raw_user_meta_data := new.raw_user_meta_data - 'invite_code'; -- so that the code never stays in the account
	return new;
end;
$$;

create or replace trigger use_code
before insert on auth.users
for each row
execute function private.use_code();

-- Whole from the start: made by the owner of the database, or a staff member's first. A child's first is not: it sees
-- what it shared itself, which is all there is (law 1).
create function private.link_login()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	insert into app.logins (account_id, person_id, home_id, device, invited_by, invited_by_login, whole)
	select
		new.id,
		i.person_id,
		i.home_id,
		i.device,
		i.made_by,
		i.made_by_login,
		i.made_by is null or (p.role <> 'child' and not exists (select from app.logins l where l.person_id = p.id))
	from
		app.invites i
		join app.people p on p.id = i.person_id
	where i.used_by = new.id;
	return new;
end;
$$;

create or replace trigger link_login
after insert on auth.users
for each row
execute function private.link_login();

-- Hosted sign-up copies the metadata into auth.identities too: take the code out there as well, where that table is.
create function private.forget_code()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	new.identity_data := new.identity_data - 'invite_code';
	return new;
end;
$$;

do $$
begin
	if to_regclass('auth.identities') is not null then
		create or replace trigger forget_code before insert or update on auth.identities
		for each row execute function private.forget_code();
	end if;
exception when insufficient_privilege then
	raise notice 'auth.identities is not ours to watch: a spent code stays in it';
end $$;
