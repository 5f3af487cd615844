-- Served: what a home can show of how it listens, in a period, to whoever visits or inspects it. Days of the home, the
-- last one with it.

create function public.my_evidence(person uuid, first_day date, last_day date)
returns json
language plpgsql
stable
set search_path = ''
set jit = off
set timezone = 'UTC'
as $$
begin
	perform private.act_as(person);
	return private.evidence_json(first_day, last_day);
end;
$$;

grant execute on function public.my_evidence to authenticated;
