-- How figures are told.

-- Days from one thing to the next: of how many, the one in the middle, the longest.
create function private.spread(days int[])
returns json
language plpgsql
immutable
set search_path = ''
as $$
begin
	return (
		select
			json_build_object(
				'count',
				count(d),
				'median',
				percentile_disc(0.5) within group (order by d),
				'longest',
				max(d)
			)
		from unnest(days) d
	);
end;
$$;

-- Whole days that went by.
create function private.whole_days(took interval)
returns int
language plpgsql
immutable
set search_path = ''
as $$
begin
	return floor(extract(epoch from took) / 86400)::int;
end;
$$;

-- What a child said no to: null for fewer than five, none among them. A home is small, and a child who says that an
-- answer did not help, or "not today", is not to be found by it on a paper.
create function private.or_fewer(many bigint)
returns bigint
language plpgsql
immutable
set search_path = ''
as $$
begin
	return case
		when many >= 5 then many
	end;
end;
$$;
