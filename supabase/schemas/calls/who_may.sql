-- Who may act at all, and which calls they may make.

-- Whoever may not act is told why. nobody: cut off, gone, or not at work. not_known: this account was never let in
-- anywhere, so it is younger than the backup that was restored, and needs a new code.
create function private.turn_away()
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	if
		exists (select from app.logins l where l.account_id = (select auth.uid()))
		or exists (select from app.tablets t where t.used_by = (select auth.uid()))
	then
		raise exception 'nobody' using errcode = '42501';
	end if;
	raise exception 'not_known' using errcode = '42501';
end;
$$;

-- The request names the person, since one account may be a person in several homes. Raises when the login is not
-- theirs.
create function private.act_as(person uuid)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
	me uuid;
begin
	perform set_config('sayso.person', coalesce(person::text, ''), true);
	me := private.me();
	if me is null then
		perform private.turn_away();
	end if;
	return me;
end;
$$;

-- Whether I may make this call. A child who left says nothing new: what was said goes on, and is theirs to take back,
-- to give, to answer to and to guard. A complaint may be asked again: it does not end because somebody moved.
create function private.goes_on(call text, item text)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return exists (select from app.people where id = (select private.me()) and left_at is null)
	or call in (
		'take_back',
		'let_in',
		'give_too',
		'take_from',
		'say_if_it_helped',
		'approve_device',
		'cut_off_device',
		'keep_device',
		'disown_item',
		'end_code'
	)
	or (
		call = 'reopen'
		and exists (
			select
			from app.items i
			where i.id::text = goes_on.item and i.kind = 'complaint' and i.child_id = (select private.me())
		)
	);
end;
$$;

-- Which calls this login may make at all: null, or why not. An adult on a sign-in that nobody vouched for only looks.
-- A child on a device that is not yet theirs says what it wants, marked as such; but its yes is nobody's.
create function private.why_not(call text)
returns text
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
declare
	me private.asker;
begin
	select * into me from private.asker;
	if me.role <> 'child' then
		return case
			when not me.own then 'sign_in_not_vouched'
		end;
	end if;
	if me.frozen then
		return case
			when call = 'keep_device'
			or call = 'approve_device'
			or (
				(private.my_stop() ->> 'contested')::boolean
				and call in (
					'send_wish',
					'send_meeting',
					'send_about_me',
					'put_topic',
					'complain',
					'ask_for_another_key_worker',
					'put_picture',
					'mark_unclear'
				)
			) then null
			else 'device_stopped'
		end;
	end if;
	return case
		when not me.own
		and call in (
			'tap_session',
			'agree',
			'offer_agreement',
			'refuse_cover',
			'let_in',
			'set_my_face',
			'disown_item'
		) then 'device_not_vouched'
	end;
end;
$$;

grant execute on function private.turn_away, private.act_as, private.goes_on, private.why_not to authenticated;
