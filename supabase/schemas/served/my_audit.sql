-- Served: who changed which access before a time, newest first, 50 a page, for whoever leads the home.

create function public.my_audit(person uuid, before timestamptz)
returns json
language plpgsql
stable
set search_path = ''
set jit = off
set timezone = 'UTC'
as $$
begin
	perform private.act_as(person);
	return private.audit_json(before, 50);
end;
$$;

grant execute on function public.my_audit to authenticated;
