-- What an event does to its session. A recorded session takes its topics off the list: they were talked about.
create function private.follow_session_event()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	case new.kind
		when 'planned' then
			update app.sessions
			set starts_at = new.starts_at
			where
				id = new.session_id
				and state = 'planned'
				and not exists (select from app.session_events e where e.session_id = new.session_id);
		when 'changed' then
			update app.sessions set starts_at = new.starts_at where id = new.session_id and state = 'planned';
		when 'cancelled' then
			update app.items set planned_in = null where planned_in = new.session_id and closed_at is null;
			update app.sessions set state = 'cancelled' where id = new.session_id and state = 'planned';
		when 'recorded' then
			update app.items
			set
				closed_at = new.at,
				place = null
			where planned_in = new.session_id and kind = 'topic' and closed_at is null;
			update app.sessions set state = 'recorded' where id = new.session_id and state in ('planned', 'recorded');
		when 'tapped' then
			update app.sessions set id = id where id = new.session_id and state = 'recorded';
		else
			update app.sessions set id = id where id = new.session_id and state = 'planned';
	end case;
	if not found then
		perform private.refuse('session_not_' || new.kind);
	end if;
	return new;
end;
$$;

create trigger follow_session_event
before insert on app.session_events
for each row
execute function private.follow_session_event();

-- What has not begun cannot have taken place: nothing is written of it, and its topics stay on the list. Asked last, so
-- that whoever may not write it down learns that first.
create function private.refuse_not_begun()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
	if exists (select from app.sessions s where s.id = new.session_id and s.starts_at > now()) then
		perform private.refuse('session_not_begun');
	end if;
	return null;
end;
$$;

create trigger refuse_not_begun
after insert on app.session_events
for each row
when (new.kind = 'recorded' or new.unplanned)
execute function private.refuse_not_begun();
