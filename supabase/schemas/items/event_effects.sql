-- What each kind of event does. False: it cannot happen now.

-- The child gives it to one more person. Asked first: a device that may not would learn from the refusal who is left
-- out.
create function private.give(item uuid, whom uuid)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
	if not private.is_my_item(item) then
		raise exception 'not yours' using errcode = '42501';
	end if;
	insert into app.item_readers (item_id, reader_id, relation_id)
	select
		i.id,
		p.id,
		(
			select k.id
			from app.key_workers k
			where k.worker_id = p.id and k.child_id = i.child_id and k.from_at <= now() and now() < k.until
			limit 1
		)
	from
		app.items i
		join app.people p on p.id = give.whom and p.home_id = i.home_id and p.role <> 'child'
	where
		i.id = give.item
		and i.kind <> 'note'
		and i.closed_at is null
		and i.about_id is distinct from p.id
		and p.left_at is null
		and p.not_at_work_since is null
		and not exists (select from app.left_out l where l.item_id = i.id and l.person_id = p.id)
	on conflict do nothing;
	if not found then
		return false;
	end if;
	insert into app.shown (item_id, person_id) values (item, whom) on conflict do nothing;
	return true;
end;
$$;

-- The child takes it from one of those who were picked, who has not opened it and is left out from now on. Somebody
-- else who is at work still has it: taking it from everybody is taking it back.
create function private.take_from(item uuid, whom uuid)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
	if not private.is_my_item(item) then
		raise exception 'not yours' using errcode = '42501';
	end if;
	delete from app.item_readers r
	using app.items i
	where
		r.item_id = take_from.item
		and r.reader_id = take_from.whom
		and i.id = r.item_id
		and i.kind <> 'note'
		and i.closed_at is null
		and not exists (
			select
			from app.item_events e
			where e.item_id = i.id and e.person_id = take_from.whom and e.kind = 'opened' and e.only_for is null
		)
		and exists (
			select
			from
				app.item_readers x
				join app.people p on p.id = x.reader_id
			where x.item_id = i.id and p.id <> take_from.whom and p.left_at is null and p.not_at_work_since is null
		);
	if not found then
		return false;
	end if;
	insert into app.left_out (item_id, person_id) values (item, whom) on conflict do nothing;
	return true;
end;
$$;

create function private.happens(e app.item_events)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
	case e.kind
		when 'opened' then
			update app.items
			set opened_at = case
				when e.only_for is null then coalesce(opened_at, e.at)
				else opened_at
			end
			where id = e.item_id and (taken_back_at is null or e.only_for is not null);
		when 'planned' then
			update app.items
			set planned_in = e.session_id
			where
				id = e.item_id
				and closed_at is null
				and kind in ('wish', 'topic', 'meeting')
				and exists (
					select from app.sessions s where s.id = e.session_id and s.child_id = items.child_id and s.state = 'planned'
				);
		when 'unplanned' then
			update app.items set planned_in = null where id = e.item_id and planned_in is not null and closed_at is null;
		when 'answered' then
			update app.items
			set
				answered_at = coalesce(answered_at, e.at),
				opened_at = coalesce(opened_at, e.at),
				closed_at = coalesce(closed_at, e.at),
				place = null
			where
				id = e.item_id
				and taken_back_at is null
				and kind not in ('note', 'about_me')
				and (
					e.answer = 'not_mine'
					or (kind = 'complaint') = (e.answer in ('upheld', 'partly_upheld', 'not_upheld'))
				) is not false; -- none at all is refused by its own name
		when 'helped' then
			update app.items set id = id where id = e.item_id and answered_at is not null;
		when 'reopened' then
			update app.items
			set
				asked_at = e.at,
				answered_at = null,
				opened_at = null,
				closed_at = null,
				planned_in = null,
				place = case kind
					when 'topic' then private.next_place(child_id)
				end
			where id = e.item_id and answered_at is not null and taken_back_at is null;
		when 'taken_back' then
			update app.items
			set
				taken_back_at = e.at,
				closed_at = coalesce(closed_at, e.at),
				place = null
			where id = e.item_id and taken_back_at is null;
		when 'changed' then
			update app.items set id = id where id = e.item_id and kind = 'topic' and closed_at is null;
		when 'handled' then
			update app.items
			set id = id
			where id = e.item_id and kind in ('wish', 'meeting', 'complaint', 'request') and closed_at is null;
		when 'let_in' then
			if not private.is_staff_here(e.whom) then
				return false;
			end if;
			insert into app.shown (item_id, person_id) values (e.item_id, e.whom) on conflict do nothing;
			return true;
		when 'disowned' then -- "this was not me": it changes nothing of the item, or a false device could silence the child
			update app.items set id = id where id = e.item_id;
		when 'given' then
			return private.give(e.item_id, e.whom);
		when 'taken_from' then
			return private.take_from(e.item_id, e.whom);
		when 'raised' then
			return not exists (
				select
				from unnest(e.with_ids) w (id)
				where
					w.id = e.person_id
					or w.id is not distinct from e.worry_about
					or not exists (
						select
						from app.people p
						where
							p.id = w.id
							and p.home_id = private.my_home()
							and p.role <> 'child'
							and p.left_at is null
							and p.not_at_work_since is null
					)
					or exists (select from app.items i where i.id = e.item_id and i.about_id = w.id)
			);
	end case;
	return found;
end;
$$;
