-- What the home adds to the guide: sections, written by its manager in short lines, never as HTML. A version is never
-- changed: a newer one takes its place. How to complain here needs the yes of a second adult before children see it.
-- The four parts that the law asks for cannot be published empty.

create table app.sections (
	id uuid primary key,
	home_id uuid not null default private.my_home() references app.homes,
	author_id uuid not null default private.me() references app.people,
	section text not null constraint bad_section
		check (
			section in (
				'expect',
				'support',
				'complaints',
				'advocate', -- the four parts
				'people',
				'day',
				'rules',
				'fire',
				'money',
				'family_time',
				'visitors',
				'phone',
				'night',
				'councils',
				'social_workers'
			)
		),
	lines jsonb not null constraint bad_lines check (private.are_lines(lines)),
	review_by date not null,
	at timestamptz not null default clock_timestamp(),
	constraint section_empty check (lines <> '[]' or section not in ('expect', 'support', 'complaints', 'advocate')),
	constraint bad_review_by
		check (review_by between (at at time zone 'UTC')::date and (at at time zone 'UTC')::date + 400)
);

create index on app.sections (home_id, section, at desc);
create index on app.sections (author_id);

create trigger never_changes
before update or delete on app.sections
for each statement
execute function private.never_changes();

-- The second adult's yes.
create table app.section_approvals (
	section_id uuid primary key references app.sections,
	person_id uuid not null default private.me() references app.people,
	at timestamptz not null default clock_timestamp()
);

create index on app.section_approvals (person_id);

create trigger never_changes
before update or delete on app.section_approvals
for each statement
execute function private.never_changes();
