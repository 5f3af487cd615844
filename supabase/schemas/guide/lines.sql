-- Lines of the guide, and the numbers in them that can be rung.

-- What is rung when somebody writes a number as people do (src/lib/domain/text/phone.ts). Null: not clear which
-- number that is.
create function private.number_to_ring(typed text)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
	n text := translate(
		private.shown_name(typed),
		E'٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９＋（）／\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\u00b7\u2022',
		'012345678901234567890123456789+()/--------..'
	);
begin
	n := regexp_replace(n, '^[Tt][Ee][Ll][.:]? ?', '');
	-- A stroke after the area code; elsewhere it parts two numbers.
	n := regexp_replace(n, '^([+(0][0-9() -]{1,9})/ ?(?=[0-9][0-9 .-]{4,}$)', '\1 ');
	-- The nought that is left out after the country.
	n := regexp_replace(n, '^((\+|00)[0-9]{1,3}) ?\(0\)', '\1 ');
	n := btrim(regexp_replace(n, '[() .-]+', ' ', 'g'), ' ');
	n := regexp_replace(n, '^(\+ ?|00 ?(?=[1-9]))', '+');
	n := regexp_replace(n, '^\+44 ?0 ?', '+44 ');
	return case
		when replace(n, ' ', '') ~ '^(\+[1-9][0-9]{6,14}|0[0-9]{7,10}|[1-9][0-9]{2,5})$' then n
	end;
end;
$$;

-- Lines with each number as it will be rung.
create function private.with_numbers(lines jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
	select
		case
			when jsonb_typeof(lines) = 'array' then (
				select
					coalesce(
						jsonb_agg(
							case
								when private.number_to_ring(line ->> 'number') is null then line
								else jsonb_set(line, '{number}', to_jsonb(private.number_to_ring(line ->> 'number')))
							end
							order by n
						),
						'[]'
					)
				from jsonb_array_elements(lines) with ordinality as l (line, n)
			)
			else lines
		end;
$$;

-- Lines as the app makes them: {kind, words, symbol, number}. A number stands only on a line to ring, and only there
-- it must.
create function private.are_lines(lines jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
	select
		case
			when jsonb_typeof(lines) = 'array'
			and jsonb_array_length(lines) <= 100 then not exists (
				select
				from jsonb_array_elements(lines) as l (line)
				where
					not coalesce(
						jsonb_typeof(line) = 'object'
						and line ->> 'kind' in ('head', 'line', 'ring')
						and jsonb_typeof(line -> 'words') = 'string'
						and private.has_words(line ->> 'words')
						and char_length(line ->> 'words') <= 300
						and (jsonb_typeof(line -> 'symbol') = 'null' or line ->> 'symbol' ~ '^[a-z_]{1,30}$')
						and case
							when line ->> 'kind' = 'ring' then line ->> 'number' = private.number_to_ring(line ->> 'number')
							else jsonb_typeof(line -> 'number') = 'null'
						end
						and (select count(*) from jsonb_object_keys(line)) = 4,
						false
					)
			)
			else false
		end;
$$;

grant execute on function private.number_to_ring, private.with_numbers, private.are_lines to authenticated;
