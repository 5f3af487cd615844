-- What an event does to its item. Each locks the item first, so that their times are the order in which they won. An
-- event that cannot happen now is refused with a code.

-- At the end of a child's list. (What is answered, talked about or taken back has no place on it.)
create function private.next_place(child uuid)
returns int
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return 1 + coalesce(
		(select max(place) from app.items where child_id = child and kind = 'topic' and closed_at is null),
		0
	);
end;
$$;

-- The rule that the child was shown is kept with the item: a home that changes its days changes nothing for it. What
-- came in a batch comes after whatever the child said in the one before.
create function private.prepare_item()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	if new.sent_at > now() - interval '1 second' then
		new.sent_at := least(
			now(),
			greatest(
				new.sent_at,
				(
					select max(i.sent_at) + interval '1 millisecond'
					from app.items i
					where i.child_id = new.child_id and i.author_id = new.author_id and i.sent_at > now() - interval '1 second'
				)
			)
		);
		new.asked_at := new.sent_at;
	end if;
	if new.kind in ('wish', 'complaint', 'request', 'meeting') then
		new.unread_within := (select unread_within from app.homes where id = new.home_id);
		new.answer_within := (
			select
				case new.kind
					when 'complaint' then complaint_within
					else answer_within
				end
			from app.homes
			where id = new.home_id
		);
	end if;
	if new.kind = 'topic' then
		new.place := private.next_place(new.child_id);
	end if;
	return new;
end;
$$;

create trigger prepare_item
before insert on app.items
for each row
execute function private.prepare_item();

-- Whoever reads only since it was shared to keep safe: does the child know of it, and which adults? Nobody else learns
-- that they opened it, and their opening does not stop the clock: the child did not pick them. Nor do they answer or
-- plan it, which would tell. Null: reads anyway.
create function private.reads_only_raised(person uuid, item uuid, out hidden boolean, out only_for uuid[])
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
begin
	with
		mine as (
			select *
			from private.readings(array[item], array[person]) r
			where r.words and r.from_at <= now() and now() < r.until
		)
	select bool_and(m.hidden), array_agg(distinct w.id)
	into hidden, only_for
	from
		mine m,
		unnest(m.only_for) w (id)
	where not exists (select from mine where why <> 'raised');
end;
$$;

create function private.follow_item_event()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
	was app.items;
	raised record;
begin
	perform from app.items where id = new.item_id for update; -- one at a time; and then in the order in which they came
	if new.at >= now() then
		new.at := clock_timestamp();
	end if;
	select * into raised from private.reads_only_raised(new.person_id, new.item_id);
	case
		when new.kind = 'opened' then
			new.hidden := coalesce(raised.hidden, false);
			new.only_for := raised.only_for;
			-- Opened twice is opened once, by the same person, since it was last asked.
			if
				exists (
					select
					from
						app.item_events e
						join app.items i on i.id = e.item_id
					where
						e.item_id = new.item_id
						and e.kind = 'opened'
						and e.person_id = new.person_id
						and e.at >= i.asked_at
						and (e.only_for is null or new.only_for is not null)
				)
			then
				return null;
			end if;
		when new.kind = 'disowned'
		and exists (select from app.item_events e where e.item_id = new.item_id and e.kind = 'disowned') then
			return null;
		when new.kind = 'raised' then
			-- Passed on in silence, too.
			new.hidden := new.hidden or (coalesce(raised.hidden, false) and not coalesce(new.told_child, false));
			new.only_for := array_append(new.with_ids, new.person_id);
		when new.kind in ('planned', 'unplanned', 'answered', 'handled')
		and raised.only_for is not null then
			perform private.refuse('item_not_' || new.kind);
		when new.kind = 'taken_from' then
			new.only_for := '{}'; -- it would say to the others who is left out
		else
			new.hidden := false;
	end case;
	if not private.happens(new) then
		perform private.refuse('item_not_' || new.kind);
	end if;
	if
		new.kind = 'changed'
	then -- the event keeps what stood there; the item shows what stands there now
		select * into was from app.items where id = new.item_id;
		update app.items
		set
			words = coalesce(new.words, ''),
			symbol = new.symbol
		where id = new.item_id;
		new.words := was.words;
		new.symbol := was.symbol;
	end if;
	return new;
end;
$$;

create trigger follow_item_event
before insert on app.item_events
for each row
execute function private.follow_item_event();

-- The child is told by which day they hear: one that has gone by in their home would be no promise. Asked last, so that
-- whoever may not say it learns that first.
create function private.refuse_past_day()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
	today date := (
		select (now() at time zone h.time_zone)::date
		from app.homes h
		where h.id = private.my_home()
	);
begin
	if (new.by_day >= today) is not true then
		perform private.refuse('handled_past_day');
	end if;
	return null;
end;
$$;

create trigger refuse_past_day
after insert on app.item_events
for each row
when (new.kind = 'handled')
execute function private.refuse_past_day();
