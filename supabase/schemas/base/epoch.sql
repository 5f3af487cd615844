-- One row: which life of the database this is. In a new one every device sends its done calls again. A restored backup
-- is another life and shows it by itself: loading a dump writes this row anew (xmin), in another table, database or
-- cluster, and a cluster that is set back to an earlier moment goes on in another timeline. A disk that was copied
-- back shows nothing: that is said with private.begin_life(), and the devices notice it, too (private.lacks).
create table private.epoch (
	one boolean primary key default true check (one),
	id uuid not null default gen_random_uuid(),
	seen text, -- the place where our server last saw it
	secret uuid not null default gen_random_uuid() -- nobody is ever told: what a view can read is sealed with it
);
alter table private.epoch enable row level security;
insert into private.epoch default values;

create function private.place()
returns text
language sql
stable
set search_path = ''
as $$
	select
		concat_ws(
			' ',
			e.xmin,
			e.tableoid,
			(select oid from pg_catalog.pg_database where datname = current_database()),
			(select system_identifier from pg_catalog.pg_control_system()),
			(select timeline_id from pg_catalog.pg_control_checkpoint())
		)
	from private.epoch e;
$$;

create function private.my_epoch()
returns uuid
language sql
stable
security definer
set search_path = ''
as $$
	select md5(id || ' ' || private.place())::uuid from private.epoch;
$$;

-- For the owner, after a restore that shows nothing of itself.
create function private.begin_life()
returns void
language plpgsql
set search_path = ''
as $$
begin
	update private.epoch set id = gen_random_uuid();
	update private.epoch set seen = private.place();
end;
$$;

-- For our server, when it starts: whether this is another life than the one in which it last looked.
create function private.notice_life()
returns boolean
language plpgsql
set search_path = ''
as $$
declare
	known text := (select seen from private.epoch);
begin
	if known is not distinct from private.place() then
		return false;
	end if;
	perform private.begin_life();
	return known is not null;
end;
$$;

grant execute on function private.my_epoch to authenticated;
