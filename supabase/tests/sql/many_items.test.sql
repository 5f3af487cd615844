begin;
select * from no_plan();

-- More that is open than a view holds: the oldest are there, and it says that more waits
select tests.act_as('robin');
select is(public.my_view() -> 'view' ->> 'more_items', 'false', 'mostly all is there');
select tests.act_as_owner();
create or replace function private.most_items() returns int language sql immutable set search_path = '' as $$ select 3 $$;
select tests.act_as('robin');
select tests.call('send_wish', tests.draft(w, '{sam}')) from unnest('{w1,w2,w3,w4,w5}'::text[]) w;
select tests.later('w5', '9 hours'), tests.later('w4', '8 hours'), tests.later('w1', '7 hours');
select tests.act_as('robin');
select is((select string_agg(i ->> 'words', ' ' order by n) from jsonb_array_elements(tests.list('items')) with ordinality l(i, n) where i ->> 'closed_at' is null), 'w5 w4 w1', 'the oldest of what is open');
select is(public.my_view() -> 'view' ->> 'more_items', 'true', 'and more waits');
select tests.act_as('sam');
select is(public.my_view() -> 'view' ->> 'more_items', 'true', 'with Sam, too');
select tests.act_as('kai');
select is(public.my_view() -> 'view' ->> 'more_items', 'false', 'and no word of it to Kai');
select * from finish();
rollback;
