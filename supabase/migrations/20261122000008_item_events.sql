-- What an event does to its item. Each locks the item first, so that their times are the order in which they won. An event
-- that cannot happen now is refused with a code.

-- At the end of a child's list. (What is answered, talked about or taken back has no place on it.)
create function private.next_place(child uuid) returns int language plpgsql stable security definer set search_path = '' as $$
begin
	return 1 + coalesce((select max(place) from app.items where child_id = child and kind = 'topic' and closed_at is null), 0);
end $$;

-- The rule that the child was shown is kept with the item: a home that changes its days changes nothing for it. What came
-- in a batch comes after whatever the child said in the one before.
create function private.prepare_item() returns trigger language plpgsql security definer set search_path = '' as $$
begin
	if new.sent_at > now() - interval '1 second' then
		new.sent_at := least(now(), greatest(new.sent_at, (select max(i.sent_at) + interval '1 millisecond' from app.items i
			where i.child_id = new.child_id and i.author_id = new.author_id and i.sent_at > now() - interval '1 second')));
		new.asked_at := new.sent_at;
	end if;
	if new.kind in ('wish', 'complaint', 'request') then
		select unread_within, answer_within into new.unread_within, new.answer_within from app.homes where id = new.home_id;
	end if;
	if new.kind = 'topic' then
		new.place := private.next_place(new.child_id);
	end if;
	return new;
end $$;
create trigger prepare_item before insert on app.items for each row execute function private.prepare_item();

-- Whoever reads only since it was shared to keep safe: does the child know of it, and which adults? Nobody else learns
-- that they opened it, and their opening does not stop the clock: the child did not pick them. Nor do they answer or plan
-- it, which would tell. Null: reads anyway.
create function private.reads_only_raised(person uuid, item uuid, out hidden boolean, out only_for uuid[])
language plpgsql stable security definer set search_path = '' set jit = off as $$
begin
	with mine as (select * from private.reads r where r.item_id = item and r.person_id = person and r.words
		and r.from_at <= now() and now() < r.until)
	select bool_and(m.hidden), array_agg(distinct w.id) into hidden, only_for from mine m, unnest(m.only_for) w (id)
	where not exists (select from mine where why <> 'raised');
end $$;

