-- Served: apply_calls, the only way to write.

-- One call: look, do, keep its number. What it is given is looked at before anything is done with it
-- (private.check_args).
create function private.apply_call(call jsonb)
returns bigint
language plpgsql
set search_path = ''
as $$
declare
	hash bytea := sha256(convert_to((call ->> 'name') || coalesce(call -> 'args', '{}')::text, 'utf8'));
	kept record;
	number bigint;
	refusal text;
begin
	select * into kept from private.kept_call((call ->> 'id')::uuid);
	if kept.seq is not null then
		if kept.args_hash <> hash then
			perform private.refuse('same_id_other_args');
		end if;
		return kept.seq;
	end if;
	if private.takes() -> (call ->> 'name') is null then
		perform private.refuse('no_such_call');
	end if;
	refusal := private.why_not(call ->> 'name');
	if refusal is not null then
		perform private.refuse(refusal);
	end if;
	if
		not private.goes_on(
			call ->> 'name',
			case
				when call ->> 'name' = 'reopen' then call #>> '{args,item}'
			end
		)
	then
		perform private.refuse('you_left');
	end if;
	perform private.check_args(call ->> 'name', coalesce(call -> 'args', '{}'));
	execute format('select calls.%I($1)', call ->> 'name')
	using coalesce(call -> 'args', '{}');
	select 1 + coalesce(max(seq), 0) into number from app.calls where login_id = (select private.my_login());
	insert into app.calls (id, seq, name, args_hash) values ((call ->> 'id')::uuid, number, call ->> 'name', hash);
	return number;
end;
$$;

-- In order, one outcome each. Each call is a subtransaction: a refusal undoes that call alone. A bad moment of the
-- server (deadlock, no memory, cancelled, a standby that only reads) is nobody's fault: it is thrown, all is undone,
-- all is sent again. known: calls that the device was told are done. Where one is lacking, none of these is done
-- before the device has sent those again.
create function public.apply_calls(person uuid, calls jsonb, known uuid[] default '{}')
returns jsonb
language plpgsql
set search_path = ''
set jit = off
as $$
declare
	me uuid := private.act_as(person);
	call jsonb;
	code text;
	rule text;
	outcomes jsonb[] := '{}';
	earlier int := jsonb_array_length(case jsonb_typeof(calls) when 'array' then calls else '[]' end);
begin
	if jsonb_typeof(calls) is distinct from 'array' then perform private.refuse('no_calls'); end if;
	if jsonb_array_length(calls) > 50 then perform private.refuse('too_many'); end if;
	perform pg_advisory_xact_lock(hashtextextended(me::text, 0)); -- two tabs, two devices: one after the other
	if private.lacks(known) then perform private.refuse('went_back'); end if;
	for call in select value from jsonb_array_elements(calls) loop
		earlier := earlier - 1;
		perform set_config('sayso.said_at', (now() - earlier * interval '1 millisecond')::text, true);
		begin
			outcomes := outcomes || jsonb_build_object('id', call -> 'id', 'end', 'done', 'seq', private.apply_call(call));
		exception when others then
			get stacked diagnostics code = returned_sqlstate, rule = constraint_name;
			if left(code, 2) in ('25', '40', '53', '55', '57', '58', 'XX') then raise; end if;
			-- What a device that was stopped may not say now keeps its place until that is settled.
			outcomes := outcomes || jsonb_build_object(
				'id', call -> 'id',
				'end', case sqlerrm when 'device_stopped' then 'later' else 'refused' end,
				'code', case
					when code = 'PT422' then sqlerrm
					when code = '42501' then 'not_yours'
					when code = '23505' and rule ~ '_(pkey|key|idx)$' then 'already_there'
					when code = '23503' then 'no_such_thing'
					when rule <> '' then rule
					when left(code, 2) = '22' or code = '23502' then 'bad_value'
					else code
				end
			);
		end;
	end loop;
	return to_jsonb(outcomes);
end $$;

grant execute on function private.apply_call, public.apply_calls to authenticated;

-- Reached only through apply_calls, which names one: schema calls is not served.
grant execute on all functions in schema calls to authenticated;
