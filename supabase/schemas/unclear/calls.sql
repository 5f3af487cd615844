-- The call that marks a page.

-- args: id, page, version (of what the home wrote, else null). The id is kept nowhere: in the log of calls it makes
-- the fingerprint of the arguments one that nobody can guess the page from.
create function calls.mark_unclear(args jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
	if args ->> 'version' is not null and not private.is_version_of(args ->> 'page', (args ->> 'version')::uuid) then
		perform private.refuse('bad_page');
	end if;
	insert into app.unclear (page, version) values (args ->> 'page', (args ->> 'version')::uuid);
end;
$$;
