-- The calls about codes.

create function calls.invite(args jsonb)
returns void
language sql
set search_path = ''
as $$
	insert into app.invites (id, person_id, code_hash, device)
	values
		(
			(args ->> 'id')::uuid,
			(args ->> 'person')::uuid,
			decode(args ->> 'code_hash', 'hex'),
			private.shown_name(args ->> 'device')
		);
$$;

-- Taken back: by whoever made it, by the person in whose name it is, or by whoever is above both.
create function private.end_code(invite uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	update app.invites i
	set ended_at = now()
	from app.people p
	where
		i.id = invite
		and i.home_id = private.my_home()
		and i.used_at is null
		and i.ended_at is null
		and p.id = i.person_id
		and (private.me() in (i.made_by, i.person_id) or private.may_change(p.id, p.role) or private.may('oversee'));
	if not found then
		perform private.refuse('no_such_code');
	end if;
	perform private.note_down('end_code', invite);
end;
$$;

create function calls.end_code(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.end_code((args ->> 'invite')::uuid);
$$;

grant execute on function private.end_code to authenticated;