-- The child gives it to one more person. Asked first: a device that may not would learn from the refusal who is left out.
create function private.give(item uuid, whom uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
	if not private.is_my_item(item) then raise exception 'not yours' using errcode = '42501'; end if;
	insert into app.item_readers (item_id, reader_id, relation_id)
	select i.id, p.id, (select k.id from app.key_workers k where k.worker_id = p.id and k.child_id = i.child_id
		and k.from_at <= now() and now() < k.until limit 1)
	from app.items i join app.people p on p.id = give.whom and p.home_id = i.home_id and p.role <> 'child'
	where i.id = give.item and i.kind <> 'note' and i.closed_at is null and i.about_id is distinct from p.id
		and p.left_at is null and p.not_at_work_since is null
		and not exists (select from app.left_out l where l.item_id = i.id and l.person_id = p.id)
	on conflict do nothing;
	if not found then return false; end if;
	insert into app.shown (item_id, person_id) values (item, whom) on conflict do nothing;
	return true;
end $$;

-- The child takes it from one of those who were picked, who has not opened it and is left out from now on. Somebody else
-- who is at work still has it: taking it from everybody is taking it back.
create function private.take_from(item uuid, whom uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
	if not private.is_my_item(item) then raise exception 'not yours' using errcode = '42501'; end if;
	delete from app.item_readers r using app.items i
	where r.item_id = take_from.item and r.reader_id = take_from.whom and i.id = r.item_id and i.kind <> 'note' and i.closed_at is null
		and not exists (select from app.item_events e where e.item_id = i.id and e.person_id = take_from.whom and e.kind = 'opened' and e.only_for is null)
		and exists (select from app.item_readers x join app.people p on p.id = x.reader_id
			where x.item_id = i.id and p.id <> take_from.whom and p.left_at is null and p.not_at_work_since is null);
	if not found then return false; end if;
	insert into app.left_out (item_id, person_id) values (item, whom) on conflict do nothing;
	return true;
end $$;

create function private.happens(e app.item_events) returns boolean language plpgsql security definer set search_path = '' as $$
begin
	case e.kind
		when 'opened' then
			update app.items set opened_at = case when e.only_for is null then coalesce(opened_at, e.at) else opened_at end
			where id = e.item_id and (taken_back_at is null or e.only_for is not null);
		when 'planned' then
			update app.items set planned_in = e.session_id where id = e.item_id and closed_at is null and kind in ('wish', 'topic')
				and exists (select from app.sessions s where s.id = e.session_id and s.child_id = items.child_id and s.state = 'planned');
		when 'unplanned' then
			update app.items set planned_in = null where id = e.item_id and planned_in is not null and closed_at is null;
		when 'answered' then
			update app.items set answered_at = coalesce(answered_at, e.at), opened_at = coalesce(opened_at, e.at), closed_at = coalesce(closed_at, e.at),
				place = null where id = e.item_id and taken_back_at is null and kind <> 'note';
		when 'helped' then
			update app.items set id = id where id = e.item_id and answered_at is not null;
		when 'reopened' then
			update app.items set asked_at = e.at, answered_at = null, opened_at = null, closed_at = null, planned_in = null,
				place = case kind when 'topic' then private.next_place(child_id) end where id = e.item_id and answered_at is not null and taken_back_at is null;
		when 'taken_back' then
			update app.items set taken_back_at = e.at, closed_at = coalesce(closed_at, e.at), place = null where id = e.item_id and taken_back_at is null;
		when 'changed' then
			update app.items set id = id where id = e.item_id and kind = 'topic' and closed_at is null;
		when 'handled' then
			update app.items set id = id where id = e.item_id and kind in ('complaint', 'request') and closed_at is null;
		when 'let_in' then
			if not private.is_staff_here(e.whom) then return false; end if;
			insert into app.shown (item_id, person_id) values (e.item_id, e.whom) on conflict do nothing;
			return true;
		when 'disowned' then -- "this was not me": it changes nothing of the item, or a false device could silence the child
			update app.items set id = id where id = e.item_id;
		when 'given', 'taken_from' then
			return case e.kind when 'given' then private.give(e.item_id, e.whom) else private.take_from(e.item_id, e.whom) end;
		when 'raised' then
			return not exists (select from unnest(e.with_ids) w (id) where w.id = e.person_id or w.id is not distinct from e.worry_about
				or not exists (select from app.people p where p.id = w.id and p.home_id = private.my_home() and p.role <> 'child'
					and p.left_at is null and p.not_at_work_since is null)
				or exists (select from app.items i where i.id = e.item_id and i.about_id = w.id));
	end case;
	return found;
end $$;

create function private.follow_item_event() returns trigger language plpgsql security definer set search_path = '' as $$
declare
	was app.items;
	raised record;
begin
	perform from app.items where id = new.item_id for update; -- one at a time; and then in the order in which they came
	if new.at >= now() then new.at := clock_timestamp(); end if;
	select * into raised from private.reads_only_raised(new.person_id, new.item_id);
	case
		when new.kind = 'opened' then
			new.hidden := coalesce(raised.hidden, false);
			new.only_for := raised.only_for;
			-- Opened twice is opened once, by the same person, since it was last asked.
			if exists (select from app.item_events e join app.items i on i.id = e.item_id where e.item_id = new.item_id and e.kind = 'opened'
				and e.person_id = new.person_id and e.at >= i.asked_at and (e.only_for is null or new.only_for is not null)) then return null; end if;
		when new.kind = 'disowned' and exists (select from app.item_events e where e.item_id = new.item_id and e.kind = 'disowned') then return null;
		when new.kind = 'raised' then
			new.hidden := new.hidden or (coalesce(raised.hidden, false) and not coalesce(new.told_child, false)); -- passed on in silence, too
			new.only_for := array_append(new.with_ids, new.person_id);
		when new.kind in ('planned', 'unplanned', 'answered', 'handled') and raised.only_for is not null then
			perform private.refuse('item_not_' || new.kind);
		when new.kind = 'taken_from' then new.only_for := '{}'; -- it would say to the others who is left out
		else new.hidden := false;
	end case;
	if not private.happens(new) then perform private.refuse('item_not_' || new.kind); end if;
	if new.kind = 'changed' then -- the event keeps what stood there; the item shows what stands there now
		select * into was from app.items where id = new.item_id;
		update app.items set words = coalesce(new.words, ''), symbol = new.symbol where id = new.item_id;
		new.words := was.words;
		new.symbol := was.symbol;
	end if;
	return new;
end $$;
create trigger follow_item_event before insert on app.item_events for each row execute function private.follow_item_event();
create trigger never_changes before update or delete on app.item_events for each statement execute function private.never_changes();
create trigger never_goes before delete on app.items for each statement execute function private.never_changes();
