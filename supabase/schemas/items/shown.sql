-- What one view shows, for as long as it takes to make it.

-- What I can read of the items of one view, for as long as it takes to make it (show_items says it), so that each of
-- the policies need not ask the rule again. It is kept in a setting, which anybody could write: so it counts only with
-- a seal that nobody else can make, and only for this login and this transaction. Null: nothing was said, ask the rule.
create function private.seal_of(items text)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return (
		select
			encode(sha256(convert_to(concat_ws('|', e.secret, private.my_login(), now(), items, e.secret), 'utf8')), 'hex')
		from private.epoch e
	);
end;
$$;

create function private.shown_items()
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	shown text := nullif(current_setting('sayso.shown', true), '');
begin
	if shown is null or current_setting('sayso.shown_seal', true) is distinct from private.seal_of(shown) then
		return null;
	end if;
	return shown::uuid[];
end;
$$;

-- All of mine, as one array: for the read policies, so that each runs once a query and not once a row. (A child looks
-- at nobody else's.)
create function private.items_i_can_read()
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	shown uuid[] := private.shown_items();
begin
	if shown is not null then
		return shown;
	end if;
	if private.may('speak') then
		return private.readable(array(select id from app.items where child_id = (select private.me())));
	end if;
	return private.readable(array(select id from app.items where home_id = (select private.my_home())));
end;
$$;

create function private.keep_shown(items uuid[])
returns void
language plpgsql
set search_path = ''
as $$
begin
	perform set_config('sayso.shown', items::text, true);
	perform set_config('sayso.shown_seal', private.seal_of(items::text), true);
end;
$$;

-- From here on, in this request, I see only these items, as far as I can read them: what is open and what was closed
-- after a time; or (older) the last that were closed before one, of every kind or of one.
create function private.show_items(
	closed_after timestamptz,
	closed_before timestamptz,
	page int,
	of_kind app.item_kind default null
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	here uuid := private.my_home();
	child uuid := case
		when private.may('speak') then private.me()
	end; -- looks at nobody else's: how long it takes, too, tells a child nothing of them
	found uuid[] := '{}';
	before timestamptz := closed_before;
	part uuid[];
begin
	if closed_after is not null then
		found := private.readable(
			array(
				select i.id
				from app.items i
				where
					((child is null and i.home_id = here) or i.child_id = child)
					and (i.closed_at is null or i.closed_at > closed_after)
			)
		);
	end if;
	while before is not null
	and cardinality(found) < page loop
		select array_agg(t.id), min(t.closed_at)
		into part, before
		from
			(
				select i.id, i.closed_at
				from app.items i
				where
					((child is null and i.home_id = here) or i.child_id = child)
					and i.closed_at < before
					and (of_kind is null or i.kind = of_kind)
				order by i.closed_at desc
				fetch first 200 rows with ties -- what was closed together comes together
			) t;
		found := found || private.readable(coalesce(part, '{}'));
	end loop;
	perform private.keep_shown(found);
end;
$$;

-- The same for the pictures and recordings of one request: only the items that show one of them.
create function private.show_pictured(hashes text[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	here uuid := private.my_home();
	child uuid := case
		when private.may('speak') then private.me()
	end;
begin
	perform
		private.keep_shown(
			private.readable(
				array(
					select i.id
					from app.items i
					where
						i.home_id = here
						and (child is null or i.child_id = child)
						and (i.picture = any (hashes) or i.recording = any (hashes))
				)
			)
		);
end;
$$;

create function private.show_all_items()
returns void
language plpgsql
set search_path = ''
as $$
begin
	perform set_config('sayso.shown', '', true);
end;
$$;

grant execute
on function private.items_i_can_read, private.show_items, private.show_pictured, private.show_all_items
to authenticated;
