-- The calls about our time. Arguments: src/lib/domain/calls.ts.

create function private.add_session_event(args jsonb, id uuid, session uuid, kind app.session_event_kind)
returns void
language sql
set search_path = ''
as $$
	insert into app.session_events
		(
			id,
			session_id,
			kind,
			starts_at,
			place,
			how,
			purpose,
			aims,
			unplanned,
			because,
			symbol,
			words,
			talked,
			came,
			went,
			good,
			mine,
			ended,
			other_day,
			other_part
		)
	values
		(
			add_session_event.id,
			session,
			add_session_event.kind,
			(args ->> 'starts_at')::timestamptz,
			args ->> 'place',
			(args ->> 'how')::app.how,
			args ->> 'purpose',
			array(select jsonb_array_elements_text(nullif(args -> 'aims', 'null'))),
			coalesce((args ->> 'unplanned')::boolean, false),
			args ->> 'because',
			args ->> 'symbol',
			args ->> 'words',
			args ->> 'talked',
			args ->> 'came',
			args ->> 'went',
			args ->> 'good',
			args ->> 'mine',
			args ->> 'ended',
			(args ->> 'day')::date,
			args ->> 'part'
		);
$$;

create function calls.plan_session(args jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
	insert into app.sessions (id, child_id, starts_at)
	values ((args ->> 'id')::uuid, (args ->> 'child')::uuid, (args ->> 'starts_at')::timestamptz);
	perform private.add_session_event(args, (args ->> 'event')::uuid, (args ->> 'id')::uuid, 'planned');
end;
$$;

create function calls.change_session(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_session_event(args, (args ->> 'id')::uuid, (args ->> 'session')::uuid, 'changed');
$$;

create function calls.cancel_session(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_session_event(args, (args ->> 'id')::uuid, (args ->> 'session')::uuid, 'cancelled');
$$;

create function calls.pick_how(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_session_event(args, (args ->> 'id')::uuid, (args ->> 'session')::uuid, 'how_picked');
$$;

create function calls.ask_other_time(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_session_event(args, (args ->> 'id')::uuid, (args ->> 'session')::uuid, 'other_time_asked');
$$;

create function calls.not_today(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_session_event(args, (args ->> 'id')::uuid, (args ->> 'session')::uuid, 'not_today');
$$;

create function calls.record_session(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_session_event(args, (args ->> 'id')::uuid, (args ->> 'session')::uuid, 'recorded');
$$;

create function calls.tap_session(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_session_event(args, (args ->> 'id')::uuid, (args ->> 'session')::uuid, 'tapped');
$$;

grant execute on function private.add_session_event to authenticated;
