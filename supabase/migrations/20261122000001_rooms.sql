-- The rooms. public: the few functions that the API serves. calls: one function a write, reached only through
-- apply_calls. app: tables. private: helpers. Only public is ever served; a visitor reaches one function, check_code.

create schema app;
create schema calls;
grant usage on schema app, calls, private to authenticated;
grant usage on schema private to anon; -- for check_code; a new function is closed to everybody until granted

alter default privileges in schema public revoke execute on functions from anon, authenticated, service_role;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;

-- A refusal that a screen can explain: the message is a code (src/lib/domain/vocabulary/problems.ts), never a sentence and
-- never a person's words.
create function private.refuse(code text) returns void language plpgsql set search_path = '' as $$
begin
	raise sqlstate 'PT422' using message = code;
end $$;
grant execute on function private.refuse to authenticated;

-- Lists and words of a home's own, as the app makes them (src/lib/domain/checks/kinds.ts): a text where a text is meant, and no more
-- fields than these.
create function private.are_things(list jsonb) returns boolean language sql immutable set search_path = '' as $$
	select case when jsonb_typeof(list) = 'array' then not exists (select from jsonb_array_elements(list) as l (thing)
		where case when jsonb_typeof(thing) = 'object' then not coalesce(jsonb_typeof(thing -> 'words') = 'string'
			and jsonb_typeof(thing -> 'symbol') in ('string', 'null') and thing - '{words,symbol}'::text[] = '{}', false) else true end) else false end
$$;
create function private.are_labels(labels jsonb) returns boolean language sql immutable set search_path = '' as $$
	select case when jsonb_typeof(labels) = 'object' then labels - '{key_worker,session,wish,child}'::text[] = '{}'
		and not exists (select from jsonb_each(labels) as l (name, label) where jsonb_typeof(label) <> 'string'
			or not private.has_words(label #>> '{}') or char_length(label #>> '{}') > 40) else false end
$$;
grant execute on function private.are_things, private.are_labels to authenticated;

-- One row: which life of the database this is. In a new one every device sends its done calls again. A restored backup is
-- another life and shows it by itself: loading a dump writes this row anew (xmin), in another table, database or cluster, and
-- a cluster that is set back to an earlier moment goes on in another timeline. A disk that was copied back shows nothing: that
-- is said with private.begin_life(), and the devices notice it, too (private.lacks).
create table private.epoch (
	one boolean primary key default true check (one),
	id uuid not null default gen_random_uuid(),
	seen text -- the place where our server last saw it
);
insert into private.epoch default values;
alter table private.epoch enable row level security;

create function private.place() returns text language sql stable set search_path = '' as $$
	select concat_ws(' ', e.xmin, e.tableoid, (select oid from pg_catalog.pg_database where datname = current_database()),
		(select system_identifier from pg_catalog.pg_control_system()), (select timeline_id from pg_catalog.pg_control_checkpoint()))
	from private.epoch e
$$;
create function private.my_epoch() returns uuid language sql stable security definer set search_path = '' as $$
	select md5(id || ' ' || private.place())::uuid from private.epoch
$$;
grant execute on function private.my_epoch to authenticated;

-- For the owner, after a restore that shows nothing of itself.
create function private.begin_life() returns void language plpgsql set search_path = '' as $$
begin
	update private.epoch set id = gen_random_uuid();
	update private.epoch set seen = private.place();
end $$;
-- For our server, when it starts: whether this is another life than the one in which it last looked.
create function private.notice_life() returns boolean language plpgsql set search_path = '' as $$
declare
	known text := (select seen from private.epoch);
begin
	if known is not distinct from private.place() then return false; end if;
	perform private.begin_life();
	return known is not null;
end $$;
-- When a call was made, for whatever is shown in the order in which it was said: now; in a batch, each a millisecond after
-- the one before, and the last one now (apply_calls sets it). Milliseconds, since a device counts in them.
create function private.said_at() returns timestamptz language sql stable set search_path = '' as
	$$ select coalesce(nullif(current_setting('sayso.said_at', true), '')::timestamptz, now()) $$;
grant execute on function private.said_at to authenticated;

-- Records. An owner could still change them by hand; this makes a slip impossible, and says so.
create function private.never_changes() returns trigger language plpgsql set search_path = '' as $$
begin
	raise exception 'this is a record' using errcode = '42501';
end $$;
