-- Who may do what, and for whom: one table. src/lib/domain/abilities.ts has the same rows, and says what each ability
-- is for; tests/house/domain.test.ts compares them. Everything else asks these, and names no role of staff.

create view private.abilities as
	select a.ability, a.role::app.role as role, a.reach
	from
		(
			values
				('speak', 'child', 'self'),
				('listen', 'worker', 'home'),
				('listen', 'manager', 'home'),
				('listen', 'responsible_individual', 'home'),
				('be_key_worker', 'worker', 'theirs'),
				('be_key_worker', 'manager', 'theirs'),
				('plan_session', 'worker', 'theirs'),
				('plan_session', 'manager', 'theirs'),
				('see_sessions', 'child', 'self'),
				('see_sessions', 'worker', 'theirs'),
				('see_sessions', 'manager', 'home'),
				('offer_agreement', 'child', 'self'),
				('offer_agreement', 'worker', 'theirs'),
				('offer_agreement', 'manager', 'theirs'),
				('invite', 'worker', 'theirs'),
				('pair_tablet', 'worker', 'home'),
				('pair_tablet', 'manager', 'home'),
				('see_unclear', 'worker', 'home'),
				('see_unclear', 'manager', 'home'),
				('hand_over', 'worker', 'home'),
				('hand_over', 'manager', 'home'),
				('run_home', 'manager', 'home'),
				('oversee', 'responsible_individual', 'home'),
				('lead_home', 'manager', 'home'),
				('lead_home', 'responsible_individual', 'home'),
				('next_in_line', 'manager', 'home'),
				('last_in_line', 'responsible_individual', 'home')
		) a (ability, role, reach);

-- Whose place in the home each role decides. A manager cannot name, shut out or replace the responsible individual, who
-- hears the complaints about that manager: set-up does (set_up/homes.sql).
create view private.manages as
	select m.role::app.role as role, m.other::app.role as other
	from
		(
			values
				('manager', 'child'),
				('manager', 'worker'),
				('manager', 'manager'),
				('responsible_individual', 'manager'),
				('responsible_individual', 'responsible_individual')
		) m (role, other);

-- Whether somebody of this role may do it at all.
create function private.can(role app.role, ability text)
returns boolean
language plpgsql
immutable
security definer
set search_path = ''
as $$
begin
	return exists (select from private.abilities a where a.role = can.role and a.ability = can.ability);
end;
$$;

-- For whom somebody of this role may do it; null: they may not.
create function private.reach_for(role app.role, ability text)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
	return (select a.reach from private.abilities a where a.role = reach_for.role and a.ability = reach_for.ability);
end;
$$;

-- For whom I may do it.
create function private.reach_of(ability text)
returns text
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return (
		select a.reach
		from
			private.asker me
			join private.abilities a on a.role = me.role
		where a.ability = reach_of.ability
	);
end;
$$;

-- Whether I may do it; child: for this child, now.
create function private.may(ability text, child uuid default null)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	reach text := private.reach_of(ability);
begin
	return case
		when reach is null then false
		when child is null
		or reach = 'home' then true
		when reach = 'theirs' then child = any (private.i_work_with())
		else child = (select private.me())
	end;
end;
$$;

-- Whether I decide this person's place in the home. Nobody decides their own.
create function private.may_change(person uuid, its_role app.role)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return person <> (select private.me())
	and exists (select from private.manages m where m.role = (select private.my_role()) and m.other = its_role);
end;
$$;

create function private.must(ability text)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	if not private.may(ability) then
		raise exception 'not yours' using errcode = '42501';
	end if;
end;
$$;

-- Nor on a sign-in that may be somebody else's.
create function private.must_as_oneself(ability text)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	if not private.may(ability) or not private.is_own() then
		raise exception 'not yours' using errcode = '42501';
	end if;
end;
$$;

grant execute on function private.may, private.must, private.must_as_oneself to authenticated;
