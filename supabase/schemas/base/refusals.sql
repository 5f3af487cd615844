-- How the database says no.

-- A refusal that a screen can explain: the message is a code (src/lib/domain/vocabulary/problems.ts), never a
-- sentence and never a person's words.
create function private.refuse(code text)
returns void
language plpgsql
set search_path = ''
as $$
begin
	raise sqlstate 'PT422' using message = code;
end;
$$;

-- Records. An owner could still change them by hand; this makes a slip impossible, and says so.
create function private.never_changes()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
	raise exception 'this is a record' using errcode = '42501';
end;
$$;

grant execute on function private.refuse to authenticated;
