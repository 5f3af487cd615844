-- The calls about tablets.

create function calls.invite_tablet(args jsonb)
returns void
language sql
set search_path = ''
as $$
	insert into app.tablets (id, code_hash, device)
	values ((args ->> 'id')::uuid, decode(args ->> 'code_hash', 'hex'), private.shown_name(args ->> 'device'));
$$;

create function private.cut_off_tablet(tablet uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	update app.tablets t
	set cut_off_at = now()
	where t.id = tablet and t.cut_off_at is null and t.home_id = private.my_home() and private.may('pair_tablet');
	if not found then
		perform private.refuse('no_such_device');
	end if;
	perform private.note_down('cut_off_tablet', tablet);
end;
$$;

create function calls.cut_off_tablet(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.cut_off_tablet((args ->> 'tablet')::uuid);
$$;

grant execute on function private.cut_off_tablet to authenticated;
