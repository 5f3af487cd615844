-- The calls about what happens to an item.

-- Asked first, so that whoever cannot read an item learns from no refusal how it stands with it.
create function private.add_item_event(args jsonb, kind app.item_event_kind)
returns void
language plpgsql
set search_path = ''
as $$
begin
	if not private.can_read((args ->> 'item')::uuid) then
		raise exception 'not yours' using errcode = '42501';
	end if;
	insert into app.item_events
		(
			id,
			item_id,
			kind,
			answer,
			because,
			will_happen,
			by_day,
			asked_whom,
			asked_on,
			session_id,
			helped,
			words,
			symbol,
			whom,
			with_ids,
			worry_about,
			told_child,
			hidden
		)
	values
		(
			(args ->> 'id')::uuid,
			(args ->> 'item')::uuid,
			add_item_event.kind,
			args ->> 'answer',
			args ->> 'because',
			args ->> 'will_happen',
			(args ->> 'by_day')::date,
			args ->> 'asked_whom',
			(args ->> 'asked_on')::date,
			(args ->> 'session')::uuid,
			args ->> 'helped',
			args ->> 'words',
			args ->> 'symbol',
			(args ->> 'whom')::uuid,
			case
				when args ? 'with' then private.ids(args -> 'with')
			end,
			(args ->> 'worry_about')::uuid,
			(args -> 'told_child')::boolean,
			coalesce((args -> 'hidden')::boolean, false)
		);
end;
$$;

create function calls.open_item(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'opened');
$$;

create function calls.plan_item(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'planned');
$$;

create function calls.unplan_item(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'unplanned');
$$;

create function calls.answer_item(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'answered');
$$;

create function calls.handle_item(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'handled');
$$;

create function calls.share_to_keep_safe(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'raised');
$$;

create function calls.say_if_it_helped(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'helped');
$$;

create function calls.change_topic(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'changed');
$$;

create function calls.take_back(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'taken_back');
$$;

create function calls.disown_item(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'disowned');
$$;

create function calls.let_in(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'let_in');
$$;

create function calls.take_from(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'taken_from');
$$;

grant execute on function private.add_item_event to authenticated;
