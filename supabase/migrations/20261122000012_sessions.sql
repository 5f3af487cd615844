-- Our time: sessions, promises, "how we meet". Adults' plans and records, written to the child. Read by the child, the
-- child's key workers, who covers for them, and the manager: the screens say so where they are written. What a child
-- shares is an item, with its own readers; a session names no item.

create type app.how as enum ('talk', 'walk', 'drive', 'activity');
create table app.sessions (
	id uuid primary key,
	home_id uuid not null default private.my_home() references app.homes,
	child_id uuid not null references app.people,
	with_id uuid not null default private.me() references app.people,
	starts_at timestamptz not null,
	state text not null default 'planned' check (state in ('planned', 'cancelled', 'recorded')),
	made_at timestamptz not null default now()
);
create type app.session_event_kind as enum ('planned', 'changed', 'cancelled', 'how_picked', 'other_time_asked', 'not_today', 'recorded', 'tapped');
create table app.session_events (
	id uuid primary key,
	session_id uuid not null references app.sessions,
	person_id uuid not null default private.me() references app.people,
	login_id uuid default private.my_login() references app.logins,
	kind app.session_event_kind not null,
	at timestamptz not null default clock_timestamp(),
	starts_at timestamptz,
	place text constraint place_too_long check (char_length(place) <= 300),
	how app.how,
	purpose text constraint purpose_too_long check (char_length(purpose) <= 5000),
	because text constraint because_too_long check (char_length(because) <= 300),
	words text constraint too_many_words check (char_length(words) <= 5000),
	talked text constraint talked_too_long check (char_length(talked) <= 5000),
	came text constraint came_too_long check (char_length(came) <= 5000),
	went text constraint went_too_long check (char_length(went) <= 5000),
	good text constraint good_too_long check (char_length(good) <= 300),
	mine text constraint bad_mine check (mine in ('yes', 'a_bit', 'no')),
	ended text constraint bad_ended check (ended in ('good', 'ok', 'hard')),
	constraint plan_is_whole check (kind not in ('planned', 'changed')
		or (starts_at is not null and private.has_words(place) and how is not null and purpose is not null) is true),
	constraint cancel_needs_reason check (kind <> 'cancelled' or private.has_words(because)),
	constraint how_picked_needs_how check (kind <> 'how_picked' or how is not null),
	constraint other_time_needs_words check (kind <> 'other_time_asked' or private.has_words(words)),
	constraint record_needs_talked check (kind <> 'recorded' or (private.has_words(talked) and came is not null and went is not null and good is not null) is true),
	constraint taps_are_two check (kind <> 'tapped' or (mine is not null and ended is not null))
);
alter table app.items add foreign key (planned_in) references app.sessions;
alter table app.item_events add foreign key (session_id) references app.sessions;
create index on app.sessions (child_id);
create index on app.sessions (home_id);
create index on app.session_events (session_id);
create trigger never_changes before update or delete on app.session_events
	for each statement execute function private.never_changes();

-- What an event does to its session. A recorded session takes its topics off the list: they were talked about.
create function private.follow_session_event() returns trigger language plpgsql security definer set search_path = '' as $$
begin
	case new.kind
		when 'planned' then
			update app.sessions set starts_at = new.starts_at where id = new.session_id and state = 'planned'
				and not exists (select from app.session_events e where e.session_id = new.session_id);
		when 'changed' then update app.sessions set starts_at = new.starts_at where id = new.session_id and state = 'planned';
		when 'cancelled' then
			update app.items set planned_in = null where planned_in = new.session_id and closed_at is null;
			update app.sessions set state = 'cancelled' where id = new.session_id and state = 'planned';
		when 'recorded' then
			update app.items set closed_at = new.at, place = null where planned_in = new.session_id and kind = 'topic' and closed_at is null;
			update app.sessions set state = 'recorded' where id = new.session_id and state in ('planned', 'recorded');
		when 'tapped' then update app.sessions set id = id where id = new.session_id and state = 'recorded';
		else update app.sessions set id = id where id = new.session_id and state = 'planned';
	end case;
	if not found then perform private.refuse('session_not_' || new.kind); end if;
	return new;
end $$;
create trigger follow_session_event before insert on app.session_events for each row execute function private.follow_session_event();

alter table app.sessions enable row level security;
alter table app.session_events enable row level security;
grant select on app.sessions, app.session_events to authenticated;
grant insert (id, child_id, starts_at) on app.sessions to authenticated;
grant insert (id, session_id, kind, starts_at, place, how, purpose, because, words, talked, came, went, good, mine, ended)
	on app.session_events to authenticated;

create policy sessions_select_by_child_or_staff on app.sessions for select to authenticated
	using (child_id = any ((select private.my_children())::uuid[]));
create policy session_events_select_with_session on app.session_events for select to authenticated
	using (session_id = any (array(select id from app.sessions)));
create policy sessions_insert_by_key_worker on app.sessions for insert to authenticated
	with check (with_id = (select private.me()) and home_id = (select private.my_home())
		and child_id = any ((select private.i_work_with())::uuid[]));
create policy session_events_insert_by_child_or_key_worker on app.session_events for insert to authenticated
	with check (person_id = (select private.me()) and session_id in (select s.id from app.sessions s
		where case when kind in ('how_picked', 'other_time_asked', 'not_today', 'tapped') then s.child_id = (select private.me())
				and (kind <> 'tapped' or (select private.is_own()))
			else s.child_id = any ((select private.i_work_with())::uuid[]) end));
