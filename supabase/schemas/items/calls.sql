-- The calls that say something. They run as the caller: policies decide, these only put rows together.
-- Arguments: src/lib/domain/calls.ts.

create function private.ids(list jsonb)
returns uuid[]
language plpgsql
immutable
set search_path = ''
as $$
begin
	return array(
		select distinct value::uuid from jsonb_array_elements_text(coalesce(nullif(list, 'null'), '[]')) order by 1
	);
end;
$$;

create function private.say(args jsonb, kind app.item_kind, child uuid, about uuid default null)
returns void
language plpgsql
set search_path = ''
as $$
declare
	item uuid := (args ->> 'id')::uuid;
	readers uuid[] := private.ids(args -> 'readers');
	others uuid[] := private.ids(args -> 'left_out');
begin
	if readers = '{}' then
		perform private.refuse('no_readers');
	end if;
	if exists (select from app.people p where p.id = any (readers) and p.left_at is not null) then
		perform private.refuse('reader_left');
	end if;
	if readers && others or about = any (readers) or (select private.me()) = any (others) then
		perform private.refuse('picked_and_left_out');
	end if;
	perform private.has_picture(args ->> 'picture');
	perform private.has_picture(args ->> 'recording', true);
	if args ->> 'recording' is not null and not (select h.recordings from app.homes h) then
		perform private.refuse('no_recordings_here');
	end if;
	insert into app.items (id, kind, child_id, symbol, words, picture, recording, about_id, meeting, about_me, may_move)
	values
		(
			item,
			say.kind,
			child,
			args ->> 'symbol',
			coalesce(args ->> 'words', ''),
			args ->> 'picture',
			args ->> 'recording',
			about,
			args -> 'meeting',
			args -> 'about_me',
			coalesce((args -> 'may_move')::boolean, false)
		);
	insert into app.item_readers (item_id, reader_id, relation_id)
	select
		item,
		reader,
		(
			select k.id
			from app.key_workers k
			where k.worker_id = reader and k.child_id = child and k.from_at <= now() and now() < k.until
			limit 1
		)
	from unnest(readers) as reader;
	insert into app.left_out (item_id, person_id) select item, unnest(others);
	insert into app.shown (item_id, person_id) select item, unnest(private.ids(args -> 'shown'));
end;
$$;

create function calls.send_wish(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.say(args, 'wish', (select private.me()));
$$;

create function calls.send_meeting(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.say(args, 'meeting', (select private.me()));
$$;

create function calls.send_about_me(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.say(args, 'about_me', (select private.me()));
$$;

create function calls.put_topic(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.say(args, 'topic', (select private.me()));
$$;

create function calls.complain(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.say(args, 'complaint', (select private.me()), (args ->> 'about')::uuid);
$$;

create function calls.ask_for_another_key_worker(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.say(args, 'request', (select private.me()), (args ->> 'about')::uuid);
$$;

create function calls.write_note(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.say(args, 'note', (args ->> 'child')::uuid);
$$;

create function private.order_topics(items uuid[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	update app.items i
	set place = o.place
	from unnest(items) with ordinality o (id, place)
	where
		i.id = o.id
		and i.kind = 'topic'
		and i.closed_at is null
		and i.child_id = (select private.me())
		and private.is_my_item(i.id);
	if not found then
		perform private.refuse('no_such_topics');
	end if;
end;
$$;

create function calls.order_topics(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.order_topics(array(select value::uuid from jsonb_array_elements_text(args -> 'items')));
$$;

grant execute on function private.ids, private.say, private.order_topics to authenticated;
