-- The calls about items. They run as the caller: policies decide, these only put rows together.
-- Arguments: src/lib/domain/calls.ts.

create function private.ids(list jsonb) returns uuid[] language plpgsql immutable set search_path = '' as $$
begin
	return array(select distinct value::uuid from jsonb_array_elements_text(coalesce(nullif(list, 'null'), '[]')) order by 1);
end $$;

create function private.say(args jsonb, kind app.item_kind, child uuid, about uuid default null) returns void
language plpgsql set search_path = '' as $$
declare
	item uuid := (args ->> 'id')::uuid;
	readers uuid[] := private.ids(args -> 'readers');
	others uuid[] := private.ids(args -> 'left_out');
begin
	if readers = '{}' then perform private.refuse('no_readers'); end if;
	if exists (select from app.people p where p.id = any (readers) and p.left_at is not null) then perform private.refuse('reader_left'); end if;
	if readers && others or about = any (readers) or (select private.me()) = any (others) then perform private.refuse('picked_and_left_out'); end if;
	perform private.has_picture(args ->> 'picture');
	insert into app.items (id, kind, child_id, symbol, words, picture, about_id, may_move)
	values (item, say.kind, child, args ->> 'symbol', coalesce(args ->> 'words', ''), args ->> 'picture', about,
		coalesce((args -> 'may_move')::boolean, false));
	insert into app.item_readers (item_id, reader_id, relation_id)
	select item, reader, (select k.id from app.key_workers k where k.worker_id = reader
		and k.child_id = child and k.from_at <= now() and now() < k.until limit 1)
	from unnest(readers) as reader;
	insert into app.left_out (item_id, person_id) select item, unnest(others);
	insert into app.shown (item_id, person_id) select item, unnest(private.ids(args -> 'shown'));
end $$;

create function calls.send_wish(args jsonb) returns void language sql set search_path = '' as
	$$ select private.say(args, 'wish', (select private.me())) $$;
create function calls.put_topic(args jsonb) returns void language sql set search_path = '' as
	$$ select private.say(args, 'topic', (select private.me())) $$;
create function calls.complain(args jsonb) returns void language sql set search_path = '' as
	$$ select private.say(args, 'complaint', (select private.me()), (args ->> 'about')::uuid) $$;
create function calls.ask_for_another_key_worker(args jsonb) returns void language sql set search_path = '' as
	$$ select private.say(args, 'request', (select private.me()), (args ->> 'about')::uuid) $$;
create function calls.write_note(args jsonb) returns void language sql set search_path = '' as
	$$ select private.say(args, 'note', (args ->> 'child')::uuid) $$;

-- Asked first, so that whoever cannot read an item learns from no refusal how it stands with it.
create function private.add_item_event(args jsonb, kind app.item_event_kind) returns void language plpgsql set search_path = '' as $$
begin
	if not private.can_read((args ->> 'item')::uuid) then raise exception 'not yours' using errcode = '42501'; end if;
	insert into app.item_events (id, item_id, kind, answer, because, by_day, asked_whom, asked_on, session_id, helped, words,
		symbol, whom, with_ids, worry_about, told_child, hidden)
	values ((args ->> 'id')::uuid, (args ->> 'item')::uuid, add_item_event.kind, args ->> 'answer', args ->> 'because',
		(args ->> 'by_day')::date, args ->> 'asked_whom', (args ->> 'asked_on')::date, (args ->> 'session')::uuid, args ->> 'helped',
		args ->> 'words', args ->> 'symbol', (args ->> 'whom')::uuid, case when args ? 'with' then private.ids(args -> 'with') end,
		(args ->> 'worry_about')::uuid, (args -> 'told_child')::boolean, coalesce((args -> 'hidden')::boolean, false));
end $$;

create function calls.open_item(args jsonb) returns void language sql set search_path = '' as
	$$ select private.add_item_event(args, 'opened') $$;
create function calls.plan_item(args jsonb) returns void language sql set search_path = '' as
	$$ select private.add_item_event(args, 'planned') $$;
create function calls.unplan_item(args jsonb) returns void language sql set search_path = '' as
	$$ select private.add_item_event(args, 'unplanned') $$;
create function calls.answer_item(args jsonb) returns void language sql set search_path = '' as
	$$ select private.add_item_event(args, 'answered') $$;
create function calls.handle_complaint(args jsonb) returns void language sql set search_path = '' as
	$$ select private.add_item_event(args, 'handled') $$;
create function calls.share_to_keep_safe(args jsonb) returns void language sql set search_path = '' as
	$$ select private.add_item_event(args, 'raised') $$;
create function calls.say_if_it_helped(args jsonb) returns void language sql set search_path = '' as
	$$ select private.add_item_event(args, 'helped') $$;
create function calls.change_topic(args jsonb) returns void language sql set search_path = '' as
	$$ select private.add_item_event(args, 'changed') $$;
create function calls.take_back(args jsonb) returns void language sql set search_path = '' as
	$$ select private.add_item_event(args, 'taken_back') $$;
create function calls.disown_item(args jsonb) returns void language sql set search_path = '' as
	$$ select private.add_item_event(args, 'disowned') $$;
create function calls.let_in(args jsonb) returns void language sql set search_path = '' as
	$$ select private.add_item_event(args, 'let_in') $$;

-- "That's not what I meant": asks again, of everybody who can read it by now. Without this, whoever got the wish by
-- hand-on would lose it, since the waiting starts anew (or, given to one more, does not end with those who are gone).
create function private.keep_handed_on(item uuid) returns void language plpgsql set search_path = '' as $$
begin
	insert into app.item_readers (item_id, reader_id, relation_id)
	select r.item_id, r.person_id, (select k.id from app.key_workers k where k.worker_id = r.person_id
		and k.child_id = (select private.me()) and k.from_at <= now() and now() < k.until limit 1)
	from private.readers_of() r
	where r.item_id = item and r.words and r.why = 'handed_on' and r.from_at <= now()
	on conflict do nothing;
end $$;
create function calls.reopen(args jsonb) returns void language plpgsql set search_path = '' as $$
begin
	if (select private.my_role()) = 'child' then perform private.keep_handed_on((args ->> 'item')::uuid); end if; -- anybody else is refused below
	perform private.add_item_event(args, 'reopened');
end $$;
-- A new key worker gets it too, say; and somebody who has not opened it gets it no more.
create function calls.give_too(args jsonb) returns void language plpgsql set search_path = '' as $$
begin
	perform private.keep_handed_on((args ->> 'item')::uuid);
	perform private.add_item_event(args, 'given');
end $$;
create function calls.take_from(args jsonb) returns void language sql set search_path = '' as
	$$ select private.add_item_event(args, 'taken_from') $$;

create function private.order_topics(items uuid[]) returns void language plpgsql security definer set search_path = '' as $$
begin
	update app.items i set place = o.place from unnest(items) with ordinality o (id, place)
	where i.id = o.id and i.kind = 'topic' and i.closed_at is null and i.child_id = (select private.me()) and private.is_my_item(i.id);
	if not found then perform private.refuse('no_such_topics'); end if;
end $$;
create function calls.order_topics(args jsonb) returns void language sql set search_path = '' as $$
	select private.order_topics(array(select value::uuid from jsonb_array_elements_text(args -> 'items')))
$$;
grant execute on function private.ids, private.say, private.add_item_event, private.keep_handed_on, private.order_topics to authenticated;
