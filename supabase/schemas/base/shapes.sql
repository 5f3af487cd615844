-- Lists and words of a home's own, as the app makes them (src/lib/domain/checks/kinds.ts): a text where a text is
-- meant, and no more fields than these.
create function private.are_things(list jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
	select
		case
			when jsonb_typeof(list) = 'array' then not exists (
				select
				from jsonb_array_elements(list) as l (thing)
				where
					case
						when jsonb_typeof(thing) = 'object' then not coalesce(
							jsonb_typeof(thing -> 'words') = 'string'
							and jsonb_typeof(thing -> 'symbol') in ('string', 'null')
							and thing - '{words,symbol}'::text[] = '{}',
							false
						)
						else true
					end
			)
			else false
		end;
$$;

create function private.are_labels(labels jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
	select
		case
			when jsonb_typeof(labels) = 'object' then labels - '{key_worker,session,wish,child}'::text[] = '{}'
			and not exists (
				select
				from jsonb_each(labels) as l (name, label)
				where
					jsonb_typeof(label) <> 'string'
					or not private.has_words(label #>> '{}')
					or char_length(label #>> '{}') > 40
			)
			else false
		end;
$$;

grant execute on function private.are_things, private.are_labels to authenticated;
