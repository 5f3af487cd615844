-- What Supabase's linter (splinter) looks for, by its names, as far as every_table.test.sql does not ask it already.
begin;
select * from no_plan();

select is_empty($$ select tablename, policyname from pg_policies where schemaname in ('app', 'private')
	and regexp_replace(concat(qual, ' ', with_check), 'SELECT (auth|private)\.\w+\(\)', '', 'gi') ~* '(auth\.\w+|current_setting|now)\(' $$,
	'auth_rls_initplan: who asks is asked once, not once a row');
select is_empty($$ select c.relname from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'
	and not exists (select from pg_policy p where p.polrelid = c.oid) $$,
	'rls_enabled_no_policy: a table that nobody may read or add to would be no use');
select is_empty($$ select tablename, policyname from pg_policies where schemaname = 'app' and coalesce(qual, with_check) in ('true', '(true)') $$,
	'rls_policy_always_true: every policy asks something');
select is_empty($$ select indrelid::regclass, array_agg(indexrelid::regclass) from pg_index i join pg_class c on c.oid = i.indexrelid
	where c.relnamespace in ('app'::regnamespace, 'private'::regnamespace)
	group by indrelid, regexp_replace(pg_get_indexdef(indexrelid), '^CREATE (UNIQUE )?INDEX \S+ ', '') having count(*) > 1 $$,
	'duplicate_index: no index is kept twice');
select is_empty($$ select extname from pg_extension where extnamespace in ('public'::regnamespace, 'app'::regnamespace) $$,
	'extension_in_public: none stands where it would be served');
select is_empty($$ select attrelid::regclass, attname from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace = 'app'::regnamespace
	and a.atttypid::regtype::text ~ '^reg(class|proc|type|role|namespace|config|dictionary|oper|operator|procedure|collation)$' $$,
	'unsupported_reg_types: nothing that an upgrade of the server could not carry over');
select is_empty($$ select conrelid::regclass, conname from pg_constraint k where contype = 'f' and confrelid = 'auth.users'::regclass
	and not exists (select from pg_index i where i.indexrelid = k.conindid and i.indisprimary) $$,
	'fkey_to_auth_unique: what points to an account points to its primary key');

select * from finish();
rollback;
