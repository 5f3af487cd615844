-- What the home adds to the guide: sections, written by its manager in short lines, never as HTML. A version is never
-- changed: a newer one takes its place. How to complain here needs the yes of a second adult before children see it.
-- The four parts that the law asks for cannot be published empty.

-- What is rung when somebody writes a number as people do (src/lib/domain/text/phone.ts). Null: not clear which number that is.
create function private.number_to_ring(typed text) returns text language plpgsql immutable set search_path = '' as $$
declare
	n text := translate(private.shown_name(typed), e'٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９＋（）／\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\u00b7\u2022', '012345678901234567890123456789+()/--------..');
begin
	n := regexp_replace(n, '^[Tt][Ee][Ll][.:]? ?', '');
	n := regexp_replace(n, '^([+(0][0-9() -]{1,9})/ ?(?=[0-9][0-9 .-]{4,}$)', '\1 '); -- after the area code; elsewhere it parts two numbers
	n := regexp_replace(n, '^((\+|00)[0-9]{1,3}) ?\(0\)', '\1 '); -- the nought that is left out after the country
	n := btrim(regexp_replace(n, '[() .-]+', ' ', 'g'), ' ');
	n := regexp_replace(n, '^(\+ ?|00 ?(?=[1-9]))', '+');
	n := regexp_replace(n, '^\+44 ?0 ?', '+44 ');
	return case when replace(n, ' ', '') ~ '^(\+[1-9][0-9]{6,14}|0[0-9]{7,10}|[1-9][0-9]{2,5})$' then n end;
end $$;
-- Lines with each number as it will be rung.
create function private.with_numbers(lines jsonb) returns jsonb language sql immutable set search_path = '' as $$
	select case when jsonb_typeof(lines) = 'array' then (select coalesce(jsonb_agg(case when private.number_to_ring(line ->> 'number') is null then line
		else jsonb_set(line, '{number}', to_jsonb(private.number_to_ring(line ->> 'number'))) end order by n), '[]')
		from jsonb_array_elements(lines) with ordinality as l (line, n)) else lines end
$$;

-- Lines as the app makes them: {kind, words, symbol, number}. A number stands only on a line to ring, and only there it must.
create function private.are_lines(lines jsonb) returns boolean language sql immutable set search_path = '' as $$
	select case when jsonb_typeof(lines) = 'array' and jsonb_array_length(lines) <= 100 then not exists (
		select from jsonb_array_elements(lines) as l (line) where not coalesce(jsonb_typeof(line) = 'object'
			and line ->> 'kind' in ('head', 'line', 'ring') and jsonb_typeof(line -> 'words') = 'string'
			and private.has_words(line ->> 'words') and char_length(line ->> 'words') <= 300
			and (jsonb_typeof(line -> 'symbol') = 'null' or line ->> 'symbol' ~ '^[a-z_]{1,30}$')
			and case when line ->> 'kind' = 'ring' then line ->> 'number' = private.number_to_ring(line ->> 'number') else jsonb_typeof(line -> 'number') = 'null' end
			and (select count(*) from jsonb_object_keys(line)) = 4, false)) else false end
$$;
grant execute on function private.are_lines, private.number_to_ring, private.with_numbers to authenticated;

create table app.sections (
	id uuid primary key,
	home_id uuid not null default private.my_home() references app.homes,
	author_id uuid not null default private.me() references app.people,
	section text not null constraint bad_section check (section in ('expect', 'support', 'complaints', 'advocate', -- the four parts
		'people', 'day', 'rules', 'fire', 'money', 'family_time', 'visitors', 'phone', 'night', 'councils', 'social_workers')),
	lines jsonb not null constraint bad_lines check (private.are_lines(lines)),
	review_by date not null,
	at timestamptz not null default clock_timestamp(),
	constraint section_empty check (lines <> '[]' or section not in ('expect', 'support', 'complaints', 'advocate')),
	constraint bad_review_by check (review_by between (at at time zone 'UTC')::date and (at at time zone 'UTC')::date + 400)
);
create index on app.sections (home_id, section, at desc);
create index on app.sections (author_id);

