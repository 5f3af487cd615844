-- Promises: who does what by when, and whether it was kept. "How we meet": agreed when both said yes to the newest.
-- Read like sessions. Made by the child's key worker or cover; ended by the owner, a key worker or the cover.

create table app.promises (
	id uuid primary key,
	home_id uuid not null default private.my_home() references app.homes,
	child_id uuid not null references app.people,
	session_id uuid references app.sessions,
	owner_id uuid not null references app.people,
	made_by uuid not null default private.me() references app.people,
	words text not null constraint promise_needs_words check (private.has_words(words) and char_length(words) <= 300),
	due date not null,
	made_at timestamptz not null default private.said_at()
);
create table app.promise_ends (
	promise_id uuid primary key references app.promises,
	person_id uuid not null default private.me() references app.people,
	at timestamptz not null default now(),
	kept boolean not null,
	because text constraint because_too_long check (char_length(because) <= 300),
	constraint broken_needs_reason check (kept or private.has_words(because))
);
create table app.agreements (
	id uuid primary key,
	home_id uuid not null default private.my_home() references app.homes,
	child_id uuid not null references app.people,
	made_by uuid not null default private.me() references app.people,
	made_at timestamptz not null default clock_timestamp(),
	how_often text not null constraint how_often_too_long check (char_length(how_often) <= 300),
	where_we_meet text not null constraint where_too_long check (char_length(where_we_meet) <= 300),
	how_to_stop text not null constraint how_to_stop_too_long check (char_length(how_to_stop) <= 300),
	notes_kept text not null constraint notes_too_long check (char_length(notes_kept) <= 300)
);
create table app.agreed (
	agreement_id uuid not null references app.agreements,
	person_id uuid not null default private.me() references app.people,
	login_id uuid default private.my_login() references app.logins,
	at timestamptz not null default now(),
	unique nulls not distinct (agreement_id, person_id, login_id) -- a yes from a device that was not the child's is followed by the child's own
);
create index on app.promises (child_id);
create index on app.promises (home_id);
create index on app.promises (owner_id);
create index on app.agreements (child_id);
create index on app.agreements (home_id);

alter table app.promises enable row level security;
alter table app.promise_ends enable row level security;
alter table app.agreements enable row level security;
alter table app.agreed enable row level security;
grant select on app.promises, app.promise_ends, app.agreements, app.agreed to authenticated;
grant insert (id, child_id, session_id, owner_id, words, due) on app.promises to authenticated;
grant insert (promise_id, kept, because) on app.promise_ends to authenticated;
grant insert (id, child_id, how_often, where_we_meet, how_to_stop, notes_kept) on app.agreements to authenticated;
grant insert (agreement_id) on app.agreed to authenticated;

create policy promises_select_by_child_or_staff on app.promises for select to authenticated
	using (child_id = any ((select private.my_children())::uuid[]) or owner_id = (select private.me()));
create policy promise_ends_select_with_promise on app.promise_ends for select to authenticated
	using (promise_id = any (array(select id from app.promises)));
create policy agreements_select_by_child_or_staff on app.agreements for select to authenticated
	using (child_id = any ((select private.my_children())::uuid[]));
create policy agreed_select_with_agreement on app.agreed for select to authenticated
	using (agreement_id = any (array(select id from app.agreements)));

create policy promises_insert_by_key_worker on app.promises for insert to authenticated
	with check (made_by = (select private.me()) and home_id = (select private.my_home())
		and child_id = any ((select private.i_work_with())::uuid[]) and private.is_staff_here(owner_id)
		and (session_id is null or session_id in (select s.id from app.sessions s where s.child_id = promises.child_id)));
create policy promise_ends_insert_by_owner_or_key_worker on app.promise_ends for insert to authenticated
	with check (person_id = (select private.me()) and promise_id in (select p.id from app.promises p
		where p.owner_id = (select private.me()) or p.child_id = any ((select private.i_work_with())::uuid[])));
create policy agreements_insert_by_child_or_key_worker on app.agreements for insert to authenticated
	with check (made_by = (select private.me()) and home_id = (select private.my_home()) and (select private.is_own()) and (child_id = (select private.me())
		or child_id = any ((select private.i_work_with())::uuid[])));
create policy agreed_insert_by_child_or_key_worker on app.agreed for insert to authenticated
	with check (person_id = (select private.me()) and (select private.is_own()) and agreement_id in (select a.id from app.agreements a
		where a.child_id = (select private.me()) or a.child_id = any ((select private.i_work_with())::uuid[])));

create function calls.make_promise(args jsonb) returns void language sql set search_path = '' as $$
	insert into app.promises (id, child_id, session_id, owner_id, words, due) values ((args ->> 'id')::uuid, (args ->> 'child')::uuid,
		(args ->> 'session')::uuid, (args ->> 'owner')::uuid, args ->> 'words', (args ->> 'due')::date)
$$;
create function calls.end_promise(args jsonb) returns void language sql set search_path = '' as $$
	insert into app.promise_ends (promise_id, kept, because)
	values ((args ->> 'promise')::uuid, (args -> 'kept')::boolean, args ->> 'because')
$$;
-- Whoever offers it has said yes to it.
create function calls.offer_agreement(args jsonb) returns void language plpgsql set search_path = '' as $$
begin
	insert into app.agreements (id, child_id, how_often, where_we_meet, how_to_stop, notes_kept) values ((args ->> 'id')::uuid,
		(args ->> 'child')::uuid, args ->> 'how_often', args ->> 'where_we_meet', args ->> 'how_to_stop', args ->> 'notes_kept');
	insert into app.agreed (agreement_id) values ((args ->> 'id')::uuid);
end $$;
create function calls.agree(args jsonb) returns void language sql set search_path = '' as $$
	insert into app.agreed (agreement_id) values ((args ->> 'agreement')::uuid) on conflict do nothing
$$;
