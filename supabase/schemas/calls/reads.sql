-- Which calls are done already.

-- A call of mine that is done already, on whichever of my logins: its number on this one, or 0.
create function private.kept_call(id uuid, out seq bigint, out args_hash bytea)
returns record
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	select
		case c.login_id
			when (select private.my_login()) then c.seq
			else 0
		end,
		c.args_hash
	into seq, args_hash
	from app.calls c
	where c.person_id = (select private.me()) and c.id = kept_call.id;
end;
$$;

-- Whether one of these calls, which a device was told are done, is not here: then the database was set back to an
-- earlier day. The device names what it was told last. A call is only ever done where the one before it still was: so
-- that speaks for all.
create function private.lacks(known uuid[])
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	if cardinality(known) > 50 then
		perform private.refuse('too_many');
	end if;
	return exists (
		select
		from unnest(known) as one (id)
		where not exists (select from app.calls c where c.person_id = (select private.me()) and c.id = one.id)
	);
end;
$$;

grant execute on function private.kept_call, private.lacks to authenticated;
