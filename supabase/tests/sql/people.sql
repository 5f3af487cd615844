-- Maple House: Robin and Kai, their key workers Sam and Jo, another worker Lou, the manager Pat, the responsible
-- individual Morgan. Oak House: Ash, Lee, Nia. An id is a hash of the name, so that tests say 'robin', never a uuid.
create schema tests;
grant usage on schema tests to anon, authenticated;
create function tests.id(name text) returns uuid language sql immutable as $$ select md5(name)::uuid $$;
create function tests.act_as(name text) returns void language sql as $$
	select set_config('request.jwt.claims', json_build_object('sub', tests.id('account of ' || name))::text, true),
		set_config('sayso.person', '', true), set_config('role', 'authenticated', true)
$$;
create function tests.act_as_visitor() returns void language sql as
	$$ select set_config('request.jwt.claims', '', true), set_config('role', 'anon', true) $$;
create function tests.act_as_owner() returns void language sql as
	$$ select set_config('request.jwt.claims', '', true), set_config('role', session_user::text, true) $$;
create function tests.hash(code text) returns bytea language sql immutable as
	$$ select sha256(convert_to(code, 'utf8')) $$;
create function tests.sign_up(name text, code text) returns void language sql security definer as $$
	insert into auth.users (id, email, raw_user_meta_data)
	values (tests.id('account of ' || name), replace(name, ' ', '.') || '@example.invalid', jsonb_build_object('invite_code', code, 'other', 'kept'))
$$;
-- A code for a person, made by somebody on their first sign-in or another one (or by the owner, null), and a device that signs up with it.
create function tests.join_as(device text, person text, by_whom text default null, on_device text default null) returns void language sql security definer as $$
	insert into app.invites (id, home_id, person_id, made_by, made_by_login, code_hash, device)
	select tests.id('invite ' || device), home_id, id, tests.id(by_whom),
		(select l.id from app.logins l where l.account_id = tests.id('account of ' || coalesce(on_device, by_whom))), tests.hash('code of ' || device), device
	from app.people where id = tests.id(person);
	select tests.sign_up(device, 'code of ' || device);
$$;
create function tests.person(name text, home text, role app.role) returns void language plpgsql as $$
begin
	insert into app.people (id, home_id, role, name, made_at) values (tests.id(name), tests.id(home), role, name, now() - interval '1 year');
	perform tests.join_as(name, name);
end $$;
-- One call: 'done', or the code of the refusal.
create function tests.call(name text, args jsonb, id text default gen_random_uuid()::text) returns text language sql as $$
	select coalesce(o ->> 'code', o ->> 'end') from jsonb_array_elements(public.apply_calls(null, jsonb_build_array(
		jsonb_build_object('id', md5(id)::uuid, 'name', name, 'args', case when name in ('put_topic', 'write_note', 'send_about_me') then args - 'may_move' else args end)))) o
$$;
-- What each of these people is told, one after the other.
create function tests.each_told(who text[], asks text) returns text language plpgsql as $$
declare
	name text;
	told text;
	all_told text[] := '{}';
begin
	foreach name in array who loop
		perform tests.act_as(name);
		execute asks into told;
		all_told := all_told || (name || ': ' || told);
	end loop;
	return array_to_string(all_told, E'\n');
end $$;
create function tests.ids(names text[]) returns jsonb language sql immutable as
	$$ select coalesce(jsonb_agg(tests.id(n)), '[]') from unnest(names) n $$;
create function tests.list_of(names text[]) returns uuid[] language sql immutable as $$ select array_agg(tests.id(n)) from unnest(names) n $$;
create function tests.draft(item text, readers text[], may_move boolean default false, left_out text[] default '{}',
	shown text[] default '{sam,jo,lou,pat,morgan}', about text default null)
returns jsonb language sql as $$
	select jsonb_build_object('id', tests.id(item), 'symbol', null, 'words', item, 'picture', null, 'may_move', may_move,
		'readers', tests.ids(readers), 'left_out', tests.ids(left_out), 'shown', tests.ids(shown))
		|| case when about is null then '{}' else jsonb_build_object('about', tests.id(about)) end
$$;
create function tests.happen(call text, item text, more jsonb default '{}') returns text language sql as $$
	select tests.call(call, jsonb_build_object('id', gen_random_uuid(), 'item', tests.id(item)) || more)
