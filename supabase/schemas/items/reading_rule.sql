-- THE rule: who can read which item, why, from when, until when. Written once, here. Policies, my_view and the
-- hand-on ask it; none of them repeats it. It is timeless: now() is compared only in the questions (reads.sql).
-- src/lib/domain/reading/reading.ts is its pure copy for a tablet with no network; a test compares the two.
--
-- It is asked of items that are named, and of people who are named (null: everybody of their home). So it costs what
-- these cost, however many items, homes and years there are beside them. (That all of it is of one home is asked
-- last: in a join, it makes the planner match everybody of a home with everything in it.)
--
-- Left out is out, whoever they cover for and whoever covers for them; the person it is about, always. The one
-- exception is sharing to keep safe. Taken back: only who had opened it (or wrote the note) still sees that it was
-- there. A reader who was not shown to the child gets no words until the child says yes.
create function private.readings(items uuid[], people uuid[] default null)
returns table (
	item_id uuid,
	person_id uuid,
	why text,
	from_at timestamptz,
	words boolean,
	until timestamptz,
	hidden boolean,
	only_for uuid[],
	worry_about uuid
)
language plpgsql
stable
set search_path = ''
set jit = off
rows 20
as $$
declare
	readers uuid[] := coalesce(
		people,
		array(
			select p.id
			from app.people p
			where p.home_id = any (array(select i.home_id from app.items i where i.id = any (items)))
		)
	);
begin
	return query select
			r.item_id,
			r.person_id,
			case
				when r.away_id is null then r.why
				else 'cover'
			end,
			r.from_at,
			r.words
			and (
				r.why in ('author', 'raised')
				or (r.why = 'picked' and r.away_id is null)
				or exists (select from app.shown x where x.item_id = r.item_id and x.person_id = r.person_id)
			),
			r.until,
			r.hidden,
			r.only_for,
			r.worry_about
		from
			private.holds(items, readers) r
			join app.items i on i.id = r.item_id
		where
			r.home_id = i.home_id
			and r.from_at < r.until
			and (i.about_id is null or i.about_id not in (r.person_id, r.holder_id))
			and (
				r.why in ('author', 'raised')
				or not exists (
					select
					from app.left_out l
					where l.item_id = r.item_id and l.person_id in (r.person_id, r.holder_id)
				)
			)
			and (
				r.away_id is null
				or not exists (select from app.refused_covers c where c.away_id = r.away_id and c.child_id = i.child_id)
			)
			and (
				i.taken_back_at is null
				or r.why in ('author', 'raised')
				or exists (
					select
					from app.item_events e
					where e.item_id = r.item_id and e.person_id = r.person_id and e.kind = 'opened' and e.only_for is null
				)
			);
end;
$$;
