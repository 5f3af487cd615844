-- Served to a home's tablet, and to nobody else.

-- The home's words for its tablet: nobody's id, and nothing that children do not read. Stable: it writes down nothing.
create function private.guide_of_tablet(known_version text)
returns json
language plpgsql
stable
security definer
set search_path = ''
set timezone = 'UTC'
as $$
declare
	home app.homes;
	guide json;
begin
	select h.*
	into home
	from
		app.tablets t
		join app.homes h on h.id = t.home_id
	where t.used_by = (select auth.uid()) and t.cut_off_at is null;
	if home.id is null then
		perform private.turn_away();
	end if;
	guide := json_build_object(
		'home',
		json_build_object('name', home.name, 'nation', home.nation, 'time_zone', home.time_zone, 'labels', home.labels),
		'sections',
		(
			select
				coalesce(
					json_agg(
						json_build_object('section', s.section, 'lines', s.lines, 'at', s.at)
						order by s.section collate "C"
					),
					'[]'
				)
			from app.sections s
			where s.id in (select private.in_force_at(home.id)) and s.lines <> '[]'
		)
	);
	return json_build_object(
		'version',
		md5(guide::text),
		'now',
		now(),
		'guide',
		case
			when md5(guide::text) is distinct from known_version then guide
		end
	);
end;
$$;

create function public.home_guide(known_version text default null)
returns json
language sql
stable
set search_path = ''
as $$
	select private.guide_of_tablet(known_version);
$$;

grant execute on function private.guide_of_tablet, public.home_guide to authenticated;
