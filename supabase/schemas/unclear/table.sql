-- "I don't get this": a mark on a page of the guide, so that the home writes it more simply or talks it through. It
-- holds a page and a day: no words, and nobody's name. So it is no item and has no readers to pick: the screen says
-- before the press that adults here see it. Whether a page may be marked at all is told beside the page (`talk` in
-- src/content/england).

create table app.unclear (
	-- Its own: neither the call's id nor anything in its arguments leads to it.
	id uuid primary key default gen_random_uuid(),
	home_id uuid not null default private.my_home() references app.homes,
	page text not null,
	version uuid references app.sections, -- of what the home wrote itself. A newer one has no marks.
	-- Not the hour: who was at the tablet then is easily known.
	day date not null default (now() at time zone 'UTC')::date,
	constraint bad_page
		check (
			case
				when version is null then page in (
					'guide',
					'review',
					'held',
					'missing',
					'night',
					'hard-day',
					'moving',
					'guide#expect',
					'guide#support',
					'guide#team',
					'guide#day',
					'guide#rules',
					'guide#fire',
					'guide#money',
					'guide#family',
					'guide#phone',
					'guide#nights',
					'guide#health',
					'guide#bullying',
					'guide#leave'
				)
				else page ~ '^home/'
				and page not in ('home/complaints', 'home/advocate')
			end
		)
);

create index on app.unclear (home_id);
create index on app.unclear (version);
