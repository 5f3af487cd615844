-- Who waits in the house, without words: ages and adults, and neither kind, symbol nor id.

-- Of these items: whose, since when, by when somebody was to open it (null: somebody did) and to answer it; who can
-- act on it now, with its words; and whether the child said that its words go no further. Whoever reads it only since
-- it was shared to keep safe can do neither, and is not named.
create function private.open_things(items uuid[])
returns table (
	child_id uuid,
	asked_at timestamptz,
	unread_by timestamptz,
	answer_by timestamptz,
	with_ids uuid[],
	stays boolean
)
language plpgsql
stable
set search_path = ''
set jit = off
as $$
begin
	return query select
			i.child_id,
			i.asked_at,
			case
				when i.opened_at is null then i.asked_at + i.unread_within
			end,
			i.asked_at + i.answer_within,
			coalesce(r.ids, '{}'),
			not i.may_move
		from
			app.items i
			left join (
				select x.item_id, array_agg(distinct x.person_id order by x.person_id) as ids
				from private.readings(items) x
				where x.words and x.why <> 'raised' and x.from_at <= now() and now() < x.until
				group by x.item_id
			) r
				on r.item_id = i.id
		where i.id = any (items);
end;
$$;

-- What waits for an answer in the home: a topic, a note and what a child tells of themselves ask for none.
create function private.unanswered()
returns uuid[]
language plpgsql
stable
set search_path = ''
as $$
begin
	return array(
		select i.id
		from app.items i
		where i.home_id = (select private.my_home()) and i.closed_at is null and i.answer_within is not null
	);
end;
$$;

-- What whoever leads the home may count: all of it, but what leaves them out, is about them, or is a complaint that did
-- not come to them; whoever is above, what is late.
create function private.things_i_count()
returns uuid[]
language plpgsql
stable
set search_path = ''
set jit = off
as $$
declare
	open uuid[] := private.unanswered();
	with_me uuid[] := array(
		select r.item_id
		from private.readings(open, array[(select private.me())]) r
		where r.why <> 'raised' and r.from_at <= now() and now() < r.until
	);
begin
	return array(
		select i.id
		from app.items i
		where
			i.id = any (open)
			and i.id not in (select private.items_without_me())
			and (i.kind <> 'complaint' or i.id = any (with_me))
			and (
				not (select private.may('oversee'))
				or now() > i.asked_at + i.answer_within
				or (i.opened_at is null and now() > i.asked_at + i.unread_within)
			)
	);
end;
$$;

create function private.house_json()
returns json
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	if not private.may('lead_home') or not private.is_own() then
		return '[]';
	end if;
	return (
		select coalesce(json_agg(t order by t.asked_at, t.child_id, t.answer_by), '[]')
		from private.open_things(private.things_i_count()) t
	);
end;
$$;

grant execute on function private.house_json to authenticated;
