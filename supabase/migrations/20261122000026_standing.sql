-- How each login stands: whose it can be. One adult alone, with any codes that they can make, neither reads, speaks nor decides
-- as somebody else (law 1). What follows is kept in app.logins (own, frozen, reached_by) and worked out anew, for all of a home,
-- whenever one of its facts changes: no part of it is ever added to.

-- Whoever made a login's code might hold the login, and so might everybody who might hold the login that made it.
create function private.hands(login uuid) returns uuid[] language sql stable set search_path = '' as $$
	select coalesce((select m.person_id || m.reached_by from app.logins l join app.logins m on m.id = l.invited_by_login where l.id = hands.login), '{}')
$$;

-- Approvals that count at all: by a login that stands for its own person and was not cut off since. A child's own device may be
-- lost later: what the child said yes to on it stays theirs, unless that device was never theirs.
create view private.good_approvals as
	select a.login_id, a.at, x.id as by_login, x.person_id as by_person, x.reached_by, x.person_id = l.person_id as by_self
	from app.login_approvals a
	join app.logins l on l.id = a.login_id
	join app.logins x on x.id = a.by_login and x.disowned_at is null
	join app.people p on p.id = x.person_id
	where x.own and (x.cut_off_at is null or (p.role = 'child' and x.person_id = l.person_id));

-- Two adults said yes to it, and no one adult can be both of them, nor any of those that it must be safe from.
create function private.two_adults(login uuid, but_not uuid[], since timestamptz default '-infinity') returns boolean
language sql stable set search_path = '' as $$
	select exists (select from private.good_approvals a join private.good_approvals b on b.login_id = a.login_id and b.by_person > a.by_person
		where a.login_id = two_adults.login and not a.by_self and not b.by_self and least(a.at, b.at) >= since
			and a.by_person <> all (b.reached_by) and b.by_person <> all (a.reached_by) and not a.reached_by && b.reached_by
			and not but_not && (a.reached_by || b.reached_by || a.by_person || b.by_person))
$$;

