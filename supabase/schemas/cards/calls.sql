-- The calls about cards and pictures.

-- args: hash (SHA-256 of the bytes, hex), data (base64). Put twice is put once.
create function calls.put_picture(args jsonb)
returns void
language sql
set search_path = ''
as $$
	insert into app.pictures (hash, bytes)
	values (args ->> 'hash', decode(args ->> 'data', 'base64'))
	on conflict do nothing;
$$;

create function calls.save_card(args jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
	perform private.has_picture(args ->> 'picture');
	insert into app.cards (id, job, things, reach, here, picture)
	values
		((args ->> 'id')::uuid, args ->> 'job', args -> 'things', args ->> 'reach', args ->> 'here', args ->> 'picture');
end;
$$;
