begin;
select * from no_plan();

-- Before anybody opened it
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('oops', '{sam,jo}')), tests.call('send_wish', tests.draft('bike', '{sam,jo}'));
select is(tests.happen('take_back', 'oops'), 'done', 'Robin takes back what nobody has opened');
select is(tests.happen('take_back', 'oops'), 'item_not_taken_back', 'once');
select is(tests.events('oops'), 'taken_back', 'Robin keeps it, marked');
select isnt(tests.item('oops') ->> 'closed_at', null, 'and it is closed');
select is(tests.readers('oops'), '{}', 'nobody reads it');
select is(tests.names(tests.item('oops') -> 'picked'), '{jo,sam}', 'though it went to Sam and Jo');
select tests.act_as('sam');
select is(tests.items(), '{bike}', 'Sam never sees it');
select is(tests.happen('open_item', 'oops') || ' ' || tests.answer('oops'), 'not_yours not_yours', 'and can no longer open or answer it');
select is(tests.happen('open_item', 'bike'), 'done', 'Sam opens the other');

-- After Sam opened it
select tests.act_as('robin');
select is(tests.happen('take_back', 'bike'), 'done', 'Robin takes back what Sam has opened');
select is(tests.readers('bike'), '{"Sam picked"}', 'only Sam still sees that it was there');
select is(tests.events('bike'), 'opened taken_back', 'marked');
select is(tests.happen('reopen', 'bike', '{"words": null}'), 'item_not_reopened', 'it is not asked again');
select tests.act_as('sam');
select is(tests.items(), '{bike}', 'Sam sees it');
select isnt(tests.item('bike') ->> 'taken_back_at', null, 'law 8: marked as taken back');
select is(tests.answer('bike') || ' ' || tests.happen('plan_item', 'bike', jsonb_build_object('session', tests.id('s'))), 'item_not_answered item_not_planned', 'and neither answers nor plans it');
select tests.act_as('jo');
select is(tests.items(), '{}', 'Jo, who had not opened it, does not');
select tests.act_as_owner();
select tests.away('sam', 'lou', '-1 hour', '1 day');
select tests.act_as('lou');
select is(tests.items(), '{}', 'nor does Lou, who covers for Sam');

-- After the answer, and when it has moved
select tests.act_as('robin');
select tests.call('send_wish', tests.draft('fish', '{sam}', true)), tests.later('fish', '25 hours');
select tests.act_as('jo');
select tests.happen('open_item', 'fish'), tests.answer('fish');
select tests.act_as('robin');
select is(tests.happen('take_back', 'fish'), 'done', 'Robin takes back what was answered');
select is(tests.readers('fish'), '{"Jo handed_on"}', 'Jo, to whom it had moved and who opened it, still sees it; Sam, who did not, does not');
select is(tests.events('fish'), 'opened answered taken_back', 'its story stays whole');
select * from finish();
rollback;