$$;
create function tests.today() returns date language sql as $$ select (now() at time zone 'Europe/London')::date $$;
create function tests.answer(item text, because text default 'We asked, and it fits.', answer text default 'yes', by_day text default '2030-01-01', will_happen text default 'We go on Friday.')
returns text language sql as $$
	select tests.happen('answer_item', item, jsonb_build_object('answer', answer, 'because', because, 'will_happen', will_happen, 'by_day', by_day, 'asked_whom', null, 'asked_on', null))
$$;
create function tests.raise(with_whom text[], hidden boolean default false, worry_about text default null, told_child boolean default null)
returns jsonb language sql as $$
	select jsonb_build_object('with', tests.ids(with_whom), 'because', 'I fear harm.', 'hidden', hidden, 'worry_about', tests.id(worry_about),
		'told_child', coalesce(told_child, not hidden))
$$;
-- A drawing (as far as the database looks), and that an item shows it.
create function tests.picture(colour text default 'red') returns jsonb language sql immutable as $$
	select jsonb_build_object('hash', encode(sha256(b), 'hex'), 'data', encode(b, 'base64'))
	from (select '\x89504e470d0a1a0a'::bytea || convert_to('a ' || colour || ' drawing', 'utf8')) p(b)
$$;
create function tests.drawn(colour text default 'red') returns jsonb language sql immutable as
	$$ select jsonb_build_object('picture', tests.picture(colour) -> 'hash') $$;
-- A recording (as far as the database looks), and that an item has it.
create function tests.sound(word text default 'hello') returns jsonb language sql immutable as $$
	select jsonb_build_object('hash', encode(sha256(b), 'hex'), 'data', translate(encode(b, 'base64'), E'\n', ''))
	from (select '\x1a45dfa3'::bytea || convert_to('somebody says ' || word, 'utf8')) p(b)
$$;
create function tests.aloud(word text default 'hello') returns jsonb language sql immutable as
	$$ select jsonb_build_object('recording', tests.sound(word) -> 'hash') $$;
create function tests.invite(person text, device text) returns jsonb language sql immutable as $$
	select jsonb_build_object('id', tests.id('invite ' || device), 'person', tests.id(person), 'device', device,
		'code_hash', encode(sha256(convert_to('code of ' || device, 'utf8')), 'hex'))
$$;
create function tests.tablet(device text) returns jsonb language sql immutable as
	$$ select tests.invite('', device) - 'person' || jsonb_build_object('id', tests.id(device)) $$;
create function tests.login(device text) returns jsonb language sql security definer as
	$$ select jsonb_build_object('login', l.id) from app.logins l where l.account_id = tests.id('account of ' || $1) $$;
create function tests.plan_of(session text, child text default 'robin') returns jsonb language sql as $$
	select jsonb_build_object('id', tests.id(session), 'event', tests.id('plan of ' || session), 'child', tests.id(child), 'starts_at', now() + interval '1 day',
		'place', 'park', 'how', 'walk', 'purpose', 'Talk.')
$$;
create function tests.agreement_of(agreement text, child text default 'robin') returns jsonb language sql as $$
	select jsonb_build_object('id', tests.id(agreement), 'child', tests.id(child), 'how_often', 'x', 'where_we_meet', 'x', 'how_to_stop', 'x', 'notes_kept', 'x')
$$;
-- What stands on a page for a review.
create function tests.page(more jsonb default '{}') returns jsonb language sql immutable as $$
	select '{"parts": [{"area": "school", "marks": ["not_good"], "words": "Too loud."}], "there": ["Mum"], "not_there": ["Ms Ali"], "how": "bit"}'::jsonb || more
$$;
-- What a child tells of themselves.
create function tests.about_me(more jsonb default '{}') returns jsonb language sql immutable as $$
	select '{"parts": [{"part": "one", "symbol": "dog", "words": ""}, {"part": "not", "symbol": null, "words": "Ask me why."}]}'::jsonb || more
$$;
-- What my_view shows me.
create function tests.list(part text) returns jsonb language sql as $$
	select coalesce(nullif((public.my_view() -> 'view' -> part)::jsonb, 'null'), '[]')
