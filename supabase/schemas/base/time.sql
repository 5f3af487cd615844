-- Time, as it is written down and told.

-- When a call was made, for whatever is shown in the order in which it was said: now; in a batch, each a millisecond
-- after the one before, and the last one now (apply_calls sets it). Milliseconds, since a device counts in them.
create function private.said_at()
returns timestamptz
language sql
stable
set search_path = ''
as $$
	select coalesce(nullif(current_setting('sayso.said_at', true), '')::timestamptz, now());
$$;

create function private.hours(i interval)
returns int
language sql
immutable
return round(extract(epoch from i) / 3600)::int; -- resolved when made, so it needs no search_path, and is inlined
grant execute on function private.said_at, private.hours to authenticated;