-- The second adult's yes.
create table app.section_approvals (
	section_id uuid primary key references app.sections,
	person_id uuid not null default private.me() references app.people,
	at timestamptz not null default clock_timestamp()
);
create index on app.section_approvals (person_id);
create trigger never_changes before update or delete on app.sections for each statement execute function private.never_changes();
create trigger never_changes before update or delete on app.section_approvals for each statement execute function private.never_changes();

-- What children of my home read: of each section the newest that needs no second adult, or has one.
create function private.sections_in_force() returns setof uuid language sql stable security definer set search_path = '' rows 15 as $$
	select distinct on (s.section) s.id from app.sections s left join app.section_approvals a on a.section_id = s.id
	where s.home_id = (select private.my_home()) and (s.section <> 'complaints' or a.section_id is not null) order by s.section, s.at desc
$$;
-- What waits for a second adult, other than its author.
create function private.sections_to_approve() returns setof uuid language sql stable security definer set search_path = '' rows 1 as $$
	select t.id from (select s.id, s.author_id from app.sections s where s.home_id = (select private.my_home()) and s.section = 'complaints'
		order by s.at desc limit 1) t
	where t.author_id <> (select private.me()) and (select private.my_role()) <> 'child'
		and not exists (select from app.section_approvals a where a.section_id = t.id)
$$;
grant execute on function private.sections_in_force, private.sections_to_approve to authenticated;

alter table app.sections enable row level security;
alter table app.section_approvals enable row level security;
grant select on app.sections, app.section_approvals to authenticated;
grant insert (id, section, lines, review_by) on app.sections to authenticated;
grant insert (section_id) on app.section_approvals to authenticated;

create policy sections_select_by_home on app.sections for select to authenticated
	using (home_id = (select private.my_home()) and ((select private.my_role()) <> 'child' or id in (select private.sections_in_force())));
create policy sections_insert_by_manager on app.sections for insert to authenticated
	with check (author_id = (select private.me()) and home_id = (select private.my_home()) and (select private.my_role()) = 'manager');
create policy section_approvals_select_with_section on app.section_approvals for select to authenticated
	using (section_id in (select id from app.sections));
create policy section_approvals_insert_by_second_adult on app.section_approvals for insert to authenticated
	with check (person_id = (select private.me()) and section_id in (select private.sections_to_approve()));

-- args: id, section, lines, review_by (a day). Empty lines take a section of the home's own away.
create function calls.publish_section(args jsonb) returns void language sql set search_path = '' as $$
	insert into app.sections (id, section, lines, review_by)
	values ((args ->> 'id')::uuid, args ->> 'section', private.with_numbers(args -> 'lines'), (args ->> 'review_by')::date)
$$;
-- args: version (the id of what was read).
create function calls.approve_section(args jsonb) returns void language plpgsql set search_path = '' as $$
begin
	if not (args ->> 'version')::uuid = any (array(select private.sections_to_approve())) then perform private.refuse('section_not_approved'); end if;
	insert into app.section_approvals (section_id) values ((args ->> 'version')::uuid);
end $$;

-- What is in force, what waits, and of each section the last versions before, so that a change can be seen.
create function private.sections_json() returns json language plpgsql stable set search_path = '' as $$
begin
	return (select coalesce(json_agg(t order by t.section collate "C", t.at desc, t.id), '[]') from (
		select s.id, s.section, s.lines, s.review_by, s.author_id, s.at, a.person_id as approved_by,
			s.id = any (array(select private.sections_in_force())) as in_force
		from (select *, row_number() over (partition by section order by at desc) as age from app.sections) s
		left join app.section_approvals a on a.section_id = s.id
		where s.age <= 3 or s.id = any (array(select private.sections_in_force()))) t);
end $$;
grant execute on function private.sections_json, calls.publish_section, calls.approve_section to authenticated;