$$;
create function tests.device(device text) returns jsonb language sql as
	$$ select d from jsonb_array_elements(tests.list('devices')) d where d ->> 'id' = tests.login($1) ->> 'login' $$;
create function tests.part(part text) returns int language sql as $$ select jsonb_array_length(tests.list(part)) $$;
create function tests.items(kind text default 'wish') returns text[] language sql as $$
	select coalesce(array_agg(i ->> 'words' order by i ->> 'words'), '{}') from jsonb_array_elements(tests.list('items')) i where i ->> 'kind' = $1
$$;
create function tests.readers(item text) returns text[] language sql as $$
	select coalesce(array_agg(initcap(p.name) || ' ' || (r ->> 'why') || case when (r ->> 'words')::boolean then '' else ' no words' end
		|| case when (r ->> 'from_at')::timestamptz > now() then ' ' || (extract(epoch from (r ->> 'from_at')::timestamptz - now()) / 3600)::int || 'h' else '' end
		order by (r ->> 'from_at')::timestamptz, p.name, r ->> 'why'), '{}')
	from jsonb_array_elements(tests.list('items')) i, jsonb_array_elements(i -> 'readers') r join app.people p on p.id = (r ->> 'person_id')::uuid
	where (i ->> 'id')::uuid = tests.id(item)
$$;
create function tests.item(item text) returns jsonb language sql as
	$$ select i from jsonb_array_elements(tests.list('items')) i where (i ->> 'id')::uuid = tests.id(item) $$;
create function tests.names(ids jsonb) returns text[] language sql as $$
	select coalesce(array_agg(lower(p.name) order by p.name), '{}') from app.people p where ids ? p.id::text
$$;
create function tests.version() returns text language sql as $$ select public.my_view() ->> 'version' $$;
create function tests.events(item text) returns text language sql as $$
	select string_agg(e ->> 'kind', ' ') from jsonb_array_elements(tests.list('items')) i, jsonb_array_elements(i -> 'events') e
	where (i ->> 'id')::uuid = tests.id(item)
$$;
-- Time goes by for one item.
create function tests.later(item text, gone interval) returns void language sql security definer as $$
	update app.items set sent_at = sent_at - gone, asked_at = asked_at - gone, opened_at = opened_at - gone,
		answered_at = answered_at - gone, closed_at = closed_at - gone where id = tests.id(item)
$$;
-- A session that was planned for later has begun.
create function tests.begin(session text) returns text language sql security definer as
	$$ update app.sessions set starts_at = now() - interval '1 minute' where id = tests.id(session) returning 'begun' $$;
create function tests.away(worker text, cover text, from_at interval, until interval) returns void language sql security definer as $$
	insert into app.away (id, home_id, worker_id, cover_id, from_at, until)
	select tests.id('away ' || worker), home_id, id, tests.id(cover), now() + away.from_at, now() + away.until from app.people where id = tests.id(worker)
$$;
create function tests.key_worker(child text, worker text, place int) returns void language sql security definer as $$
	insert into app.key_workers (id, home_id, child_id, worker_id, place, from_at)
	select tests.id(child || ' with ' || worker), home_id, id, tests.id(worker), place, now() - interval '1 year' from app.people where id = tests.id(child)
$$;
create function tests.end_key_worker(child text, worker text) returns void language sql security definer as $$
	update app.key_workers set until = now() where child_id = tests.id(child) and worker_id = tests.id(worker)
$$;

insert into app.homes (id, name) values (tests.id('maple'), 'Maple House'), (tests.id('oak'), 'Oak House');
select tests.person(n, 'maple', 'child') from unnest(array['robin', 'kai']) n;
select tests.person(n, 'maple', 'worker') from unnest(array['sam', 'jo', 'lou']) n;
select tests.person('pat', 'maple', 'manager'), tests.person('morgan', 'maple', 'responsible_individual');
select tests.person('ash', 'oak', 'child'), tests.person('lee', 'oak', 'worker'), tests.person('nia', 'oak', 'manager');
select tests.key_worker('robin', 'sam', 1), tests.key_worker('robin', 'jo', 2), tests.key_worker('kai', 'jo', 1), tests.key_worker('ash', 'lee', 1);
grant execute on all functions in schema tests to anon, authenticated;
