-- What a child tells of themselves (src/lib/domain/about-me.ts): three things, what helps, what not to do, how they
-- talk.

create function private.is_about_part(part jsonb)
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
		not part ?& '{part,symbol,words}'
		or part - '{part,symbol,words}'::text[] <> '{}'
		or jsonb_typeof(part -> 'symbol') not in ('string', 'null')
		or jsonb_typeof(part -> 'words') <> 'string'
	then
		return false;
	end if;
	return '["one", "two", "three", "helps", "not", "talk"]'::jsonb @> jsonb_build_array(part -> 'part')
	and coalesce(part ->> 'symbol' ~ '^[a-z_]{1,30}$', true)
	and char_length(part ->> 'words') <= 1000
	and (part ->> 'symbol' is not null or private.has_words(part ->> 'words'));
end;
$$;

create function private.is_about_me(page jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
	if jsonb_typeof(page) is distinct from 'object' then
		return false;
	end if;
	if jsonb_typeof(page -> 'parts') is distinct from 'array' or page - 'parts' <> '{}' then
		return false;
	end if;
	return not exists (
		select
		from jsonb_array_elements(page -> 'parts') as p (part)
		where not private.is_about_part(part)
	)
	and jsonb_array_length(page -> 'parts') = (
		select count(distinct part -> 'part')
		from jsonb_array_elements(page -> 'parts') as p (part)
	);
end;
$$;

grant execute on function private.is_about_part, private.is_about_me to authenticated;
