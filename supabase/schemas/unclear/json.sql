-- Marks as a view shows them.

-- How many marks each page has: what the home wrote since that version, the built-in guide for 90 days.
create function private.unclear_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select coalesce(json_agg(t order by t.page collate "C"), '[]')
		from
			(
				select page, count(*)::int as marks
				from app.unclear
				where
					day < (select private.told_before(now()))
					and case
						when version is null then day > current_date - 90
						else version = any (array(select private.sections_in_force()))
					end
				group by page
			) t
	);
end;
$$;

grant execute on function private.unclear_json to authenticated;
