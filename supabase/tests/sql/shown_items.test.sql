begin;
select * from no_plan();

-- While a view is made, what it can read is kept in a setting. Anybody could write one: it counts only with its seal.
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('for jo', '{jo}')), tests.call('send_wish', tests.draft('for sam', '{sam}', left_out => '{jo}'));
select tests.act_as('jo');
select is(array(select id from app.items), array[tests.id('for jo')], 'Jo reads what was sent to Jo');
select set_config('sayso.shown', array[tests.id('for jo'), tests.id('for sam')]::text, true);
select is(array(select id from app.items), array[tests.id('for jo')], 'law 3: a list of others counts for nothing without a seal');
select set_config('sayso.shown_seal', repeat('0', 64), true);
select is(array(select id from app.items), array[tests.id('for jo')], 'nor with a seal that was made up');

-- The seal of another list, of another sign-in, or of an earlier request
select private.show_items('-infinity', null, 10);
select is(array(select id from app.items), array[tests.id('for jo')], 'the list that was made is what Jo can read');
select is(current_setting('sayso.shown'), array[tests.id('for jo')]::text, 'and holds nothing else');
select set_config('sayso.shown', array[tests.id('for jo'), tests.id('for sam')]::text, true);
select is(array(select id from app.items), array[tests.id('for jo')], 'its seal is for no longer list');
select tests.act_as('sam');
select private.show_items('-infinity', null, 10);
select set_config('tests.of_sam', current_setting('sayso.shown'), true), set_config('tests.seal_of_sam', current_setting('sayso.shown_seal'), true);
select tests.act_as('jo');
select set_config('sayso.shown', current_setting('tests.of_sam'), true), set_config('sayso.shown_seal', current_setting('tests.seal_of_sam'), true);
select is(array(select id from app.items), array[tests.id('for jo')], 'and Sam’s is for no sign-in of Jo’s');
select throws_ok('select private.seal_of(''{}'')', '42501', null, 'nobody makes one');
select throws_ok('select secret from private.epoch', '42501', null, 'nor reads what it is made with');

-- A view leaves nothing behind
select tests.act_as('robin');
select private.show_items('-infinity', null, 10);
select tests.items();
select is(current_setting('sayso.shown'), '', 'after a view, the rule is asked again');
select tests.call('send_wish', tests.draft('after', '{jo}'));
select is((select count(*)::int from app.items), 3, 'so that what is said after it shows');

select * from finish();
rollback;
