-- A child's page for their review (src/lib/domain/meeting.ts): how things are, who should be there, how they take part.
-- As much or as little as they like, but nothing that no screen could show.

create function private.are_names(list jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
	if jsonb_typeof(list) is distinct from 'array' then
		return false;
	end if;
	return jsonb_array_length(list) <= 20
	and not exists (
		select
		from jsonb_array_elements(list) as l (name)
		where jsonb_typeof(name) <> 'string' or not private.has_words(name #>> '{}') or char_length(name #>> '{}') > 40
	);
end;
$$;

-- One area of life: a mark or words, or both.
create function private.is_meeting_part(part jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
	if jsonb_typeof(part) is distinct from 'object' then
		return false;
	end if;
	if
		not part ?& '{area,marks,words}'
		or part - '{area,marks,words}'::text[] <> '{}'
		or jsonb_typeof(part -> 'marks') <> 'array'
		or jsonb_typeof(part -> 'words') <> 'string'
	then
		return false;
	end if;
	return '["home", "school", "family", "health", "friends", "money"]'::jsonb @> jsonb_build_array(part -> 'area')
	and '["good", "not_good", "want"]'::jsonb @> (part -> 'marks')
	and jsonb_array_length(part -> 'marks') = (
		select count(distinct mark)
		from jsonb_array_elements(part -> 'marks') as m (mark)
	)
	and char_length(part ->> 'words') <= 1000
	and (part -> 'marks' <> '[]' or private.has_words(part ->> 'words'));
end;
$$;

create function private.is_meeting(page jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
	if jsonb_typeof(page) is distinct from 'object' then
		return false;
	end if;
	if
		not page ?& '{parts,there,not_there,how}'
		or page - '{parts,there,not_there,how}'::text[] <> '{}'
		or jsonb_typeof(page -> 'parts') <> 'array'
		or not private.are_names(page -> 'there')
		or not private.are_names(page -> 'not_there')
	then
		return false;
	end if;
	return '["come", "bit", "adult", "advocate", "page", null]'::jsonb @> jsonb_build_array(page -> 'how')
	and not exists (
		select
		from jsonb_array_elements(page -> 'parts') as p (part)
		where not private.is_meeting_part(part)
	)
	and jsonb_array_length(page -> 'parts') = (
		select count(distinct part -> 'area')
		from jsonb_array_elements(page -> 'parts') as p (part)
	)
	and jsonb_array_length((page -> 'there') || (page -> 'not_there')) = (
		select count(distinct name)
		from jsonb_array_elements((page -> 'there') || (page -> 'not_there')) as n (name)
	);
end;
$$;

grant execute on function private.are_names, private.is_meeting_part, private.is_meeting to authenticated;
