-- Served, also to visitors: what a code is good for.

create function public.check_code(code text)
returns jsonb
language sql
stable
set search_path = ''
as $$
	select private.look_at_code(sha256(convert_to(code, 'utf8')));
$$;

grant execute on function public.check_code to anon, authenticated;
