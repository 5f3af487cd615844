-- What the API serves besides apply_calls and check_code: my_view, my_older, my_pictures. Nothing served runs as its owner.

-- How many items a view holds at most: what is open and the oldest first. Where more is open, the view says so.
create function private.most_items() returns int language sql immutable set search_path = '' as $$ select 2000 $$;
grant execute on function private.most_items to authenticated;

-- known_version: the version that the device has; if nothing changed, view is null. shape: which form of the document
-- the device understands; an older database refuses a newer shape with shape_unknown, which a device takes as "later".
-- known: calls that the device was told are done; lacks: one of them is not here (private.lacks).
create function public.my_view(person uuid default null, known_version text default null, shape int default 1, known uuid[] default '{}') returns json
language plpgsql stable set search_path = '' set jit = off set timezone = 'UTC' as $$
declare
	me uuid := private.act_as(person);
	items json;
	view json; -- json and not jsonb: it is built once, hashed and sent, never searched
	version text;
	stop json := private.my_stop();
begin
	if shape <> 1 then perform private.refuse('shape_unknown'); end if;
	if stop is not null then return json_build_object('version', coalesce(known_version, ''), 'now', now(), 'view', null, 'stop', stop); end if;
	items := private.items_json(now() - interval '90 days', null, private.most_items());
	view := json_build_object(
		'shape', 1,
		'epoch', private.my_epoch(),
		'last_call', (select coalesce(max(seq), 0) from app.calls),
		'me', me,
		'login', private.my_login(),
		'home', (select row_to_json(t) from (select id, name, nation, time_zone, labels, rhythm_days,
			private.hours(unread_within) as unread_hours, private.hours(answer_within) as answer_hours, reading_days, demo from app.homes) t),
		'people', private.people_json(),
		'key_workers', (select coalesce(json_agg(t order by t.child_id, t.place, t.from_at, t.id), '[]') from (
			select id, child_id, worker_id, place, from_at, nullif(until, 'infinity') as until, private.why_ended(id) as because from app.key_workers) t),
		'away', (select coalesce(json_agg(t order by t.from_at, t.id), '[]') from (
			select a.id, a.worker_id, a.cover_id, a.from_at, a.until, coalesce((select json_agg(c.child_id order by c.child_id)
				from app.refused_covers c where c.away_id = a.id), '[]') as refused_by from app.away a where a.until > now()) t),
		'cards', (select coalesce(json_agg(t order by t.person_id), '[]') from (
			select distinct on (person_id) person_id, job, things, reach, here, picture, at from app.cards order by person_id, at desc) t),
		'items', items,
		'more_items', json_array_length(items) = private.most_items()
			and (select count(*) > private.most_items() from app.items where closed_at is null),
		'waiting', (select coalesce(json_agg(t order by t.asked_at, t.child_id), '[]') from private.waiting_with_me() t),
		'sessions', private.sessions_json(),
		'promises', (select coalesce(json_agg(t order by t.due, t.made_at, t.id), '[]') from (
			select p.id, p.child_id, p.session_id, p.owner_id, p.made_by, p.words, p.due, p.made_at, e.at as ended_at, e.kept, e.because
			from app.promises p left join app.promise_ends e on e.promise_id = p.id where e.at is null or e.at > now() - interval '90 days') t),
		'agreements', (select coalesce(json_agg(t order by t.made_at, t.id), '[]') from (
			select distinct on (a.child_id) a.id, a.child_id, a.made_by, a.made_at, a.how_often, a.where_we_meet, a.how_to_stop, a.notes_kept,
				(select coalesce(json_agg(json_build_object('person_id', y.person_id, 'at', y.at) order by y.at, y.person_id), '[]') from (
					select g.person_id, min(g.at) as at from app.agreed g where g.agreement_id = a.id
						and not exists (select from private.doubts() d where d.login_id = g.login_id) group by g.person_id) y) as agreed
			from app.agreements a order by a.child_id, a.made_at desc) t),
		'sections', private.sections_json(),
		'unclear', private.unclear_json(),
		'devices', private.devices_json(),
		'invites', (select coalesce(json_agg(t order by t.made_at, t.id), '[]') from (
			select id, person_id, device, made_by, made_at, expires_at, used_at, ended_at from app.invites where made_at > now() - interval '30 days') t),
		'oversight', private.oversight_json(),
		'tablets', private.tablets_json());
	version := md5(view::text);
	return json_build_object('version', version, 'now', now(), 'lacks', private.lacks(known), 'view', case when version is distinct from known_version then view end);
end $$;

-- Old closed items, fetched on request: 50 that were closed before a time, newest first on the screen.
create function public.my_older(person uuid, before timestamptz) returns json
language plpgsql stable set search_path = '' set jit = off set timezone = 'UTC' as $$
begin
	perform private.act_as(person);
	return private.items_json(null, before, 50);
end $$;

-- Pictures by hash: those that I may see, at most 20 in one request; the others are simply not there.
create function public.my_pictures(person uuid, hashes text[]) returns json
language plpgsql stable set search_path = '' as $$
begin
	perform private.act_as(person);
	return (select coalesce(json_agg(json_build_object('hash', t.hash, 'data', t.data)), '[]') from (
		select distinct on (hash) hash, translate(encode(bytes, 'base64'), E'\n', '') as data
		from app.pictures where hash = any (hashes[1:20])) t);
end $$;
grant execute on function public.my_view, public.my_older, public.my_pictures to authenticated;
