-- The calls about how we meet.

-- Whoever offers it has said yes to it.
create function calls.offer_agreement(args jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
	insert into app.agreements (id, child_id, how_often, where_we_meet, how_to_stop, notes_kept)
	values
		(
			(args ->> 'id')::uuid,
			(args ->> 'child')::uuid,
			args ->> 'how_often',
			args ->> 'where_we_meet',
			args ->> 'how_to_stop',
			args ->> 'notes_kept'
		);
	insert into app.agreed (agreement_id) values ((args ->> 'id')::uuid);
end;
$$;

create function calls.agree(args jsonb)
returns void
language sql
set search_path = ''
as $$
	insert into app.agreed (agreement_id) values ((args ->> 'agreement')::uuid) on conflict do nothing;
$$;
