-- Rules of the catalogue: for what is not written yet.
begin;
select * from no_plan();
create function pg_temp.ours(out oid oid, out name text, out prosecdef boolean, out proconfig text[], out proacl aclitem[], out schema text, out result regtype) returns setof record language sql as $$
	select p.oid, n.nspname || '.' || p.proname, p.prosecdef, p.proconfig, p.proacl, n.nspname, p.prorettype from pg_proc p join pg_namespace n on n.oid = p.pronamespace
	where n.nspname in ('public', 'calls', 'private', 'app') and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
$$;
select is_empty($$ select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('app', 'private', 'public', 'calls') and c.relkind in ('r', 'p') and not c.relrowsecurity $$, 'every table has row security');
select is_empty($$ select relname from pg_class c where relnamespace in ('public'::regnamespace, 'calls'::regnamespace) and relkind in ('r', 'p', 'v', 'm', 'f') $$, 'no table and no view is served');
select is_empty($$ select relname from pg_class where relkind in ('m', 'f') and relnamespace = 'app'::regnamespace $$, 'none is kept twice or elsewhere');
select is_empty($$ select tablename, policyname from pg_policies where schemaname in ('app', 'private', 'public') and roles <> '{authenticated}' $$, 'every policy names its role');
select is_empty($$ select tablename, policyname from pg_policies where schemaname in ('app', 'private', 'public') and cmd not in ('SELECT', 'INSERT') $$, 'and is for reading or adding');
select is_empty($$ select tablename, cmd from pg_policies where schemaname = 'app' and permissive = 'PERMISSIVE' group by 1, 2 having count(*) > 1 $$, 'one policy for a table and command');
select is_empty($$ select policyname from pg_policies where schemaname = 'app' and coalesce(qual, with_check) ~* 'auth\.(jwt|role)|raw_user|user_metadata' $$, 'roles are read from our tables, never from the token');
select is_empty($$ select policyname from pg_policies where schemaname = 'app' and cmd = 'SELECT' and qual ~ 'private\.\w+\((?!''\w+''::text\))[^)]' $$, 'no read policy calls a function with a column of the row: that would run once for each row of the table');
select is_empty($$ select policyname from pg_policies where schemaname = 'app' and regexp_replace(coalesce(qual, with_check), '(SELECT|FROM) private\.', '', 'g') ~ 'private\.\w+\((''\w+''::text)?\)' $$, 'and what does not depend on the row is asked once');
select is_empty($$ select distinct table_name from information_schema.column_privileges c where table_schema = 'app' and grantee = 'authenticated' and privilege_type = 'INSERT'
	and not exists (select from pg_policies p where p.tablename = c.table_name and p.policyname = c.table_name || '_insert_only_as_oneself'
		and p.permissive = 'RESTRICTIVE' and p.cmd = 'INSERT' and p.with_check like '%private.may_add()%') $$, 'nothing is added in an adult''s name by a sign-in that is not theirs, to any table');
select is_empty($$ select name from pg_temp.ours() where schema in ('public', 'calls') and prosecdef $$, 'nothing served runs as its owner');
select is((select array_agg(substr(name, 9) order by name) from pg_temp.ours() where prosecdef), string_to_array(
	'add_person addressed approve_device can can_read child_of cut_off_device cut_off_tablet doubts end_away end_code end_key_worker end_older_codes evidence_json follow_item_event follow_session_event forget_code give '
	|| 'goes_on guide_of_tablet handover_json happens held house_json i_work_with is_child_here is_frozen is_my_item is_own is_staff_here is_version_of is_whole items_i_can_read items_without items_without_me joined keep_device '
	|| 'kept_call lacks lends link_login look_at_code may may_add may_change may_invite may_pick me must must_as_oneself my_children my_epoch my_home my_items my_login my_role my_stop next_place note_down order_topics '
	|| 'oversees oversight_json person_left pictures_of_items prepare_item reach_of reached reached_by readable readers_of reads_only_raised seal_of sections_in_force sections_to_approve set_at_work set_away set_home set_key_worker set_my_face settle '
	|| 'show_items show_pictured shown_items '
	|| 'take_from turn_away update_standing update_standing_of_home use_code vouched waiting_with_me was_said_elsewhere was_staff_here why_ended why_not', ' '),
	'and this is all of what runs past row security: a new one is looked at before it comes here');
