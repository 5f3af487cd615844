-- Served: my_view. All reads: one document of everything that I may see (src/lib/domain/view.ts). It runs as the
-- caller and filters nothing itself: what RLS shows is what there is. The version is a fingerprint of the document, so
-- a clock that moves (cover, hand-on) changes it with no write, and something that I may not see can never change it.

-- How many items a view holds at most: what is open and the oldest first. Where more is open, the view says so.
create function private.most_items()
returns int
language sql
immutable
set search_path = ''
as $$
	select 2000;
$$;

-- known_version: the version that the device has; if nothing changed, view is null. shape: which form of the document
-- the device understands; an older database refuses a newer shape with shape_unknown, which a device takes as "later".
-- known: calls that the device was told are done; lacks: one of them is not here (private.lacks).
create function public.my_view(
	person uuid default null,
	known_version text default null,
	shape int default 1,
	known uuid[] default '{}'
)
returns json
language plpgsql
stable
set search_path = ''
set jit = off
set timezone = 'UTC'
as $$
declare
	me uuid := private.act_as(person);
	items json;
	view json; -- json and not jsonb: it is built once, hashed and sent, never searched
	version text;
	stop json := private.my_stop();
begin
	if shape <> 1 then
		perform private.refuse('shape_unknown');
	end if;
	if stop is not null then
		return json_build_object('version', coalesce(known_version, ''), 'now', now(), 'view', null, 'stop', stop);
	end if;
	perform private.show_items(now() - interval '90 days', null, private.most_items());
	items := private.items_json(now() - interval '90 days', null, private.most_items());
	view := (
		select row_to_json(v)
		from
			(
				select
					1 as shape,
					private.my_epoch() as epoch,
					(select coalesce(max(seq), 0) from app.calls) as last_call,
					me as me,
					private.my_login() as login,
					private.home_json() as home,
					private.people_json() as people,
					private.key_workers_json() as key_workers,
					private.away_json() as away,
					private.cards_json() as cards,
					items as items,
					json_array_length(items) = private.most_items()
					and (select count(*) > private.most_items() from app.items where closed_at is null) as more_items,
					(
						select coalesce(json_agg(t order by t.asked_at, t.child_id), '[]') from private.waiting_with_me() t
					) as waiting,
					private.house_json() as house,
					private.handover_json() as handover,
					private.sessions_json() as sessions,
					private.promises_json() as promises,
					private.agreements_json() as agreements,
					private.sections_json() as sections,
					private.unclear_json() as unclear,
					private.devices_json() as devices,
					private.invites_json() as invites,
					private.oversight_json() as oversight,
					private.tablets_json() as tablets
			) v
	);
	perform private.show_all_items();
	version := md5(view::text);
	return json_build_object(
		'version',
		version,
		'now',
		now(),
		'lacks',
		private.lacks(known),
		'view',
		case
			when version is distinct from known_version then view
		end
	);
end;
$$;

grant execute on function private.most_items, public.my_view to authenticated;
