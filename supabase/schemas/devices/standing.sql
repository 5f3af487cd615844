-- How each login stands: whose it can be. One adult alone, with any codes that they can make, neither reads, speaks
-- nor decides as somebody else (law 1). What follows is kept in app.logins (own, frozen, reached_by) and worked out
-- again, for all of a home, whenever one of its facts changes: no part of it is ever added to.

-- Whoever made a login's code might hold the login, and so might everybody who might hold the login that made it.
create function private.hands(login uuid)
returns uuid[]
language sql
stable
set search_path = ''
as $$
	select
		coalesce(
			(
				select m.person_id || m.reached_by
				from
					app.logins l
					join app.logins m on m.id = l.invited_by_login
				where l.id = hands.login
			),
			'{}'
		);
$$;

-- Approvals that count at all: by a login that stands for its own person and was not cut off since. A child's own
-- device may be lost later: what the child said yes to on it stays theirs, unless that device was never theirs.
create view private.good_approvals as
	select
		a.login_id,
		a.at,
		x.id as by_login,
		x.person_id as by_person,
		x.reached_by,
		x.person_id = l.person_id as by_self
	from
		app.login_approvals a
		join app.logins l on l.id = a.login_id
		join app.logins x on x.id = a.by_login and x.disowned_at is null
		join app.people p on p.id = x.person_id
	where x.own and (x.cut_off_at is null or (p.role = 'child' and x.person_id = l.person_id));

-- Two adults said yes to it, and no one adult can be both of them, nor any of those that it must be safe from.
create function private.two_adults(login uuid, but_not uuid[], since timestamptz default '-infinity')
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
	return exists (
		select
		from
			private.good_approvals a
			join private.good_approvals b on b.login_id = a.login_id and b.by_person > a.by_person
		where
			a.login_id = two_adults.login
			and not a.by_self
			and not b.by_self
			and least(a.at, b.at) >= since
			and a.by_person <> all (b.reached_by)
			and b.by_person <> all (a.reached_by)
			and not a.reached_by && b.reached_by
			and not but_not && (a.reached_by || b.reached_by || a.by_person || b.by_person)
	);
end;
$$;
