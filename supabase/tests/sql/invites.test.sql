begin;
select * from no_plan();
select is((select raw_user_meta_data::jsonb from auth.users where id = tests.id('account of robin')), '{"other": "kept"}', 'the code does not stay in the account');

-- A visitor
select tests.act_as_visitor();
select is(public.check_code('code of robin'), '{"state": "used", "for": null}', 'a code that was used is no good');
select is(public.check_code('guess'), '{"state": "unknown", "for": null}', 'a guess is none');
select is(public.check_code(null), '{"state": "unknown", "for": null}', 'nor is nothing');
select throws_ok($$ select tests.sign_up('x', 'guess') $$, 'PT422', 'code_unknown', 'no account with a guess');
select throws_ok($$ select tests.sign_up('x', null) $$, 'PT422', 'code_unknown', 'or with no code');
select throws_ok($$ select tests.sign_up('x', 'code of robin') $$, 'PT422', 'code_used', 'or with a used one');
select throws_ok('select 1 from app.invites', '42501', null, 'codes cannot be listed');
select throws_ok('select private.my_epoch()', '42501', null, 'and nothing else can be asked');

-- Whoever is signed in on this device may look at a code, too
select tests.act_as('robin');
select is(public.check_code('guess') ->> 'state', 'unknown', 'Robin looks at a code for somebody else');

-- Who may make one for whom
create function pg_temp.invites() returns text language plpgsql as $$
declare
	name text;
	told text[] := '{}';
begin
	foreach name in array array['robin', 'kai', 'sam', 'pat', 'morgan', 'ash'] loop
		told := told || tests.call('invite', tests.invite(name, (select p.name from app.people p where p.id = private.me()) || ' for ' || name));
	end loop;
	return array_to_string(told, ' ');
