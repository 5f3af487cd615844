-- What leaves me out, and what a new item or event is asked.

-- Left out of it, and nobody shared it with them to keep safe; or about them: any one of these people.
create function private.items_without(people uuid[])
returns setof uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return query select l.item_id
		from app.left_out l
		where
			l.person_id = any (people)
			and not exists (
				select
				from app.item_events e
				where e.item_id = l.item_id and e.kind = 'raised' and e.with_ids @> array[l.person_id]
			)
		union
		select i.id from app.items i where i.about_id = any (people);
end;
$$;

-- A second lock, that knows nothing of the rule: what leaves me out; and, on an adult's sign-in, what leaves out
-- somebody who might be the one that holds it (what was said on it, they know).
create function private.items_without_me()
returns setof uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return query select private.items_without(array[(select private.me())]);
	if (select private.may('speak')) or (select private.reached_by()) = '{}' then
		return;
	end if;
	return query select w.id
		from private.items_without((select private.reached_by())) w (id)
		where not exists (select from app.items i where i.id = w.id and i.login_id = any (private.vouched()));
end;
$$;

-- Whom one may pick: staff of the home. And the relation, if that person is a key worker of this child now.
create function private.may_pick(reader uuid, relation uuid, child uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return private.is_staff_here(reader)
	and relation is not distinct from (
		select id
		from app.key_workers
		where worker_id = reader and child_id = child and from_at <= now() and now() < until
		limit 1
	);
end;
$$;

-- Said in my name, but not on this login.
create function private.was_said_elsewhere(item uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return exists (
		select
		from app.items i
		where
			i.id = was_said_elsewhere.item
			and i.author_id = (select private.me())
			and i.child_id = i.author_id
			and i.login_id is distinct from (select private.my_login())
	);
end;
$$;

create function private.child_of(item uuid)
returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return (select child_id from app.items where id = item);
end;
$$;

grant execute
on function private.items_without_me, private.may_pick, private.was_said_elsewhere, private.child_of
to authenticated;