select is_empty($$ select name from pg_temp.ours() where not coalesce(proconfig, '{}') @> array['search_path=""'] and name not in ('private.moves_at', 'private.hours') $$, 'every function pins its search_path (those that are inlined were resolved when they were made)');
select is((select array_agg(name order by name) from pg_temp.ours() where schema = 'public'), '{public.apply_calls,public.check_code,public.home_guide,public.my_audit,public.my_evidence,public.my_older,public.my_pictures,public.my_view}', 'eight functions are served');
select is((select array_agg(name order by name) from pg_temp.ours() where has_function_privilege('anon', oid, 'execute')), '{private.look_at_code,public.check_code}', 'a visitor reaches one, and its helper');
select is_empty($$ select name from pg_temp.ours() where proacl is null or proacl::text ~ '[{,]=' $$, 'none is open to everybody');
select is_empty($$ select name from pg_temp.ours() where has_function_privilege('service_role', oid, 'execute') $$, 'nor to the key that passes row security');
select is((select array_agg(substr(name, 9) order by name) from pg_temp.ours() where schema = 'private' and has_function_privilege('authenticated', oid, 'execute')), string_to_array(
	'access_changes act_as add_item_event add_person add_session_event addressed agreements_json apply_call approve_device '
	|| 'are_labels are_lines are_names are_things audit_json away_json can_read cards_json check_args child_of cut_off_device '
	|| 'cut_off_tablet devices_json doubts end_away end_code end_key_worker evidence_json goes_on guide_of_tablet handover_json has_picture '
	|| 'has_words home_json hours house_json i_work_with ids invites_json is_a is_about_me is_about_part is_child_here is_for_me is_frozen is_meeting is_meeting_part is_mixed '
	|| 'is_my_item is_near is_own is_staff_here is_version_of is_whole items_i_can_read items_json items_without_me '
	|| 'joined keep_device keep_handed_on kept_call key_workers_json lacks look_at_code may may_add may_invite may_pick me '
	|| 'most_items must must_as_oneself my_children my_epoch my_home my_items my_login my_role my_stop name_form number_to_ring '
	|| 'order_topics oversight_json people_json person_left pictures_of_items promises_json reached reached_by readers_of refuse said_at '
	|| 'say sections_in_force sections_json sections_to_approve sessions_json set_at_work set_away set_home '
	|| 'set_key_worker set_my_face show_all_items show_items show_pictured shown_name tablets_json takes told_before turn_away unclear_json vouched '
	|| 'waiting_with_me was_said_elsewhere was_staff_here why_ended why_not with_numbers', ' '),
	'what whoever is signed in may run of the helpers: a new one is looked at before it comes here');
select is_empty($$ select name from pg_temp.ours() where schema = 'calls' and (not has_function_privilege('authenticated', oid, 'execute') or pg_get_function_identity_arguments(oid) <> 'args jsonb' or result <> 'void'::regtype) $$, 'a call takes its arguments and gives nothing');
select is_empty($$ select table_schema, table_name, grantee, privilege_type from information_schema.role_table_grants where table_schema in ('app', 'private', 'calls', 'public')
	and grantee in ('anon', 'PUBLIC', 'service_role', 'authenticated') and not (grantee = 'authenticated' and table_schema = 'app' and privilege_type in ('SELECT', 'INSERT')) $$, 'nobody updates or deletes; a visitor has no table; helpers'' tables and views are nobody''s');
select is_empty($$ select table_name, column_name from information_schema.column_privileges where table_schema = 'app' and grantee in ('anon', 'PUBLIC', 'service_role') $$, 'nor a column of one');
select is_empty($$ select table_name from information_schema.column_privileges where table_schema = 'app' and grantee = 'authenticated' and privilege_type = 'INSERT'
	and (column_name in ('home_id', 'author_id', 'login_id', 'made_by', 'made_at', 'at', 'sent_at', 'asked_at', 'closed_at', 'whole', 'only_for', 'state', 'used_by')) $$, 'nobody says who they are, where or when: the database does');
select is_empty($$ select c.conrelid::regclass, c.conname from pg_constraint c where c.contype = 'f' and c.connamespace = 'app'::regnamespace and array_length(c.conkey, 1) = 1
	and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])
	and c.conname !~ '_(made_by|invited_by|by_login|by_person|login_id|relation_id|whom|worry_about|with_id|session_id)_fkey$'
	and c.conname !~ '^(item_events|session_events|promise_ends|agreed|audit|cards|invites|shown)_person_id_fkey$' $$,
	'what policies look up has an index');
select is_empty($$ select c.oid::regclass from pg_class c where c.relkind = 'r' and c.relnamespace = 'app'::regnamespace and not exists (select from pg_index i where i.indrelid = c.oid and i.indisunique) $$, 'every row of a table can be told from the others');
select is_empty($$ select tgrelid::regclass, tgname from pg_trigger where not tgisinternal and tgenabled <> 'O' $$, 'every trigger is on');
select is((select array_agg(tgname::text order by tgname) from pg_trigger where tgrelid = 'auth.users'::regclass and not tgisinternal), '{link_login,use_code}', 'no account without a code');
select is((select array_agg(tgrelid::regclass::text || ' ' || tgname order by tgrelid::regclass::text) from pg_trigger where tgname like 'never%'), '{"app.audit never_changes","app.item_events never_changes","app.items never_goes","app.section_approvals never_changes","app.sections never_changes","app.session_events never_changes"}', 'records are not changed even by their owner');
select is_empty($$ select conrelid::regclass, conname from pg_constraint where contype = 'c' and connamespace = 'app'::regnamespace and not convalidated $$, 'every check counts');
select is((select array_agg(n.nspname::text order by 1) from pg_namespace n where has_schema_privilege('anon', n.oid, 'usage') and n.nspname in ('app', 'calls', 'private')), '{private}', 'a visitor enters one room, for that helper');
select is_empty($$ select nspname from pg_namespace where nspname in ('app', 'calls', 'private', 'public') and has_schema_privilege('authenticated', oid, 'create') $$, 'nobody makes anything in ours');
select * from finish();
rollback;