end $$;
grant execute on function pg_temp.invites to authenticated;
select is(tests.each_told('{robin,sam,jo,lou,pat,morgan,nia}', 'select pg_temp.invites()'),
	'robin: not_yours not_yours not_yours not_yours not_yours not_yours
sam: done not_yours not_yours not_yours not_yours not_yours
jo: done done not_yours not_yours not_yours not_yours
lou: not_yours not_yours not_yours not_yours not_yours not_yours
pat: done done done done not_yours not_yours
morgan: not_yours not_yours not_yours done done not_yours
nia: not_yours not_yours not_yours not_yours not_yours done', 'a worker for their children; the manager for the home, but not for Morgan, who has joined; Morgan for managers');
select tests.act_as_owner();
insert into app.people (id, home_id, role, name) values (tests.id('ina'), tests.id('maple'), 'responsible_individual', 'ina');
select tests.act_as('pat');
select is(tests.call('invite', tests.invite('ina', 'first')), 'not_yours', 'the manager never invites a responsible individual, nor the first time');

-- One live code a person, and it can be taken back
select tests.act_as_visitor();
select is(public.check_code('code of sam for robin') || public.check_code('code of pat for robin'), '{"for": "child", "state": "good"}', 'a newer code for Robin ends the older one');
select throws_ok($$ select tests.sign_up('x', 'code of sam for robin') $$, 'PT422', 'code_ended', 'which opens nothing');
create function pg_temp.end_code(device text) returns text language sql as $$ select tests.call('end_code', jsonb_build_object('invite', tests.id('invite ' || device))) $$;
grant execute on function pg_temp.end_code to authenticated;
select is(tests.each_told('{kai,lou,sam,morgan}', 'select pg_temp.end_code(''pat for jo'')'), E'kai: no_such_code\nlou: no_such_code\nsam: no_such_code\nmorgan: no_such_code', 'nobody takes back a code that is not there');
select tests.act_as('pat');
select tests.call('invite', tests.invite('lou', 'pat for lou')), tests.call('invite', tests.invite('robin', 'pats last'));
select is(tests.each_told('{kai,jo,nia,lou,lou}', 'select pg_temp.end_code(''pat for lou'')'), E'kai: no_such_code\njo: no_such_code\nnia: no_such_code\nlou: done\nlou: no_such_code', 'whoever it is for takes it back, once, and no colleague');
select is(tests.each_told('{sam,robin}', 'select pg_temp.end_code(''pats last'')'), E'sam: no_such_code\nrobin: done', 'a child, too');
select tests.act_as('morgan');
select is(pg_temp.end_code('pat for sam'), 'done', 'and whoever is above the manager');
select tests.act_as('pat');
select is(pg_temp.end_code('morgan for pat') || ' ' || pg_temp.end_code('morgan for morgan'), 'done no_such_code', 'the manager one in the manager''s name, and none of Morgan''s');
select tests.call('invite', tests.invite('sam', 'pat for sam again'));
select tests.act_as('sam');
select is(tests.call('invite', tests.invite('robin', 'sams code')) || pg_temp.end_code('pats last'), 'doneno_such_code', 'one that is over stays over');
select tests.act_as('pat');
select is(tests.call('invite', tests.invite('kai', 'k') || '{"code_hash": "00"}') || ' ' || tests.call('invite', tests.invite('kai', 'k') || '{"code_hash": "x"}') || ' ' || tests.call('invite', tests.invite('kai', 'k') || '{"device": " "}') || ' ' || tests.call('invite', tests.invite('kai', 'k') || tests.invite('kai', 'pat for kai') || '{"id": "00000000-0000-0000-0000-000000000000"}'),
	'bad_code_hash bad_value bad_device already_there', 'a code has a hash, a device a name, and no two are the same');
select throws_ok('select code_hash from app.invites', '42501', null, 'nobody reads even a hash');
select throws_ok('select used_by from app.invites', '42501', null, 'or which account used it');
select throws_ok($$ insert into app.invites (id, person_id, code_hash, device) values (tests.id('x'), tests.id('kai'), tests.hash('x'), e'Tab\u200blet') $$, '23514', null, 'with all of it to be seen');
select throws_ok($$ insert into app.invites (id, person_id, code_hash, device, expires_at) values (tests.id('x'), tests.id('kai'), tests.hash('x'), 'x', 'infinity') $$, '42501', null, 'or makes one that lasts');
select throws_ok($$ insert into app.invites (id, person_id, code_hash, device, made_by) values (tests.id('x'), tests.id('kai'), tests.hash('x'), 'x', null) $$, '42501', null, 'or in nobody''s name');
select throws_ok('update app.invites set person_id = null', '42501', null, 'or turns one to somebody else');
select is((select count(id)::int from app.invites where home_id <> tests.id('maple')), 0, 'Pat sees only those of Maple House');
select is((select count(*)::int from jsonb_array_elements(tests.list('invites')) i where i ->> 'made_by' = tests.id('sam')::text), 2, 'also those that others made');
select tests.act_as('sam');
select is((select string_agg(d ->> 'device', ', ' order by d ->> 'device') from jsonb_array_elements(tests.list('invites')) d), 'pat for sam, pat for sam again, sam, sam for robin, sams code', 'Sam sees those that Sam made, and those in Sam''s name');
select is((select d ->> 'made_by' from jsonb_array_elements(tests.list('invites')) d where d ->> 'device' = 'pat for sam'), tests.id('pat')::text, 'and who made them');
select tests.act_as('robin');
select is((select count(*)::int from jsonb_array_elements(tests.list('invites')) d where d ->> 'person_id' <> tests.id('robin')::text), 0, 'a child sees those in the child''s own name');

-- One code, one device, one day
select tests.act_as_visitor();
select is(public.check_code('code of sams code'), '{"state": "good", "for": "child"}', 'a good code says that it is for a child');
select is(public.check_code('code of pat for sam again'), '{"state": "good", "for": "staff"}', 'or for staff, and nothing else');
select lives_ok($$ select tests.sign_up('sams code', 'code of sams code') $$, 'the phone signs up');
select throws_ok($$ select tests.sign_up('again', 'code of sams code') $$, 'PT422', 'code_used', 'once');
select is(public.check_code('code of sams code') ->> 'state', 'used', 'then the code is spent');
select tests.act_as_owner();
select is((select raw_user_meta_data::jsonb from auth.users where id = tests.id('account of sams code')), '{"other": "kept"}', 'and is not in the account');
select is((select i.used_at is not null and l.person_id = tests.id('robin') and l.invited_by = tests.id('sam') and not l.whole from app.invites i join app.logins l on l.account_id = i.used_by where i.device = 'sams code'), true, 'which is Robin''s, and says who added it');
update app.invites set expires_at = now() where device = 'pat for sam again';
update app.people set left_at = now() where name = 'kai';
select tests.act_as_visitor();
select is(public.check_code('code of pat for sam again'), '{"state": "expired", "for": null}', 'an old code is no good');
select throws_ok($$ select tests.sign_up('x', 'code of pat for sam again') $$, 'PT422', 'code_expired', 'and opens nothing');
select is(public.check_code('code of pat for kai'), '{"state": "unknown", "for": null}', 'the code of whoever has left');
select throws_ok($$ select tests.sign_up('x', 'code of pat for kai') $$, 'PT422', 'code_unknown', 'opens nothing');
select tests.act_as_owner();
select throws_ok($$ update app.invites set used_by = tests.id('account of robin') where device = 'pat for robin' $$, '23505', null, 'and no account comes of two codes');
select tests.act_as('pat');
select is((select i ->> 'used_at' is not null from jsonb_array_elements(tests.list('invites')) i where i ->> 'device' = 'sams code'), true, 'Pat sees which codes were used');
select is(tests.call('invite', tests.invite('kai', 'late')), 'not_yours', 'and makes none for whoever has left');
select tests.act_as_owner();
update app.people set left_at = null, not_at_work_since = case name when 'sam' then now() end where name in ('kai', 'sam');
update app.invites set made_at = now() - interval '31 days' where device = 'pat for kai';
select tests.act_as('pat');
select is(tests.call('invite', tests.invite('sam', 'not now')), 'not_yours', 'or is not at work');
select is((select count(*)::int from jsonb_array_elements(tests.list('invites')) i where i ->> 'device' = 'pat for kai'), 0, 'codes of long ago are not listed');

select tests.act_as_owner();
update app.invites set expires_at = now() where device = 'sams code';
select tests.act_as_visitor();
select is(public.check_code('code of sams code') ->> 'state', 'used', 'a used code is said to be used, also when it is old and its maker is not at work');
select throws_ok($$ select tests.sign_up('x', 'code of sams code') $$, 'PT422', 'code_used', 'whichever way it is tried');

-- A code ends with its maker's work here
select tests.act_as('jo');
select is(tests.call('invite', tests.invite('robin', 'kept')), 'done', 'Jo makes a code for Robin');
select tests.act_as_owner();
update app.people set not_at_work_since = now() where name = 'jo';
select tests.act_as_visitor();
select is(public.check_code('code of kept'), '{"state": "unknown", "for": null}', 'and is not at work any more: the code that Jo kept is none');
select throws_ok($$ select tests.sign_up('x', 'code of kept') $$, 'PT422', 'code_unknown', 'and opens nothing');
select tests.act_as_owner();
update app.people set not_at_work_since = null where name = 'jo';
select tests.act_as_visitor();
select is(public.check_code('code of kept') ->> 'state', 'good', 'back at work, it is one');
select tests.act_as_owner();
update app.people set left_at = now() where name = 'jo';
select tests.act_as_visitor();
select is(public.check_code('code of kept') ->> 'state', 'unknown', 'nor is it when Jo has left');
select tests.act_as_owner();
update app.people set left_at = null where name = 'jo';

-- A flood of guesses stops nobody
select tests.act_as_visitor();
select is((select array_agg(distinct public.check_code('guess ' || n) ->> 'state') from generate_series(1, 1000) n), '{unknown}', 'a thousand guesses at once');
select is(public.check_code('code of pat for sam again') ->> 'state', 'expired', 'and whoever has a code is told about it all the same');
set transaction_read_only = on;
select is(public.check_code('guess') ->> 'state', 'unknown', 'that a code was looked at is written down nowhere');
select * from finish();
rollback;
