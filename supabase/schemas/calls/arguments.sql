-- What every call takes: each argument has a kind, and "?" lets it be null or left out. A list names the only values
-- that there are. A call that does not stand here cannot be called. The same stands in
-- src/lib/domain/checks/arguments.ts; a test compares the two.

create function private.takes()
returns jsonb
language sql
immutable
set search_path = ''
as $$
	select
		'{
	"send_wish": {
		"id": "id", "symbol": "text?", "words": "text", "picture": "text?", "recording": "text?",
		"readers": "ids", "left_out": "ids", "shown": "ids", "may_move": "boolean"
	},
	"send_meeting": {
		"id": "id", "symbol": "text?", "words": "text", "picture": "text?", "recording": "text?",
		"readers": "ids", "left_out": "ids", "shown": "ids", "may_move": "boolean", "meeting": "object"
	},
	"send_about_me": {
		"id": "id", "symbol": "text?", "words": "text", "picture": "text?", "recording": "text?",
		"readers": "ids", "left_out": "ids", "shown": "ids", "about_me": "object"
	},
	"put_topic": {
		"id": "id", "symbol": "text?", "words": "text", "picture": "text?", "recording": "text?",
		"readers": "ids", "left_out": "ids", "shown": "ids"
	},
	"complain": {
		"id": "id", "symbol": "text?", "words": "text", "picture": "text?", "recording": "text?",
		"readers": "ids", "left_out": "ids", "shown": "ids", "may_move": "boolean", "about": "id?"
	},
	"ask_for_another_key_worker": {
		"id": "id", "symbol": "text?", "words": "text", "picture": "text?", "recording": "text?",
		"readers": "ids", "left_out": "ids", "shown": "ids", "may_move": "boolean", "about": "id"
	},
	"write_note": {
		"id": "id", "symbol": "text?", "words": "text", "picture": "text?", "readers": "ids", "left_out": "ids",
		"shown": "ids", "child": "id"
	},
	"change_topic": {"id": "id", "item": "id", "symbol": "text?", "words": "text"},
	"order_topics": {"items": "ids"},
	"take_back": {"id": "id", "item": "id"},
	"let_in": {"id": "id", "item": "id", "whom": "id"},
	"give_too": {"id": "id", "item": "id", "whom": "id"},
	"take_from": {"id": "id", "item": "id", "whom": "id"},
	"disown_item": {"id": "id", "item": "id"},
	"say_if_it_helped": {"id": "id", "item": "id", "helped": ["yes", "a_bit", "no"]},
	"reopen": {"id": "id", "item": "id", "words": "text?"},
	"open_item": {"id": "id", "item": "id"},
	"plan_item": {"id": "id", "item": "id", "session": "id"},
	"unplan_item": {"id": "id", "item": "id"},
	"answer_item": {
		"id": "id", "item": "id",
		"answer": ["yes", "partly", "no", "not_now", "not_mine", "upheld", "partly_upheld", "not_upheld"],
		"because": "text", "will_happen": "text?", "by_day": "day?", "asked_whom": "text?", "asked_on": "day?"
	},
	"handle_item": {"id": "id", "item": "id", "by_day": "day"},
	"share_to_keep_safe": {
		"id": "id", "item": "id", "with": "ids", "worry_about": "id?", "because": "text",
		"told_child": "boolean", "hidden": "boolean"
	},
	"plan_session": {
		"id": "id", "event": "id", "child": "id", "starts_at": "time", "place": "text",
		"how": ["talk", "walk", "drive", "activity"], "purpose": "text", "aims": "names?", "unplanned": "boolean?"
	},
	"change_session": {
		"id": "id", "session": "id", "starts_at": "time", "place": "text",
		"how": ["talk", "walk", "drive", "activity"], "purpose": "text", "aims": "names?"
	},
	"cancel_session": {"id": "id", "session": "id", "because": "text"},
	"pick_how": {
		"id": "id", "session": "id", "how": ["talk", "walk", "drive", "activity"], "symbol": "text?", "words": "text?"
	},
	"ask_other_time": {"id": "id", "session": "id", "words": "text", "day": "day?", "part": "text?"},
	"not_today": {"id": "id", "session": "id"},
	"record_session": {"id": "id", "session": "id", "talked": "text", "came": "text", "went": "text", "good": "text"},
	"tap_session": {
		"id": "id", "session": "id", "mine": ["yes", "a_bit", "no"], "ended": ["good", "ok", "hard"], "words": "text?"
	},
	"make_promise": {"id": "id", "child": "id", "session": "id?", "owner": "id", "words": "text", "due": "day"},
	"end_promise": {"promise": "id", "kept": "boolean", "because": "text?"},
	"offer_agreement": {
		"id": "id", "child": "id", "how_often": "text", "where_we_meet": "text", "how_to_stop": "text",
		"notes_kept": "text"
	},
	"agree": {"agreement": "id"},
	"save_card": {"id": "id", "job": "text", "things": "things", "reach": "text", "here": "text", "picture": "text?"},
	"put_picture": {"hash": "text", "data": "text"},
	"set_my_face": {"name": "text", "picture": "text?", "pronouns": "text?"},
	"set_away": {"id": "id", "worker": "id?", "from_at": "time", "until": "time", "cover": "id?"},
	"end_away": {"away": "id"},
	"refuse_cover": {"away": "id"},
	"add_person": {"id": "id", "role": ["child", "worker", "manager", "responsible_individual"], "name": "text"},
	"set_at_work": {"person": "id", "at_work": "boolean"},
	"person_left": {"person": "id"},
	"set_key_worker": {"id": "id", "child": "id", "worker": "id", "place": [1, 2], "because": "text?"},
	"end_key_worker": {"key_worker": "id", "because": "text"},
	"invite": {"id": "id", "person": "id", "device": "text", "code_hash": "text"},
	"end_code": {"invite": "id"},
	"approve_device": {"login": "id"},
	"cut_off_device": {"login": "id"},
	"keep_device": {},
	"invite_tablet": {"id": "id", "device": "text", "code_hash": "text"},
	"cut_off_tablet": {"tablet": "id"},
	"publish_section": {
		"id": "id",
		"section": [
			"expect", "support", "complaints", "advocate", "people", "day", "rules", "fire", "money", "family_time",
			"visitors", "phone", "night", "councils", "social_workers"
		],
		"lines": "lines", "review_by": "day"
	},
	"approve_section": {"version": "id"},
	"mark_unclear": {"id": "id", "page": "text", "version": "id?"},
	"set_home": {
		"name": "text", "nation": ["england", "wales", "scotland", "northern_ireland"], "time_zone": "text",
		"labels": "object", "rhythm_days": "number?", "unread_hours": "number", "answer_hours": "number",
		"complaint_hours": "number?", "reading_days": "number?", "recordings": "boolean?"
	}
}'::jsonb;
$$;

grant execute on function private.takes to authenticated;
