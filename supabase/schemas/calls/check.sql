-- Whether the arguments of a call are what it takes.

-- A time that there is, no further than five years from now: what waited on a device for months still comes through,
-- and no screen has to draw the year 5874897.
create function private.is_near(moment text)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
	return abs(extract(epoch from moment::timestamptz - now())) <= 1826 * 86400;
exception when datetime_field_overflow then
	return false; -- the 30th of February
end;
$$;

-- Whether a value is of that kind. A day and a time are written out, never said by a word ("today", "infinity").
create function private.is_a(kind text, value jsonb)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
declare
	words text := value #>> '{}';
	day text := '^[0-9]{4}-[0-9]{2}-[0-9]{2}';
	hour text := 'T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,6})?)?(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9])$';
begin
	return case kind
		when 'ids' then case
			when jsonb_typeof(value) = 'array' then jsonb_array_length(value) <= 1000
			and not exists (select from jsonb_array_elements(value) as l (one) where not private.is_a('id', one))
			else false
		end
		when 'boolean' then jsonb_typeof(value) = 'boolean'
		when 'number' then jsonb_typeof(value) = 'number'
		and words ~ '^[0-9]{1,6}$'
		when 'things' then private.are_things(value)
		when 'object' then jsonb_typeof(value) = 'object'
		when 'lines' then jsonb_typeof(value) = 'array'
		when 'names' then case
			when jsonb_typeof(value) = 'array' then jsonb_array_length(value) <= 20
			and not exists (
				select from jsonb_array_elements(value) as l (one) where jsonb_typeof(one) <> 'string' or one = '""'
			)
			else false
		end
		else jsonb_typeof(value) = 'string'
		and case kind
			when 'text' then true
			when 'id' then words ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
			when 'day' then case
				when words ~ (day || '$') then private.is_near(words || 'T00:00:00Z')
				else false
			end
			when 'time' then case
				when words ~ (day || hour) then private.is_near(words)
				else false
			end
		end
	end;
end;
$$;

-- What is not understood is not passed over: it may be what leaves somebody out. It waits on the device, like a call
-- of a newer app.
create function private.check_args(name text, args jsonb)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
	takes jsonb := private.takes() -> name;
begin
	if takes is null then
		perform private.refuse('no_such_call');
	end if;
	if jsonb_typeof(args) <> 'object' then
		perform private.refuse('bad_value');
	end if;
	if not takes ?& array(select jsonb_object_keys(args)) then
		perform private.refuse('no_such_call');
	end if;
	if
		exists (
			select
			from jsonb_each(takes) as t (arg, kind)
			where
				not coalesce(
					case
						when jsonb_typeof(kind) = 'array' then kind @> jsonb_build_array(args -> arg)
						when kind #>> '{}' like '%?'
						and coalesce(args -> arg, 'null') = 'null' then true
						else private.is_a(rtrim(kind #>> '{}', '?'), args -> arg)
					end,
					false
				)
		)
	then
		perform private.refuse('bad_value');
	end if;
end;
$$;

grant execute on function private.is_near, private.is_a, private.check_args to authenticated;
