-- The rooms. public: the few functions that the API serves. calls: one function a write, reached only through
-- apply_calls. app: tables. private: helpers. Only public is ever served; a visitor reaches one function, check_code.

do $$ begin
	if current_setting('server_encoding') <> 'UTF8' then
		raise exception 'the database has to be made with the encoding UTF8';
	end if;
end $$;

create schema app;
create schema calls;
create schema private;
grant usage on schema app, calls, private to authenticated;
grant usage on schema private to anon; -- for check_code
-- A new function is closed to everybody until granted, and a new table to everybody who asks through the API.
alter default privileges revoke execute on functions from public; -- works only without "in schema"
alter default privileges in schema public revoke execute on functions from anon, authenticated, service_role;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
