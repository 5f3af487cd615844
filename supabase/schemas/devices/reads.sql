-- What a login may show and say.

-- My login, and the logins of mine that vouched for it, one for the other (law 1).
create function private.vouched()
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return array(
		with recursive
			chain(id) as (
				select private.my_login()
				union
				select a.by_login
				from
					app.login_approvals a
					join chain c on c.id = a.login_id
					join app.logins l on l.id = a.by_login and l.person_id = (select private.me())
			)
		select id
		from chain
	);
end;
$$;

-- Whether this login shows all that its person may see: a child's when no adult can be the one who holds it; an
-- adult's when it is their own (of what leaves out somebody who might hold it, see items_without).
create function private.is_whole()
returns boolean
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return coalesce(
		(
			select
				case a.role
					when 'child' then a.reached_by = '{}'
					else a.own
				end
			from private.asker a
		),
		false
	);
end;
$$;

-- Why it may not be the child who says it, of the logins of my home that leave a doubt.
create function private.doubts()
returns table (login_id uuid, doubt text)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return query select
			l.id,
			case
				when l.disowned_at is not null then 'not_theirs'
				when not l.frozen then 'new'
				when s.contested_at is null
				and x.own then 'not_theirs'
				else 'contested'
			end
		from
			app.logins l
			join app.people p on p.id = l.person_id and p.role = 'child'
			left join app.login_stops s on s.login_id = l.id and s.ended_at is null
			left join app.logins x on x.id = s.by_login
		where l.home_id = (select private.my_home()) and not l.own;
end;
$$;

-- What a device is told instead of its view, while it reads nothing new: by which device, since when, and whether that
-- is disputed.
create function private.my_stop()
returns json
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return (
		select
			json_build_object(
				'at',
				s.at,
				'stopped',
				s.login_id = private.my_login(),
				'contested',
				s.contested_at is not null,
				'device',
				o.device,
				'made_at',
				o.made_at,
				'invited_by',
				p.name
			)
		from
			app.login_stops s
			join app.logins o
				on o.id = case s.login_id
					when private.my_login() then s.by_login
					else s.login_id
				end
			left join app.people p on p.id = o.invited_by
		where s.ended_at is null and private.my_login() in (s.login_id, s.by_login) and private.is_frozen()
		order by s.at
		limit 1
	);
end;
$$;

-- The same once more, for the tables: nothing is added in an adult's name by a sign-in that is not theirs, nor a
-- child's yes.
create function private.may_add()
returns boolean
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return exists (select from private.asker a where a.own or a.role = 'child');
end;
$$;

grant execute
on function private.vouched, private.is_whole, private.doubts, private.my_stop, private.may_add
to authenticated;
