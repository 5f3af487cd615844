-- Who may make a code, and what becomes of it.

-- A code is power over an identity. The manager invites anybody but the responsible individual, who is above them; a
-- key worker (or who covers) that child; the responsible individual a manager, and their own.
create function private.may_invite(person uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return exists (
		select
		from app.people p
		where
			p.id = person
			and p.home_id = (select private.my_home())
			and p.left_at is null
			and p.not_at_work_since is null
			and (
				exists (select from private.manages m where m.role = (select private.my_role()) and m.other = p.role)
				or private.may('invite', p.id)
			)
	);
end;
$$;

-- Every code that may still bring something in, and what it is for. An unused code ends with its maker's work here:
-- whoever has left, or is not at work, has no way in that they kept.
create view private.codes as
	select c.code_hash, c.used_by, c.expires_at, c.ended_at, c.brings
	from
		(
			select
				i.code_hash,
				i.used_by,
				i.expires_at,
				i.ended_at,
				i.made_by,
				i.made_by_login,
				case p.role
					when 'child' then 'child'
					else 'staff'
				end as brings
			from
				app.invites i
				join app.people p on p.id = i.person_id
			where p.left_at is null
			union all
			select t.code_hash, t.used_by, t.expires_at, null, t.made_by, null, 'tablet'
			from app.tablets t
			where t.cut_off_at is null
		) c
	where
		c.used_by is not null
		or c.made_by is null
		or exists (
			select
			from app.people m
			where
				m.id = c.made_by
				and m.left_at is null
				and m.not_at_work_since is null
				and not exists (select from app.logins l where l.id = c.made_by_login and l.cut_off_at is not null)
		);

-- For anybody, before sign-up, so that the message is a clear one. Says nothing about whose code it is. It is one look
-- into an index and writes nothing down. There is no limit here on purpose: with 54 random bits nobody guesses a code,
-- and a limit that all share would let whoever asks for codes that nobody made stop everybody who has one. Who asks too
-- often waits at the gateway.
create function private.look_at_code(code_hash bytea)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	c private.codes;
begin
	select * into c from private.codes k where k.code_hash = look_at_code.code_hash limit 1;
	return jsonb_build_object(
		'state',
		case
			when c.code_hash is null then 'unknown'
			when c.used_by is not null then 'used'
			when c.ended_at is not null then 'ended'
			when c.expires_at <= now() then 'expired'
			else 'good'
		end,
		'for',
		case
			when c.used_by is null
			and c.ended_at is null
			and c.expires_at > now() then c.brings
		end
	);
end;
$$;

grant execute on function private.may_invite to authenticated;

grant execute on function private.look_at_code to anon, authenticated;
