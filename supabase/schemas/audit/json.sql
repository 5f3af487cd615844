-- Who changed which access, when and why: what was written down, the codes that were made and the devices that came in
-- with them. Under row security, and nothing of an item: no child's word, and no sign of one. No running number: a gap
-- would tell of other homes.

create function private.access_changes()
returns table (at timestamptz, person_id uuid, what text, subject_id uuid, with_id uuid, said text, because text)
language plpgsql
stable
set search_path = ''
as $$
begin
	return query select a.at, a.person_id, a.what, a.subject_id, a.with_id, null::text, a.because
		from app.audit a
		where a.what <> 'set_my_face'
		union all
		select i.made_at, i.made_by, 'invite', i.person_id, null::uuid, i.device, null::text
		from app.invites i
		where i.home_id = (select private.my_home())
		union all
		select t.made_at, t.made_by, 'invite_tablet', t.id, null::uuid, t.device, null::text
		from app.tablets t
		union all
		select l.made_at, l.person_id, 'joined', l.person_id, l.invited_by, l.device, null::text
		from app.logins l
		where l.home_id = (select private.my_home());
end;
$$;

-- person_id: who did it; about_id: whose access it is, with_id: the worker, the cover, or who made the code. because:
-- a reason is asked where a key worker changes, and not told to whom it took a child from (private.why_ended).
create function private.audit_json(before timestamptz, page int)
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	perform private.must_as_oneself('lead_home');
	return (
		with
			newest as (
				select * from private.access_changes() c where c.at < before order by c.at desc fetch first page rows with ties
			),
			told as (
				select
					n.at,
					n.what,
					n.person_id,
					coalesce(k.child_id, l.person_id, i.person_id, p.id) as about_id,
					coalesce(k.worker_id, n.with_id) as with_id,
					coalesce(n.said, l.device, i.device, t.device) as device,
					case
						when not exists (
							select
							from app.key_workers was
							where
								was.until = n.at
								and (was.id = n.subject_id or (was.child_id = k.child_id and was.place = k.place))
								and was.id not in (select w.id from private.why_ended() w)
						) then n.because
					end as because
				from
					newest n
					left join app.key_workers k on k.id = n.subject_id
					left join app.logins l on l.id = n.subject_id
					left join app.invites i on i.id = n.subject_id
					left join app.tablets t on t.id = n.subject_id
					left join app.people p on p.id = n.subject_id
			)
		select coalesce(json_agg(t order by t.at desc, t.what, t.about_id), '[]')
		from told t
	);
end;
$$;

grant execute on function private.access_changes, private.audit_json to authenticated;