create function private.weigh_logins(home uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
	more int;
begin
	-- Where everybody starts: reached by all the makers of codes that lead there; a child's first device is theirs.
	with recursive makers (login_id, maker) as (
		select id, invited_by_login from app.logins where home_id = home and invited_by_login is not null
		union select k.login_id, m.invited_by_login from makers k join app.logins m on m.id = k.maker where m.invited_by_login is not null)
	update app.logins l set frozen = false,
		own = l.disowned_at is null and (l.whole or (p.role = 'child' and not exists (select from app.logins o
			where o.person_id = l.person_id and o.disowned_at is null and (o.made_at, o.id) < (l.made_at, l.id)))),
		reached_by = array(select distinct m.person_id from makers k join app.logins m on m.id = k.maker join app.people q on q.id = m.person_id
			where k.login_id = l.id and q.role <> 'child' and m.person_id <> l.person_id order by 1)
	from app.people p where p.id = l.person_id and l.home_id = home;
	-- Then each yes counts, of whoever cannot be the adult that it rules out, until nothing changes any more.
	loop
		with weighed as (
			select l.id, array(select a from unnest(l.reached_by) a where not (
					exists (select from app.logins m where m.id = l.invited_by_login and m.person_id <> a and a <> all (m.reached_by))
					or exists (select from private.good_approvals g where g.login_id = l.id and (g.by_self or p.role <> 'child')
						and g.by_person <> a and a <> all (g.reached_by))) order by a) as reached_by,
				l.own or (l.disowned_at is null and (exists (select from private.good_approvals g where g.login_id = l.id and (g.by_self
						or (p.role <> 'child' and not l.reached_by && (g.reached_by || g.by_person))))
					or (p.role = 'child' and private.two_adults(l.id, l.reached_by)))) as own
			from app.logins l join app.people p on p.id = l.person_id where l.home_id = home)
		update app.logins l set reached_by = w.reached_by, own = w.own from weighed w
		where w.id = l.id and (l.own, l.reached_by) is distinct from (w.own, w.reached_by);
		get diagnostics more = row_count;
		exit when more = 0;
	end loop;
	-- A device that another one stopped reads nothing new; where that is disputed, neither does, unless only one of them is beyond doubt.
	with stops as (
		select s.login_id as stopped, s.by_login as stopper, s.contested_at is not null as contested, y.own and y.reached_by = '{}' as stopped_is_sure,
			x.own and x.reached_by = '{}' as stopper_is_sure
		from app.login_stops s join app.logins y on y.id = s.login_id join app.logins x on x.id = s.by_login
		where s.ended_at is null and y.home_id = home)
	update app.logins l set frozen = true, own = false from stops s
	where (l.id = s.stopped and (not s.contested or s.stopper_is_sure or not s.stopped_is_sure))
		or (l.id = s.stopper and s.contested and (s.stopped_is_sure or not s.stopper_is_sure));
end $$;

create function private.weigh() returns trigger language plpgsql security definer set search_path = '' as $$
declare
	home uuid;
begin
	if tg_table_name = 'logins' then home := new.home_id;
	else select l.home_id into home from app.logins l where l.id = new.login_id; end if;
	perform private.weigh_logins(home);
	return null;
end $$;
create trigger weigh after insert or update of whole, made_at, invited_by_login, cut_off_at, disowned_at on app.logins
	for each row execute function private.weigh();
create trigger weigh after insert or update on app.login_approvals for each row execute function private.weigh();
create trigger weigh after insert or update on app.login_stops for each row execute function private.weigh();

-- Why it may not be the child who says it, of the logins of my home that leave a doubt.
create function private.doubts() returns table (login_id uuid, doubt text) language plpgsql stable security definer set search_path = '' as $$
begin
	return query select l.id, case when l.disowned_at is not null then 'not_theirs'
		when not l.frozen then 'new' when s.contested_at is null and x.own then 'not_theirs' else 'contested' end
	from app.logins l join app.people p on p.id = l.person_id and p.role = 'child'
	left join app.login_stops s on s.login_id = l.id and s.ended_at is null
	left join app.logins x on x.id = s.by_login
	where l.home_id = (select private.my_home()) and not l.own;
end $$;

-- What a device is told instead of its view, while it reads nothing new: by which device, since when, and whether that is disputed.
create function private.my_stop() returns json language plpgsql stable security definer set search_path = '' as $$
begin
	return (select json_build_object('at', s.at, 'stopped', s.login_id = private.my_login(), 'contested', s.contested_at is not null,
			'device', o.device, 'made_at', o.made_at, 'invited_by', p.name)
		from app.login_stops s join app.logins o on o.id = case s.login_id when private.my_login() then s.by_login else s.login_id end
		left join app.people p on p.id = o.invited_by
		where s.ended_at is null and private.my_login() in (s.login_id, s.by_login) and private.is_frozen()
		order by s.at limit 1);
end $$;

-- Which calls this login may make at all: null, or why not. An adult on a sign-in that nobody vouched for only looks. A child on a
-- device that is not yet theirs says what it wants, marked as such; but its yes is nobody's.
create function private.why_not(call text) returns text language plpgsql stable security definer set search_path = '' as $$
declare
	me private.asker;
begin
	select * into me from private.asker;
	if me.role <> 'child' then return case when not me.own then 'sign_in_not_vouched' end; end if;
	if me.frozen then
		return case when call = 'keep_device' or call = 'approve_device' or ((private.my_stop() ->> 'contested')::boolean
			and call in ('send_wish', 'put_topic', 'complain', 'ask_for_another_key_worker', 'put_picture', 'mark_unclear')) then null else 'device_stopped' end;
	end if;
	return case when not me.own and call in ('tap_session', 'agree', 'offer_agreement', 'refuse_cover', 'let_in', 'set_my_face', 'disown_item')
		then 'device_not_vouched' end;
end $$;
grant execute on function private.doubts, private.my_stop, private.why_not to authenticated;

-- The same once more, for the tables: nothing is added in an adult's name by a sign-in that is not theirs, nor a child's yes.
create function private.may_add() returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (select from private.asker a where a.own or a.role = 'child');
end $$;
grant execute on function private.may_add to authenticated;
do $$
declare
	name text;
begin
	for name in select distinct table_name::text from information_schema.column_privileges where table_schema = 'app' and grantee = 'authenticated'
		and privilege_type = 'INSERT' order by 1 loop
		execute format('create policy %I on app.%I as restrictive for insert to authenticated with check ((select private.may_add()))',
			name || '_insert_only_as_oneself', name);
	end loop;
end $$;
