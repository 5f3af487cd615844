-- Sharing to keep safe is never unseen.

create function private.may_oversee(person uuid, e app.item_events)
returns boolean
language sql
stable
set search_path = ''
as $$
	select
		person <> all (e.with_ids)
		and person is distinct from e.person_id
		and person is distinct from e.worry_about
		and not exists (select from app.left_out l where l.item_id = e.item_id and l.person_id = person)
		and not exists (select from app.items i where i.id = e.item_id and i.about_id = person);
$$;

-- Somebody shared a child's thing to keep safe with an adult whom the child had left out. That is allowed at once, and
-- never unseen: who is above all of them is told by whom, with whom, whether behind the child's back, and why; not
-- what the child said.
create function private.oversees()
returns setof uuid
language plpgsql
stable
security definer
set search_path = ''
rows 1
as $$
begin
	if not private.may('lead_home') or not private.is_own() then
		return;
	end if;
	return query select e.id
		from
			app.item_events e
			join app.items i on i.id = e.item_id
		where
			e.kind = 'raised'
			and i.home_id = (select private.my_home())
			and exists (select from app.left_out l where l.item_id = e.item_id and l.person_id = any (e.with_ids))
			and private.may_oversee((select private.me()), e)
			and (
				private.may('last_in_line')
				or not exists (
					select
					from app.people p
					where
						p.home_id = i.home_id
						and private.can(p.role, 'last_in_line')
						and p.left_at is null
						and p.id = any ((select private.joined())::uuid[])
						and private.may_oversee(p.id, e)
				)
			);
end;
$$;

create function private.oversight_json()
returns json
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return (
		select coalesce(json_agg(t order by t.at, t.id), '[]')
		from
			(
				select e.id, e.at, i.child_id, e.person_id, e.with_ids, e.hidden, e.because
				from
					private.oversees() o (id)
					join app.item_events e on e.id = o.id
					join app.items i on i.id = e.item_id
				where e.at > now() - interval '90 days'
			) t
	);
end;
$$;

grant execute on function private.oversight_json to authenticated;
