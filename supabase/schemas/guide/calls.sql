-- The calls about the guide.

-- args: id, section, lines, review_by (a day). Empty lines take a section of the home's own away.
create function calls.publish_section(args jsonb)
returns void
language sql
set search_path = ''
as $$
	insert into app.sections (id, section, lines, review_by)
	values
		((args ->> 'id')::uuid, args ->> 'section', private.with_numbers(args -> 'lines'), (args ->> 'review_by')::date);
$$;

-- args: version (the id of what was read).
create function calls.approve_section(args jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
	if not (args ->> 'version')::uuid = any (array(select private.sections_to_approve())) then
		perform private.refuse('section_not_approved');
	end if;
	insert into app.section_approvals (section_id) values ((args ->> 'version')::uuid);
end;
$$;
