-- What follows of how each login stands, worked out for all of a home.

create function private.update_standing(home uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	-- Where everybody starts: reached by all the makers of codes that lead there; a child's first device is theirs.
	with recursive
		makers(login_id, maker) as (
			select id, invited_by_login from app.logins where home_id = home and invited_by_login is not null
			union
			select k.login_id, m.invited_by_login
			from
				makers k
				join app.logins m on m.id = k.maker
			where m.invited_by_login is not null
		)
	update app.logins l
	set
		frozen = false,
		own = l.disowned_at is null
		and (
			l.whole
			or (
				p.role = 'child'
				and not exists (
					select
					from app.logins o
					where o.person_id = l.person_id and o.disowned_at is null and (o.made_at, o.id) < (l.made_at, l.id)
				)
			)
		),
		reached_by = array(
			select distinct m.person_id
			from
				makers k
				join app.logins m on m.id = k.maker
				join app.people q on q.id = m.person_id
			where k.login_id = l.id and q.role <> 'child' and m.person_id <> l.person_id
			order by 1
		)
		from app.people p
		where p.id = l.person_id and l.home_id = home;
	-- Then each yes counts, of whoever cannot be the adult that it rules out, until nothing changes any more.
	loop
		with
			weighed as (
				select
					l.id,
					array(
						select a
						from unnest(l.reached_by) a
						where
							not (
								exists (
									select
									from app.logins m
									where m.id = l.invited_by_login and m.person_id <> a and a <> all (m.reached_by)
								)
								or exists (
									select
									from private.good_approvals g
									where
										g.login_id = l.id
										and (g.by_self or p.role <> 'child')
										and g.by_person <> a
										and a <> all (g.reached_by)
								)
							)
						order by a
					) as reached_by,
					l.own
					or (
						l.disowned_at is null
						and (
							exists (
								select
								from private.good_approvals g
								where
									g.login_id = l.id
									and (g.by_self or (p.role <> 'child' and not l.reached_by && (g.reached_by || g.by_person)))
							)
							or (p.role = 'child' and private.two_adults(l.id, l.reached_by))
						)
					) as own
				from
					app.logins l
					join app.people p on p.id = l.person_id
				where l.home_id = home
			)
		update app.logins l
		set
			reached_by = w.reached_by,
			own = w.own
		from weighed w
		where w.id = l.id and (l.own, l.reached_by) is distinct from (w.own, w.reached_by);
		exit when not found;
	end loop;
	-- A device that another one stopped reads nothing new; where that is disputed, neither does, unless only one of them
	-- is beyond doubt.
	with
		stops as (
			select
				s.login_id as stopped,
				s.by_login as stopper,
				s.contested_at is not null as contested,
				y.own and y.reached_by = '{}' as stopped_is_sure,
				x.own and x.reached_by = '{}' as stopper_is_sure
			from
				app.login_stops s
				join app.logins y on y.id = s.login_id
				join app.logins x on x.id = s.by_login
			where s.ended_at is null and y.home_id = home
		)
	update app.logins l
	set
		frozen = true,
		own = false
	from stops s
	where
		(l.id = s.stopped and (not s.contested or s.stopper_is_sure or not s.stopped_is_sure))
		or (l.id = s.stopper and s.contested and (s.stopped_is_sure or not s.stopper_is_sure));
end;
$$;

create function private.update_standing_of_home()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
	home uuid;
begin
	if tg_table_name = 'logins' then
		home := new.home_id;
	else
		select l.home_id into home from app.logins l where l.id = new.login_id;
	end if;
	perform private.update_standing(home);
	return null;
end;
$$;

create trigger update_standing
after insert or update of whole, made_at, invited_by_login, cut_off_at, disowned_at on app.logins
for each row
execute function private.update_standing_of_home();

create trigger update_standing
after insert or update on app.login_approvals
for each row
execute function private.update_standing_of_home();

create trigger update_standing
after insert or update on app.login_stops
for each row
execute function private.update_standing_of_home();
