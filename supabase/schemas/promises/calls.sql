-- The calls about promises.

create function calls.make_promise(args jsonb)
returns void
language sql
set search_path = ''
as $$
	insert into app.promises (id, child_id, session_id, owner_id, words, due)
	values
		(
			(args ->> 'id')::uuid,
			(args ->> 'child')::uuid,
			(args ->> 'session')::uuid,
			(args ->> 'owner')::uuid,
			args ->> 'words',
			(args ->> 'due')::date
		);
$$;

create function calls.end_promise(args jsonb)
returns void
language sql
set search_path = ''
as $$
	insert into app.promise_ends (promise_id, kept, because)
	values ((args ->> 'promise')::uuid, (args -> 'kept')::boolean, args ->> 'because');
$$;
