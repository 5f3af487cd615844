-- Served: what a device asks for when it is wanted.

-- Old closed items, fetched on request: 50 that were closed before a time, newest first on the screen; of every kind
-- or of one, as the register of complaints asks.
create function public.my_older(person uuid, before timestamptz, of_kind app.item_kind default null)
returns json
language plpgsql
stable
set search_path = ''
set jit = off
set timezone = 'UTC'
as $$
declare
	items json;
begin
	perform private.act_as(person);
	perform private.show_items(null, before, 50, of_kind);
	items := private.items_json(null, before, 50, of_kind);
	perform private.show_all_items();
	return items;
end;
$$;

-- Pictures and recordings by hash: those that I may see, at most 20 in one request; the others are simply not there.
create function public.my_pictures(person uuid, hashes text[])
returns json
language plpgsql
stable
set search_path = ''
as $$
declare
	asked text[] := hashes[1:20];
	pictures json;
begin
	perform private.act_as(person);
	perform private.show_pictured(asked);
	pictures := (
		select coalesce(json_agg(json_build_object('hash', t.hash, 'data', t.data)), '[]')
		from
			(
				select distinct on (hash) hash, translate(encode(bytes, 'base64'), E'\n', '') as data
				from app.pictures
				where hash = any (asked)
			) t
	);
	perform private.show_all_items();
	return pictures;
end;
$$;

grant execute on function public.my_older, public.my_pictures to authenticated;
