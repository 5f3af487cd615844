-- Evidence of a period, for whoever leads the home: counts and days, neither words nor names. All of it but the
-- complaints is the same for everybody who may ask: it counts only what leaves out nobody.

create function private.evidence_json(first_day date, last_day date)
returns json
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	h app.homes := (select x from app.homes x where x.id = (select private.my_home()));
	zone text := h.time_zone;
begin
	perform private.must_as_oneself('lead_home');
	-- A year at most, and no day that nobody can have had here: a device may be a day ahead of the home.
	if
		(
			first_day >= '2000-01-01'
			and first_day <= last_day
			and last_day <= first_day + 366
			and last_day <= (now() at time zone zone)::date + 1
		) is not true
	then
		perform private.refuse('bad_period');
	end if;
	return json_build_object(
		'at',
		now(),
		'from',
		first_day,
		'to',
		last_day,
		'people',
		private.evidence_of_people(h.id),
		'asking',
		private.evidence_of_asking(h.id, zone, first_day, last_day),
		'answers',
		private.evidence_of_answers(h.id, zone, first_day, last_day),
		'rhythm',
		private.evidence_of_rhythm(h.id, zone, h.rhythm_days, first_day, last_day),
		'sessions',
		private.evidence_of_sessions(h.id, zone, first_day, last_day),
		'promises',
		private.evidence_of_promises(h.id, zone, first_day, last_day),
		'first_days',
		private.evidence_of_first_days(h.id, zone, first_day, last_day),
		'guide',
		private.evidence_of_guide(h.id, zone, first_day, last_day),
		'complaints',
		private.evidence_of_complaints(h.id, zone, first_day, last_day)
	);
end;
$$;

grant execute on function private.evidence_json to authenticated;
