-- The calls that ask again, or ask one more person: whoever got the item by hand-on keeps it.

-- "That's not what I meant": asks again, of everybody who can read it by now. Without this, whoever got the wish by
-- hand-on would lose it, since the waiting starts anew (or, given to one more, does not end with those who are gone).
create function private.keep_handed_on(item uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
	insert into app.item_readers (item_id, reader_id, relation_id)
	select
		r.item_id,
		r.person_id,
		(
			select k.id
			from app.key_workers k
			where k.worker_id = r.person_id and k.child_id = (select private.me()) and k.from_at <= now() and now() < k.until
			limit 1
		)
	from private.readers_of() r
	where r.item_id = item and r.words and r.why = 'handed_on' and r.from_at <= now()
	on conflict do nothing;
end;
$$;

create function calls.reopen(args jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
	if (select private.may('speak')) then
		perform private.keep_handed_on((args ->> 'item')::uuid);
	end if; -- anybody else is refused below
	perform private.add_item_event(args, 'reopened');
end;
$$;

-- A new key worker gets it too, say; and somebody who has not opened it gets it no more.
create function calls.give_too(args jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
	perform private.keep_handed_on((args ->> 'item')::uuid);
	perform private.add_item_event(args, 'given');
end;
$$;

grant execute on function private.keep_handed_on to authenticated;
