-- Made from supabase/schemas by `npm run migrations`. Change those files, never this one.


-- schemas/base/schemas.sql

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


-- schemas/base/about_me.sql

-- What a child tells of themselves (src/lib/domain/about-me.ts): three things, what helps, what not to do, how they
-- talk.

create function private.is_about_part(part jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
	if jsonb_typeof(part) is distinct from 'object' then
		return false;
	end if;
	if
		not part ?& '{part,symbol,words}'
		or part - '{part,symbol,words}'::text[] <> '{}'
		or jsonb_typeof(part -> 'symbol') not in ('string', 'null')
		or jsonb_typeof(part -> 'words') <> 'string'
	then
		return false;
	end if;
	return '["one", "two", "three", "helps", "not", "talk"]'::jsonb @> jsonb_build_array(part -> 'part')
	and coalesce(part ->> 'symbol' ~ '^[a-z_]{1,30}$', true)
	and char_length(part ->> 'words') <= 1000
	and (part ->> 'symbol' is not null or private.has_words(part ->> 'words'));
end;
$$;

create function private.is_about_me(page jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
	if jsonb_typeof(page) is distinct from 'object' then
		return false;
	end if;
	if jsonb_typeof(page -> 'parts') is distinct from 'array' or page - 'parts' <> '{}' then
		return false;
	end if;
	return not exists (
		select
		from jsonb_array_elements(page -> 'parts') as p (part)
		where not private.is_about_part(part)
	)
	and jsonb_array_length(page -> 'parts') = (
		select count(distinct part -> 'part')
		from jsonb_array_elements(page -> 'parts') as p (part)
	);
end;
$$;

grant execute on function private.is_about_part, private.is_about_me to authenticated;


-- schemas/base/epoch.sql

-- One row: which life of the database this is. In a new one every device sends its done calls again. A restored backup
-- is another life and shows it by itself: loading a dump writes this row anew (xmin), in another table, database or
-- cluster, and a cluster that is set back to an earlier moment goes on in another timeline. A disk that was copied
-- back shows nothing: that is said with private.begin_life(), and the devices notice it, too (private.lacks).
create table private.epoch (
	one boolean primary key default true check (one),
	id uuid not null default gen_random_uuid(),
	seen text, -- the place where our server last saw it
	secret uuid not null default gen_random_uuid() -- nobody is ever told: what a view can read is sealed with it
);
alter table private.epoch enable row level security;
insert into private.epoch default values;

create function private.place()
returns text
language sql
stable
set search_path = ''
as $$
	select
		concat_ws(
			' ',
			e.xmin,
			e.tableoid,
			(select oid from pg_catalog.pg_database where datname = current_database()),
			(select system_identifier from pg_catalog.pg_control_system()),
			(select timeline_id from pg_catalog.pg_control_checkpoint())
		)
	from private.epoch e;
$$;

create function private.my_epoch()
returns uuid
language sql
stable
security definer
set search_path = ''
as $$
	select md5(id || ' ' || private.place())::uuid from private.epoch;
$$;

-- For the owner, after a restore that shows nothing of itself.
create function private.begin_life()
returns void
language plpgsql
set search_path = ''
as $$
begin
	update private.epoch set id = gen_random_uuid();
	update private.epoch set seen = private.place();
end;
$$;

-- For our server, when it starts: whether this is another life than the one in which it last looked.
create function private.notice_life()
returns boolean
language plpgsql
set search_path = ''
as $$
declare
	known text := (select seen from private.epoch);
begin
	if known is not distinct from private.place() then
		return false;
	end if;
	perform private.begin_life();
	return known is not null;
end;
$$;

grant execute on function private.my_epoch to authenticated;


-- schemas/base/letters.sql

-- Which characters can be seen. The lists are the device's (src/lib/domain/text/letters.ts), written out: no table
-- of the database's own is asked, so that every PostgreSQL in every locale says the same.
-- tests/house/letters.test.ts compares the texts, supabase/tests/letters.test.ts what comes of every code point.

-- Whether there is anything to be read in it: at least one character that draws ink. Spaces, controls, fillers and
-- lone accents are no words and no reason.
create function private.has_words(words text)
returns boolean
language sql
immutable
set search_path = ''
as $$
	select
		coalesce(
			words ~ (
				'[^\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u3000'
				'\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u0600-\u0605\u061c\u06dd'
				'\u070f\u0890-\u0891\u08e2\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e'
				'\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc'
				'\ufffe-\uffff\U000110bd\U000110cd\U00013430-\U0001343f\U00013441-\U00013442'
				'\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U0001fffe-\U0001ffff'
				'\U0002fffe-\U0002ffff\U0003fffe-\U0010ffff\u0300-\u034e\u0350-\u036f\u0483-\u0489'
				'\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670'
				'\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0'
				'\u07eb-\u07f3\u07fd\u0816-\u0819\u081b-\u0823\u0825-\u0827\u0829-\u082d\u0859-\u085b'
				'\u0897-\u089f\u08ca-\u08e1\u08e3-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962-\u0963'
				'\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u09e2-\u09e3\u09fe-\u0a03\u0a3c-\u0a51\u0a70-\u0a71'
				'\u0a75\u0a81-\u0a83\u0abc\u0abe-\u0acd\u0ae2-\u0ae3\u0afa-\u0b03\u0b3c\u0b3e-\u0b57'
				'\u0b62-\u0b63\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c\u0c3e-\u0c56\u0c62-\u0c63'
				'\u0c81-\u0c83\u0cbc\u0cbe-\u0cd6\u0ce2-\u0ce3\u0cf3-\u0d03\u0d3b-\u0d3c\u0d3e-\u0d4d\u0d57'
				'\u0d62-\u0d63\u0d81-\u0d83\u0dca-\u0ddf\u0df2-\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1'
				'\u0eb4-\u0ebc\u0ec8-\u0ece\u0f18-\u0f19\u0f35\u0f37\u0f39\u0f3e-\u0f3f\u0f71-\u0f84'
				'\u0f86-\u0f87\u0f8d-\u0fbc\u0fc6\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064'
				'\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\u135d-\u135f\u1712-\u1715'
				'\u1732-\u1734\u1752-\u1753\u1772-\u1773\u17b6-\u17d3\u17dd\u1885-\u1886\u18a9\u1920-\u193b'
				'\u1a17-\u1a1b\u1a55-\u1a7f\u1ab0-\u1b04\u1b34-\u1b44\u1b6b-\u1b73\u1b80-\u1b82\u1ba1-\u1bad'
				'\u1be6-\u1bf3\u1c24-\u1c37\u1cd0-\u1cd2\u1cd4-\u1ce8\u1ced\u1cf4\u1cf7-\u1cf9\u1dc0-\u1dff'
				'\u20d0-\u20f0\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099-\u309a\ua66f-\ua672'
				'\ua674-\ua67d\ua69e-\ua69f\ua6f0-\ua6f1\ua802\ua806\ua80b\ua823-\ua827\ua82c\ua880-\ua881'
				'\ua8b4-\ua8c5\ua8e0-\ua8f1\ua8ff\ua926-\ua92d\ua947-\ua953\ua980-\ua983\ua9b3-\ua9c0\ua9e5'
				'\uaa29-\uaa36\uaa43\uaa4c-\uaa4d\uaa7b-\uaa7d\uaab0\uaab2-\uaab4\uaab7-\uaab8\uaabe-\uaabf'
				'\uaac1\uaaeb-\uaaef\uaaf5-\uaaf6\uabe3-\uabea\uabec-\uabed\ufb1e\ufe20-\ufe2f\U000101fd'
				'\U000102e0\U00010376-\U0001037a\U00010a01-\U00010a0f\U00010a38-\U00010a3f'
				'\U00010ae5-\U00010ae6\U00010d24-\U00010d27\U00010d69-\U00010d6d\U00010eab-\U00010eac'
				'\U00010efa-\U00010eff\U00010f46-\U00010f50\U00010f82-\U00010f85\U00011000-\U00011002'
				'\U00011038-\U00011046\U00011070\U00011073-\U00011074\U0001107f-\U00011082'
				'\U000110b0-\U000110ba\U000110c2\U00011100-\U00011102\U00011127-\U00011134'
				'\U00011145-\U00011146\U00011173\U00011180-\U00011182\U000111b3-\U000111c0'
				'\U000111c9-\U000111cc\U000111ce-\U000111cf\U0001122c-\U00011237\U0001123e\U00011241'
				'\U000112df-\U000112ea\U00011300-\U00011303\U0001133b-\U0001133c\U0001133e-\U0001134d'
				'\U00011357\U00011362-\U00011374\U000113b8-\U000113d0\U000113d2\U000113e1-\U000113e2'
				'\U00011435-\U00011446\U0001145e\U000114b0-\U000114c3\U000115af-\U000115c0'
				'\U000115dc-\U000115dd\U00011630-\U00011640\U000116ab-\U000116b7\U0001171d-\U0001172b'
				'\U0001182c-\U0001183a\U00011930-\U0001193e\U00011940\U00011942-\U00011943'
				'\U000119d1-\U000119e0\U000119e4\U00011a01-\U00011a0a\U00011a33-\U00011a39'
				'\U00011a3b-\U00011a3e\U00011a47\U00011a51-\U00011a5b\U00011a8a-\U00011a99'
				'\U00011b60-\U00011b67\U00011c2f-\U00011c3f\U00011c92-\U00011cb6\U00011d31-\U00011d45'
				'\U00011d47\U00011d8a-\U00011d97\U00011ef3-\U00011ef6\U00011f00-\U00011f01\U00011f03'
				'\U00011f34-\U00011f42\U00011f5a\U00013440\U00013447-\U00013455\U0001611e-\U0001612f'
				'\U00016af0-\U00016af4\U00016b30-\U00016b36\U00016f4f\U00016f51-\U00016f92'
				'\U00016fe4-\U00016ff1\U0001bc9d-\U0001bc9e\U0001cf00-\U0001cf46\U0001d165-\U0001d169'
				'\U0001d16d-\U0001d172\U0001d17b-\U0001d182\U0001d185-\U0001d18b\U0001d1aa-\U0001d1ad'
				'\U0001d242-\U0001d244\U0001da00-\U0001da36\U0001da3b-\U0001da6c\U0001da75\U0001da84'
				'\U0001da9b-\U0001daaf\U0001e000-\U0001e02a\U0001e08f\U0001e130-\U0001e136\U0001e2ae'
				'\U0001e2ec-\U0001e2ef\U0001e4ec-\U0001e4ef\U0001e5ee-\U0001e5ef\U0001e6e3\U0001e6e6'
				'\U0001e6ee-\U0001e6ef\U0001e6f5\U0001e8d0-\U0001e8d6\U0001e944-\U0001e94a]'
			),
			false
		);
$$;

-- A name as it is kept: without what does not show, one space between words, none at the ends. A joiner stays where it
-- is seen, between two letters of a script that joins them.
create function private.shown_name(name text)
returns text
language sql
immutable
set search_path = ''
as $$
	select
		btrim(
			regexp_replace(
				regexp_replace(
					name,
					'([\u0620-\u0dff\u1780-\u18aa])([\u200c\u200d])(?=[\u0620-\u0dff\u1780-\u18aa])|['
					'\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u0600-\u0605\u061c\u06dd'
					'\u070f\u0890-\u0891\u08e2\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e'
					'\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc'
					'\ufffe-\uffff\U000110bd\U000110cd\U00013430-\U0001343f\U00013441-\U00013442'
					'\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U0001fffe-\U0001ffff'
					'\U0002fffe-\U0002ffff\U0003fffe-\U0010ffff\ua7f1\U000105c9\U000105e4\U00011383\U00011385'
					'\U0001138e\U00011391\U000113c5\U000113c7-\U000113c8\U00016121-\U00016128'
					'\U00016d68-\U00016d6a\U0001ccd6-\U0001ccf9\U0001e030-\U0001e06d]',
					'\1\2',
					'g'
				),
				'[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u3000]+',
				' ',
				'g'
			),
			' '
		);
$$;

grant execute on function private.has_words, private.shown_name to authenticated;


-- schemas/base/lookalikes.sql

-- Which names read alike, and which are written in more than one script. The lists are the device's
-- (src/lib/domain/text/lookalikes.ts, scripts.ts), compared like those of letters.sql.

-- Two names that read alike have the same form. Only for comparing.
create function private.name_form(name text)
returns text
language sql
immutable
set search_path = ''
as $$
	select
		replace(
			translate(
				regexp_replace(
					normalize(private.shown_name(name), NFKD),
					'[\u0020-\u002f\u003a-\u0040\u005b-\u0060\u007b\u007d-\u007e\u00a8\u00af\u00b4\u00b7-\u00b8'
					'\u02b0-\u02ff\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670'
					'\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u200c-\u200d\u2010-\u2027\u2030-\u205e\u20d0-\u20f0'
					'\ufe20-\ufe2f]',
					'',
					'g'
				),
				E'A\u0251\u1d00\u0391\u03b1\u0410\u0430\u13aa\ua4eeB\u0299\u0392\u03b2\u0412\u0432\u042c\u044c'
				'\u13f4\ua4d0C\u1d04\u0421\u0441\u13df\ua4daD\u00d0\u00f0\u0110\u0111\u1d05\u0500\u0501\u13a0'
				'\ua4d3E\u1d07\u0395\u03b5\u0415\u0435\u13ac\ua4f0F\u0192\ua730\u03dc\u03dd\ua4ddG\u0261'
				'\u0262\u050c\u050d\u13c0\ua4d6H\u0126\u0127\u029c\u0397\u03b7\u041d\u043d\u04ba\u04bb\u13bb'
				'\ua4e7IlL1|\u0131\u0141\u0142\u01c0\u026a\u029f\u0399\u03b9\u0406\u0456\u04c0\u04cf\u13a5'
				'\u13de\ua4e1\ua4f2J\u1d0a\u037f\u03f3\u0408\u0458\u13ab\ua4d9K\u0138\u1d0b\u039a\u03ba\u041a'
				'\u043a\u13e6\ua4d7M\u1d0d\u039c\u03bc\u041c\u043c\u13b7\ua4dfN\u0274\u039d\u03bd\ua4e0O0'
				'\u00d8\u00f8\u1d0f\u039f\u03bf\u041e\u043e\u0555\u0585\ua4f3P\u1d18\u03a1\u03c1\u0420\u0440'
				'\u13e2\ua4d1Q\u051a\u051bR\u0280\u0413\u0433\u13a1\ua4e3S\ua731\u0405\u0455\u054f\u057f'
				'\u13da\ua4e2T\u1d1b\u03a4\u03c4\u0422\u0442\u13a2\ua4d4U\u1d1c\u054d\u057d\ua4f4V\u1d20'
				'\u0474\u0475\u13d9\ua4e6W\u1d21\u051c\u051d\u13b3\ua4eaX\u03a7\u03c7\u0425\u0445\ua4ebY'
				'\u028f\u03a5\u03c5\u0423\u0443\u04ae\u04af\u13bd\ua4ecZ\u1d22\u0396\u03b6\u13c3\ua4dc\u00c6'
				'\u0152\u00de\u014a\u018f\u01a9\u03a3\u03c2\u06a9\u0629\u06c1\u06d5\u0649\u06cc\u0393\u0394'
				'\u0398\u039b\u039e\u03a0\u03a6\u03a8\u03a9\u0402\u0404\u0409\u040a\u040b\u040f\u0411\u0414'
				'\u0416\u0417\u0418\u041b\u041f\u0424\u0426\u0427\u0428\u0429\u042a\u042b\u042d\u042e\u042f'
				'\u0490\u0531\u0532\u0533\u0534\u0535\u0536\u0537\u0538\u0539\u053a\u053b\u053c\u053d\u053e'
				'\u053f\u0540\u0541\u0542\u0543\u0544\u0545\u0546\u0547\u0548\u0549\u054a\u054b\u054c\u054e'
				'\u0550\u0551\u0552\u0553\u0554\u0556\U0001f150\U0001f151\U0001f152\U0001f153\U0001f154'
				'\U0001f155\U0001f156\U0001f157\U0001f158\U0001f159\U0001f15a\U0001f15b\U0001f15c\U0001f15d'
				'\U0001f15e\U0001f15f\U0001f160\U0001f161\U0001f162\U0001f163\U0001f164\U0001f165\U0001f166'
				'\U0001f167\U0001f168\U0001f169\U0001f170\U0001f171\U0001f172\U0001f173\U0001f174\U0001f175'
				'\U0001f176\U0001f177\U0001f178\U0001f179\U0001f17a\U0001f17b\U0001f17c\U0001f17d\U0001f17e'
				'\U0001f17f\U0001f180\U0001f181\U0001f182\U0001f183\U0001f184\U0001f185\U0001f186\U0001f187'
				'\U0001f188\U0001f189\U0001f1e6\U0001f1e7\U0001f1e8\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1ec'
				'\U0001f1ed\U0001f1ee\U0001f1ef\U0001f1f0\U0001f1f1\U0001f1f2\U0001f1f3\U0001f1f4\U0001f1f5'
				'\U0001f1f6\U0001f1f7\U0001f1f8\U0001f1f9\U0001f1fa\U0001f1fb\U0001f1fc\U0001f1fd\U0001f1fe'
				'\U0001f1ff',
				E'aaaaaaaaabbbbbbbbbbccccccddddddddddeeeeeeeeffffffggggggghhhhhhhhhhhhiiiiiiiiiiiiiiiiiiiiijjj'
				'jjjjjkkkkkkkkkmmmmmmmmnnnnnooooooooooooppppppppqqqrrrrrrssssssssttttttttuuuuuvvvvvvwwwwwwxxx'
				'xxxyyyyyyyyyyzzzzzz\u00e6\u0153\u00fe\u014b\u0259\u0283\u03c3\u03c3\u0643\u0647\u0647\u0647'
				'\u064a\u064a\u03b3\u03b4\u03b8\u03bb\u03be\u03c0\u03c6\u03c8\u03c9\u0452\u0454\u0459\u045a'
				'\u045b\u045f\u0431\u0434\u0436\u0437\u0438\u043b\u043f\u0444\u0446\u0447\u0448\u0449\u044a'
				'\u044b\u044d\u044e\u044f\u0491\u0561\u0562\u0563\u0564\u0565\u0566\u0567\u0568\u0569\u056a'
				'\u056b\u056c\u056d\u056e\u056f\u0570\u0571\u0572\u0573\u0574\u0575\u0576\u0577\u0578\u0579'
				'\u057a\u057b\u057c\u057e\u0580\u0581\u0582\u0583\u0584\u0586abcdefghijkimnopqrstuvwxyzabcdef'
				'ghijkimnopqrstuvwxyzabcdefghijkimnopqrstuvwxyz'
			),
			'rn',
			'm'
		);
$$;

-- Whether a name is written in more than one script. Digits, signs, accents and emoji belong to none.
create function private.is_mixed(name text)
returns boolean
language sql
immutable
set search_path = ''
as $$
	select
		regexp_replace(normalize(name, NFKD), '[^' || array_to_string(scripts, '') || ']', '', 'g') !~ (
			'^([' || array_to_string(scripts, ']*|[') || ']*)$'
		)
	from
		(
			values(
				array[
					'\u0041-\u005a\u0061-\u007a\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u1d00-\u1d25'
					'\u1d2c-\u1d5c\u1d62-\u1d65\u1d6b-\u1d77\u1d79-\u1dbe\u1e00-\u1eff\u2c60-\u2c7f\ua722-\ua787'
					'\ua78b-\ua7ff\uab30-\uab5a\uab5c-\uab64\u2132\u214e\u2183-\u2184\uab66-\uab68',
					'\u0370-\u0373\u0376-\u0377\u037b-\u037d\u037f\u0386\u0388-\u03e1\u03f0-\u03ff\u1d26-\u1d2a'
					'\u1f00-\u1fbc\u1fc2-\u1fcc\u1fd0-\u1fdb\u1fe0-\u1fec\u1ff2-\u1ffc\uab65',
					'\u0400-\u0481\u048a-\u052f\u1c80-\u1c8a\u1d2b\u1d78\ua640-\ua66e\ua680-\ua69d\ua67f',
					'\u0531-\u0556\u0559-\u0588',
					'\u05d0-\u05f2',
					'\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06fc\u06ff'
					'\u0750-\u077f\u0870-\u0887\u0889-\u088e\u08a0-\u08c8\u06e5-\u06e6\u088f\u08c9\ufe73',
					'\u0710-\u072f\u074d-\u074f\u0860-\u086a',
					'\u0780-\u07b1',
					'\u07ca-\u07ea\u07f4-\u07f5\u07fa',
					'\u0904-\u0939\u093d\u0950\u0958-\u0961\u0972-\u097f\u0971',
					'\u0985-\u09b9\u09bd\u09ce\u09dc-\u09e1\u09f0-\u09f1\u09fc\u0980',
					'\u0a05-\u0a39\u0a59-\u0a5e\u0a72-\u0a74',
					'\u0a85-\u0ab9\u0abd\u0ad0\u0ae0-\u0ae1\u0af9',
					'\u0b05-\u0b39\u0b3d\u0b5c-\u0b61\u0b71',
					'\u0b83-\u0bb9\u0bd0',
					'\u0c05-\u0c39\u0c3d\u0c58-\u0c61',
					'\u0c85-\u0cb9\u0cbd\u0cdd-\u0ce1\u0cf1-\u0cf2\u0c80\u0cdc',
					'\u0d05-\u0d3a\u0d3d\u0d4e\u0d54-\u0d56\u0d5f-\u0d61\u0d7a-\u0d7f\u0d04',
					'\u0d85-\u0dc6',
					'\u0e01-\u0e30\u0e32\u0e40-\u0e46',
					'\u0e81-\u0eb0\u0eb2\u0ebd-\u0ec6\u0edc-\u0edf',
					'\u0f40-\u0f6c\u0f88-\u0f8c\u0f00',
					'\u1000-\u102a\u103f\u1050-\u1055\u105a-\u105d\u1061\u1065-\u1066\u106e-\u1070\u1075-\u1081'
					'\u108e\ua9e0-\ua9e4\ua9e6-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa76\uaa7a\uaa7e-\uaa7f',
					'\u10a0-\u10fa\u10fc-\u10ff\u1c90-\u1cbf\u2d00-\u2d2d',
					'\u1200-\u135a\u1380-\u138f\u2d80-\u2dde\uab01-\uab2e',
					'\u13a0-\u13fd\uab70-\uabbf',
					'\u1401-\u166c\u166f-\u167f\u18b0-\u18f5',
					'\u1780-\u17b3\u17dc\u17d7',
					'\u1820-\u1884\u1887-\u18a8\u18aa',
					'\u2d30-\u2d67',
					'\ua4d0-\ua4fd',
					'\u1100-\u115e\u1161-\u11ff\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u3096'
					'\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf'
					'\u4e00-\ua48c\ua960-\ua97c\uac00-\ud7fb\uf900-\ufaff\U00016fe0-\U00016fe3'
					'\U00017000-\U00018d08\U0001aff0-\U0001b2fb\U00020000-\U0003fffd\U00016ff2-\U00016ff3'
					'\U00018d09-\U00018d1e\U00018d80-\U00018df2',
					'\u0800-\u0815\u081a\u0824\u0828\u0840-\u0858\u1681-\u169a\u16a0-\u16f8\u1700-\u1711'
					'\u171f-\u1731\u1740-\u1751\u1760-\u1770\u1900-\u191e\u1950-\u19c9\u1a00-\u1a16\u1a20-\u1a54'
					'\u1b05-\u1b33\u1b45-\u1b4c\u1b83-\u1ba0\u1bae-\u1baf\u1bba-\u1be5\u1aa7\u1c00-\u1c23'
					'\u1c4d-\u1c4f\u1c5a-\u1c7d\u1ce9-\u1cec\u1cee-\u1cf3\u1cf5-\u1cf6\u1cfa\u2c00-\u2c5f'
					'\u2c80-\u2ce4\u2ceb-\u2cee\u2cf2-\u2cf3\u03e2-\u03ef\ua500-\ua62b\ua6a0-\ua6ef\ua800-\ua801'
					'\ua803-\ua805\ua807-\ua80a\ua80c-\ua822\ua840-\ua873\ua882-\ua8b3\ua8f2-\ua8fe\ua90a-\ua925'
					'\ua930-\ua946\ua984-\ua9b2\ua9cf\uaa00-\uaa28\uaa40-\uaa42\uaa44-\uaa4b\uaa80-\uaaaf\uaab1'
					'\uaab5-\uaab6\uaab9-\uaabd\uaac0\uaac2-\uaadd\uaae0-\uaaea\uaaf2-\uaaf4\uabc0-\uabe2'
					'\U00010000-\U0001007f\U00010080-\U000100fa\U00010280-\U000102df\U00010300-\U0001031f'
					'\U0001032d-\U00010375\U00010380-\U000107ba\U00010800-\U00010a00\U00010a10-\U00010a35'
					'\U00010a60-\U00010eff\U00010f00-\U00010fff\U00011003-\U00011037\U00011071-\U00011072'
					'\U00011075\U00011083-\U000110af\U000110d0-\U00016eff\U00016f00-\U00016f50'
					'\U00016f93-\U00016f9f\U0001bc00-\U0001bc99\U0001df00-\U0001dfff\U0001e030-\U0001e06d'
					'\U0001e100-\U0001efff'
				]
			)
		) as s (scripts);
$$;

grant execute on function private.name_form, private.is_mixed to authenticated;


-- schemas/base/meeting.sql

-- A child's page for their review (src/lib/domain/meeting.ts): how things are, who should be there, how they take part.
-- As much or as little as they like, but nothing that no screen could show.

create function private.are_names(list jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
	if jsonb_typeof(list) is distinct from 'array' then
		return false;
	end if;
	return jsonb_array_length(list) <= 20
	and not exists (
		select
		from jsonb_array_elements(list) as l (name)
		where jsonb_typeof(name) <> 'string' or not private.has_words(name #>> '{}') or char_length(name #>> '{}') > 40
	);
end;
$$;

-- One area of life: a mark or words, or both.
create function private.is_meeting_part(part jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
	if jsonb_typeof(part) is distinct from 'object' then
		return false;
	end if;
	if
		not part ?& '{area,marks,words}'
		or part - '{area,marks,words}'::text[] <> '{}'
		or jsonb_typeof(part -> 'marks') <> 'array'
		or jsonb_typeof(part -> 'words') <> 'string'
	then
		return false;
	end if;
	return '["home", "school", "family", "health", "friends", "money"]'::jsonb @> jsonb_build_array(part -> 'area')
	and '["good", "not_good", "want"]'::jsonb @> (part -> 'marks')
	and jsonb_array_length(part -> 'marks') = (
		select count(distinct mark)
		from jsonb_array_elements(part -> 'marks') as m (mark)
	)
	and char_length(part ->> 'words') <= 1000
	and (part -> 'marks' <> '[]' or private.has_words(part ->> 'words'));
end;
$$;

create function private.is_meeting(page jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
	if jsonb_typeof(page) is distinct from 'object' then
		return false;
	end if;
	if
		not page ?& '{parts,there,not_there,how}'
		or page - '{parts,there,not_there,how}'::text[] <> '{}'
		or jsonb_typeof(page -> 'parts') <> 'array'
		or not private.are_names(page -> 'there')
		or not private.are_names(page -> 'not_there')
	then
		return false;
	end if;
	return '["come", "bit", "adult", "advocate", "page", null]'::jsonb @> jsonb_build_array(page -> 'how')
	and not exists (
		select
		from jsonb_array_elements(page -> 'parts') as p (part)
		where not private.is_meeting_part(part)
	)
	and jsonb_array_length(page -> 'parts') = (
		select count(distinct part -> 'area')
		from jsonb_array_elements(page -> 'parts') as p (part)
	)
	and jsonb_array_length((page -> 'there') || (page -> 'not_there')) = (
		select count(distinct name)
		from jsonb_array_elements((page -> 'there') || (page -> 'not_there')) as n (name)
	);
end;
$$;

grant execute on function private.are_names, private.is_meeting_part, private.is_meeting to authenticated;


-- schemas/base/refusals.sql

-- How the database says no.

-- A refusal that a screen can explain: the message is a code (src/lib/domain/vocabulary/problems.ts), never a
-- sentence and never a person's words.
create function private.refuse(code text)
returns void
language plpgsql
set search_path = ''
as $$
begin
	raise sqlstate 'PT422' using message = code;
end;
$$;

-- Records. An owner could still change them by hand; this makes a slip impossible, and says so.
create function private.never_changes()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
	raise exception 'this is a record' using errcode = '42501';
end;
$$;

grant execute on function private.refuse to authenticated;


-- schemas/base/shapes.sql

-- Lists and words of a home's own, as the app makes them (src/lib/domain/checks/kinds.ts): a text where a text is
-- meant, and no more fields than these.
create function private.are_things(list jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
	select
		case
			when jsonb_typeof(list) = 'array' then not exists (
				select
				from jsonb_array_elements(list) as l (thing)
				where
					case
						when jsonb_typeof(thing) = 'object' then not coalesce(
							jsonb_typeof(thing -> 'words') = 'string'
							and jsonb_typeof(thing -> 'symbol') in ('string', 'null')
							and thing - '{words,symbol}'::text[] = '{}',
							false
						)
						else true
					end
			)
			else false
		end;
$$;

create function private.are_labels(labels jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
	select
		case
			when jsonb_typeof(labels) = 'object' then labels - '{key_worker,session,wish,child}'::text[] = '{}'
			and not exists (
				select
				from jsonb_each(labels) as l (name, label)
				where
					jsonb_typeof(label) <> 'string'
					or not private.has_words(label #>> '{}')
					or char_length(label #>> '{}') > 40
			)
			else false
		end;
$$;

grant execute on function private.are_things, private.are_labels to authenticated;


-- schemas/base/time.sql

-- Time, as it is written down and told.

-- When a call was made, for whatever is shown in the order in which it was said: now; in a batch, each a millisecond
-- after the one before, and the last one now (apply_calls sets it). Milliseconds, since a device counts in them.
create function private.said_at()
returns timestamptz
language sql
stable
set search_path = ''
as $$
	select coalesce(nullif(current_setting('sayso.said_at', true), '')::timestamptz, now());
$$;

create function private.hours(i interval)
returns int
language sql
immutable
return round(extract(epoch from i) / 3600)::int; -- resolved when made, so it needs no search_path, and is inlined
grant execute on function private.said_at, private.hours to authenticated;


-- schemas/people/table.sql

-- Homes and the people in them. Changed only through calls.

create type app.role as enum ('child', 'worker', 'manager', 'responsible_individual');

create type app.nation as enum ('england', 'wales', 'scotland', 'northern_ireland');

create table app.homes (
	id uuid primary key default gen_random_uuid(),
	name text not null,
	nation app.nation not null default 'england',
	time_zone text not null default 'Europe/London',
	labels jsonb not null default '{}' constraint bad_labels check (private.are_labels(labels)),
	rhythm_days int default 7 constraint bad_rhythm check (rhythm_days between 1 and 60),
	unread_within interval not null default '24 hours',
	answer_within interval not null default '7 days',
	complaint_within interval not null default '28 days',
	-- How long a child who left reads on.
	reading_days int not null default 90 constraint bad_reading_days check (reading_days between 28 and 366),
	recordings boolean not null default true, -- may children say something aloud? What was said before stays
	demo boolean not null default false,
	made_at timestamptz not null default now(),
	constraint bad_name check (private.has_words(name) and name = private.shown_name(name)),
	constraint name_too_long check (char_length(name) <= 60),
	constraint bad_unread
		check (
			unread_within between '1 hour' and '30 days'
			and answer_within between '1 hour' and '60 days'
			and complaint_within between '1 hour' and '60 days'
		)
);

create table app.people (
	id uuid primary key,
	home_id uuid not null references app.homes,
	role app.role not null,
	name text not null,
	picture text constraint bad_picture check (picture ~ '^[a-z_]{1,30}$'), -- a face from the app's own set
	pronouns text not null default '' constraint pronouns_too_long check (char_length(pronouns) <= 40),
	not_at_work_since timestamptz, -- a neutral state that cuts access at once; nobody need know why
	left_at timestamptz,
	made_at timestamptz not null default now(),
	constraint bad_name check (private.has_words(name) and name = private.shown_name(name)),
	constraint mixed_letters check (not private.is_mixed(name)),
	constraint name_too_long check (char_length(name) <= 40),
	constraint children_do_not_work check (role <> 'child' or not_at_work_since is null)
);

create index on app.people (home_id);
-- A child picks by name and face: nobody of the staff may pass for somebody else, nor for somebody who left and stands
-- in what was said. Children may be called what they like, also like an adult or like each other: the screens tell
-- those apart (src/lib/domain/text/alike.ts).
create unique index name_taken on app.people (home_id, private.name_form(name)) where role <> 'child';


-- schemas/devices/table.sql

-- Logins: who signs in on which device; who vouched for it; who stopped it.

-- A child's account is one device; a staff account is an e-mail and a password. One account may be a person in
-- several homes. whole: made by the home's owner, or a staff member's first: it never waits for approval (law 1).
create table app.logins (
	id uuid primary key default gen_random_uuid(),
	account_id uuid not null references auth.users
		on delete cascade,
	person_id uuid not null references app.people,
	home_id uuid not null references app.homes,
	device text not null,
	invited_by uuid references app.people,
	invited_by_login uuid references app.logins, -- who held the code: null, the owner of the database
	whole boolean not null default false,
	made_at timestamptz not null default clock_timestamp(),
	cut_off_at timestamptz,
	disowned_at timestamptz, -- two adults settled that it was never this person's
	-- What follows from all that is known of the home's logins (standing.sql), and from nothing else.
	own boolean not null default false, -- the person's own, as far as anybody can know: it speaks and decides for them
	-- Stopped by another device of the child, or one of two that dispute: it reads nothing new.
	frozen boolean not null default false,
	reached_by uuid[] not null default '{}', -- adults whose codes lead to it, and whom nobody else's yes rules out
	unique (account_id, person_id)
);

create index on app.logins (person_id);
create index on app.logins (home_id);
create index on app.logins (invited_by_login);

-- Who vouched for a login: another login of the same person, or an adult of the home.
create table app.login_approvals (
	login_id uuid not null references app.logins
		on delete cascade,
	by_login uuid not null references app.logins
		on delete cascade,
	by_person uuid not null references app.people,
	at timestamptz not null default clock_timestamp(),
	primary key (login_id, by_person, by_login)
);

create index on app.login_approvals (by_login);

-- A child's device that another device of the child stopped. It may say that it is the child's all the same: then
-- neither reads anything new until two adults, neither of whom made either, say yes to one of them.
create table app.login_stops (
	id uuid primary key default gen_random_uuid(),
	login_id uuid not null references app.logins
		on delete cascade,
	by_login uuid not null references app.logins
		on delete cascade check (by_login <> login_id),
	at timestamptz not null default clock_timestamp(),
	contested_at timestamptz,
	ended_at timestamptz
);

create unique index on app.login_stops (login_id) where ended_at is null;
create index on app.login_stops (login_id);
create index on app.login_stops (by_login);


-- schemas/devices/who_am_i.sql

-- Who am I? Every policy and every default asks these. "(select …)" also inside: on a small table a bare call runs
-- once for each row. And "any (array(select …))", not "in": only so a read policy that follows another one finds its
-- rows by index. Helpers are plpgsql, which keeps its plans.

-- My login, as the person whom the request named (or the only one that I am). Nobody: on a device that was cut off,
-- after I left, or while I am not at work; or when I am several and did not say which. Then every policy says no. A
-- child who left reads on for the home's time, which is said from the first day; what they may still write:
-- private.goes_on.
-- A view asks this some eighty times: so whatever asks it looks no table through, as the planner does to small ones
-- ("enable_seqscan"). It is never kept for a request: what was true a call ago (not cut off, not gone, this person) is
-- asked again, and there is nothing to forge.
create view private.asker as
	select a.*
	from
		(
			select
				l.id as login_id,
				p.id as person_id,
				p.home_id,
				p.role,
				l.own,
				l.frozen,
				l.reached_by,
				count(*) over () as logins
			from
				app.logins l
				join app.people p on p.id = l.person_id
			where
				l.account_id = (select auth.uid())
				and l.cut_off_at is null
				and p.not_at_work_since is null
				and (
					p.left_at is null
					or (
						p.role = 'child'
						and now() < p.left_at + make_interval(
							days => (select h.reading_days from app.homes h where h.id = p.home_id)
						)
					)
				)
				and l.person_id = coalesce(nullif(current_setting('sayso.person', true), '')::uuid, l.person_id)
		) a
	where a.logins = 1;

create function private.my_login()
returns uuid
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return (select login_id from private.asker);
end;
$$;

create function private.me()
returns uuid
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return (select person_id from private.asker);
end;
$$;

create function private.my_home()
returns uuid
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return (select home_id from private.asker);
end;
$$;

create function private.my_role()
returns app.role
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return (select role from private.asker);
end;
$$;

-- Whether this login speaks for its person; whether it is stopped, or disputed; and the adults who might be the ones
-- that hold it.
create function private.is_own()
returns boolean
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return coalesce((select own from private.asker), false);
end;
$$;

create function private.is_frozen()
returns boolean
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return coalesce((select frozen from private.asker), true);
end;
$$;

create function private.reached_by()
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return coalesce((select a.reached_by from private.asker a), '{}');
end;
$$;

grant execute
on function private.my_login,
private.me,
private.my_home,
private.my_role,
private.is_own,
private.is_frozen,
private.reached_by
to authenticated;


-- schemas/people/abilities.sql

-- Who may do what, and for whom: one table. src/lib/domain/abilities.ts has the same rows, and says what each ability
-- is for; tests/house/domain.test.ts compares them. Everything else asks these, and names no role of staff.

create view private.abilities as
	select a.ability, a.role::app.role as role, a.reach
	from
		(
			values
				('speak', 'child', 'self'),
				('listen', 'worker', 'home'),
				('listen', 'manager', 'home'),
				('listen', 'responsible_individual', 'home'),
				('be_key_worker', 'worker', 'theirs'),
				('be_key_worker', 'manager', 'theirs'),
				('plan_session', 'worker', 'theirs'),
				('plan_session', 'manager', 'theirs'),
				('see_sessions', 'child', 'self'),
				('see_sessions', 'worker', 'theirs'),
				('see_sessions', 'manager', 'home'),
				('offer_agreement', 'child', 'self'),
				('offer_agreement', 'worker', 'theirs'),
				('offer_agreement', 'manager', 'theirs'),
				('invite', 'worker', 'theirs'),
				('pair_tablet', 'worker', 'home'),
				('pair_tablet', 'manager', 'home'),
				('see_unclear', 'worker', 'home'),
				('see_unclear', 'manager', 'home'),
				('hand_over', 'worker', 'home'),
				('hand_over', 'manager', 'home'),
				('run_home', 'manager', 'home'),
				('oversee', 'responsible_individual', 'home'),
				('lead_home', 'manager', 'home'),
				('lead_home', 'responsible_individual', 'home'),
				('next_in_line', 'manager', 'home'),
				('last_in_line', 'responsible_individual', 'home')
		) a (ability, role, reach);

-- Whose place in the home each role decides. A manager cannot name, shut out or replace the responsible individual, who
-- hears the complaints about that manager: set-up does (set_up/homes.sql).
create view private.manages as
	select m.role::app.role as role, m.other::app.role as other
	from
		(
			values
				('manager', 'child'),
				('manager', 'worker'),
				('manager', 'manager'),
				('responsible_individual', 'manager'),
				('responsible_individual', 'responsible_individual')
		) m (role, other);

-- Whether somebody of this role may do it at all.
create function private.can(role app.role, ability text)
returns boolean
language plpgsql
immutable
security definer
set search_path = ''
as $$
begin
	return exists (select from private.abilities a where a.role = can.role and a.ability = can.ability);
end;
$$;

-- For whom somebody of this role may do it; null: they may not.
create function private.reach_for(role app.role, ability text)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
	return (select a.reach from private.abilities a where a.role = reach_for.role and a.ability = reach_for.ability);
end;
$$;

-- For whom I may do it.
create function private.reach_of(ability text)
returns text
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return (
		select a.reach
		from
			private.asker me
			join private.abilities a on a.role = me.role
		where a.ability = reach_of.ability
	);
end;
$$;

-- Whether I may do it; child: for this child, now.
create function private.may(ability text, child uuid default null)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	reach text := private.reach_of(ability);
begin
	return case
		when reach is null then false
		when child is null
		or reach = 'home' then true
		when reach = 'theirs' then child = any (private.i_work_with())
		else child = (select private.me())
	end;
end;
$$;

-- Whether I decide this person's place in the home. Nobody decides their own.
create function private.may_change(person uuid, its_role app.role)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return person <> (select private.me())
	and exists (select from private.manages m where m.role = (select private.my_role()) and m.other = its_role);
end;
$$;

create function private.must(ability text)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	if not private.may(ability) then
		raise exception 'not yours' using errcode = '42501';
	end if;
end;
$$;

-- Nor on a sign-in that may be somebody else's.
create function private.must_as_oneself(ability text)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	if not private.may(ability) or not private.is_own() then
		raise exception 'not yours' using errcode = '42501';
	end if;
end;
$$;

grant execute on function private.may, private.must, private.must_as_oneself to authenticated;


-- schemas/key_workers/table.sql

-- Who is whose key worker, who is away and who covers.

create table app.key_workers (
	id uuid primary key default gen_random_uuid(),
	home_id uuid not null references app.homes,
	child_id uuid not null references app.people,
	worker_id uuid not null references app.people,
	place smallint not null constraint bad_place check (place in (1, 2)),
	from_at timestamptz not null default now(),
	until timestamptz not null default 'infinity',
	because text constraint bad_because check (char_length(because) <= 300)
);

create unique index on app.key_workers (child_id, place) where until = 'infinity';
create unique index on app.key_workers (child_id, worker_id) where until = 'infinity';
create index on app.key_workers (child_id);
create index on app.key_workers (worker_id);
create index on app.key_workers (home_id);

create table app.away (
	id uuid primary key default gen_random_uuid(),
	home_id uuid not null references app.homes,
	worker_id uuid not null references app.people,
	cover_id uuid references app.people constraint covers_another check (cover_id <> worker_id),
	from_at timestamptz not null,
	until timestamptz not null constraint bad_until check (until > from_at)
);

create index on app.away (worker_id);
create index on app.away (cover_id, until);
create index on app.away (home_id);

create table app.refused_covers (
	away_id uuid not null references app.away
		on delete cascade,
	child_id uuid not null default private.me() references app.people,
	at timestamptz not null default now(),
	primary key (away_id, child_id)
);

create index on app.refused_covers (child_id);


-- schemas/sessions/table.sql

-- Our time. Adults' plans and records, written to the child: the screens say who reads them where they are written.
-- What a child shares is an item, with its own readers; a session names no item.

create type app.how as enum ('talk', 'walk', 'drive', 'activity');

create type app.session_event_kind as enum (
	'planned',
	'changed',
	'cancelled',
	'how_picked',
	'other_time_asked',
	'not_today',
	'recorded',
	'tapped'
);

create table app.sessions (
	id uuid primary key,
	home_id uuid not null default private.my_home() references app.homes,
	child_id uuid not null references app.people,
	with_id uuid not null default private.me() references app.people,
	starts_at timestamptz not null,
	state text not null default 'planned' check (state in ('planned', 'cancelled', 'recorded')),
	made_at timestamptz not null default now()
);

create index on app.sessions (child_id);
create index on app.sessions (home_id);

create table app.session_events (
	id uuid primary key,
	session_id uuid not null references app.sessions,
	person_id uuid not null default private.me() references app.people,
	login_id uuid default private.my_login() references app.logins,
	kind app.session_event_kind not null,
	at timestamptz not null default clock_timestamp(),
	starts_at timestamptz,
	place text constraint place_too_long check (char_length(place) <= 300),
	how app.how,
	purpose text constraint purpose_too_long check (char_length(purpose) <= 5000),
	aims text[] not null default '{}' constraint bad_aims
		check (aims <@ '{together,progress,issue,review,court,future,past,settling}'),
	unplanned boolean not null default false, -- put down when it had taken place
	because text constraint because_too_long check (char_length(because) <= 300),
	other_day date,
	other_part text constraint bad_part check (other_part in ('morning', 'midday', 'afternoon', 'evening')),
	symbol text constraint bad_symbol check (symbol ~ '^[a-z_]{1,30}$'),
	words text constraint too_many_words check (char_length(words) <= 5000),
	talked text constraint talked_too_long check (char_length(talked) <= 5000),
	came text constraint came_too_long check (char_length(came) <= 5000),
	went text constraint went_too_long check (char_length(went) <= 5000),
	good text constraint good_too_long check (char_length(good) <= 300),
	mine text constraint bad_mine check (mine in ('yes', 'a_bit', 'no')),
	ended text constraint bad_ended check (ended in ('good', 'ok', 'hard')),
	constraint plan_is_whole
		check (
			kind not in ('planned', 'changed')
			or (starts_at is not null and private.has_words(place) and how is not null and purpose is not null) is true
		),
	constraint cancel_needs_reason check (kind <> 'cancelled' or private.has_words(because)),
	constraint how_picked_needs_how check (kind <> 'how_picked' or how is not null),
	constraint other_time_needs_words
		check (kind <> 'other_time_asked' or private.has_words(words) or other_day is not null or other_part is not null),
	constraint record_needs_talked
		check (
			kind <> 'recorded'
			or (private.has_words(talked) and came is not null and went is not null and good is not null) is true
		),
	constraint taps_are_two check (kind <> 'tapped' or (mine is not null and ended is not null))
);

create index on app.session_events (session_id);

create trigger never_changes
before update or delete on app.session_events
for each statement
execute function private.never_changes();


-- schemas/items/table.sql

-- Items: a wish, topic, complaint, request, note, page for a review (meeting) or what a child tells of themselves
-- (about_me); whom its author picked, left out and was shown; what happened since. Records: nobody may change or
-- remove a row; state columns follow the events by trigger only.

create type app.item_kind as enum ('wish', 'topic', 'complaint', 'request', 'note', 'meeting', 'about_me');

create type app.item_event_kind as enum (
	'opened',
	'planned',
	'unplanned',
	'answered',
	'helped',
	'reopened',
	'taken_back',
	'changed',
	'handled',
	'let_in',
	'given',
	'taken_from',
	'raised',
	'disowned'
);

create table app.items (
	id uuid primary key, -- made on the device
	kind app.item_kind not null,
	home_id uuid not null default private.my_home() references app.homes, -- where it was said: it stays there
	child_id uuid not null default private.me() references app.people,
	author_id uuid not null default private.me() references app.people,
	login_id uuid default private.my_login() references app.logins, -- null: put there by the database's owner (demo)
	symbol text constraint bad_symbol check (symbol ~ '^[a-z_]{1,30}$'),
	words text not null constraint too_long check (char_length(words) <= 5000),
	picture text constraint bad_picture check (picture ~ '^[0-9a-f]{64}$'),
	recording text constraint bad_recording check (recording ~ '^[0-9a-f]{64}$'), -- what the child said aloud
	about_id uuid references app.people,
	meeting jsonb, -- of a page for a review: what stands on it
	about_me jsonb, -- of what a child tells of themselves
	may_move boolean not null default false, -- may the words move to the next person, or only "something waits"?
	unread_within interval, -- the rule that the child was shown; null: this kind never moves
	answer_within interval,
	place int, -- a topic's place on the list
	planned_in uuid references app.sessions,
	sent_at timestamptz not null default private.said_at(),
	asked_at timestamptz not null default private.said_at(), -- sent, or last reopened
	opened_at timestamptz, -- first opened since it was asked
	answered_at timestamptz,
	taken_back_at timestamptz,
	closed_at timestamptz, -- answered, taken back, or (a topic) talked about
	constraint nothing_said
		check (
			private.has_words(words)
			or symbol is not null
			or picture is not null
			or recording is not null
			or (meeting <> '{"parts": [], "there": [], "not_there": [], "how": null}') is true
			or (about_me <> '{"parts": []}') is true
		),
	constraint bad_meeting
		check (
			case kind
				when 'meeting' then private.is_meeting(meeting)
				else meeting is null
			end
		),
	constraint bad_about_me
		check (
			case kind
				when 'about_me' then private.is_about_me(about_me)
				else about_me is null
			end
		),
	constraint note_is_by_an_adult check ((kind = 'note') = (author_id <> child_id)),
	constraint about_whom
		check (
			case kind
				when 'complaint' then true
				when 'request' then about_id is not null
				else about_id is null
			end
		)
);

create index on app.items (child_id, closed_at);
create index on app.items (home_id, closed_at);
create index on app.items (login_id);
create index on app.items (author_id) where kind = 'note';
create index on app.items (planned_in) where planned_in is not null;
create index on app.items (about_id) where about_id is not null;
create index on app.items (home_id, picture) where picture is not null;
create index on app.items (home_id, recording) where recording is not null;

create trigger never_goes
before delete on app.items
for each statement
execute function private.never_changes();

create table app.item_readers (
	item_id uuid not null references app.items,
	reader_id uuid not null references app.people,
	relation_id uuid references app.key_workers, -- picked as "my key worker": then the child's other key workers are next
	primary key (item_id, reader_id)
);

create index on app.item_readers (reader_id);

create table app.left_out (
	item_id uuid not null references app.items,
	person_id uuid not null references app.people,
	primary key (item_id, person_id)
);

create index on app.left_out (person_id);

-- The faces that were shown before sending, and those that the child said yes to later (law 3).
create table app.shown (
	item_id uuid not null references app.items,
	person_id uuid not null references app.people,
	primary key (item_id, person_id)
);

create table app.item_events (
	id uuid primary key,
	item_id uuid not null references app.items,
	person_id uuid not null default private.me() references app.people,
	kind app.item_event_kind not null,
	at timestamptz not null default clock_timestamp(), -- in order, also inside one batch
	answer text constraint bad_answer
		check (answer in ('yes', 'partly', 'no', 'not_now', 'not_mine', 'upheld', 'partly_upheld', 'not_upheld')),
	because text,
	will_happen text, -- what the adults do now
	by_day date,
	asked_whom text constraint bad_asked_whom check (char_length(asked_whom) <= 300),
	asked_on date,
	session_id uuid references app.sessions,
	helped text constraint bad_helped check (helped in ('yes', 'a_bit', 'no')),
	words text constraint too_many_words check (char_length(words) <= 5000),
	symbol text constraint bad_symbol check (symbol ~ '^[a-z_]{1,30}$'),
	whom uuid references app.people,
	with_ids uuid[],
	worry_about uuid references app.people,
	told_child boolean,
	hidden boolean not null default false, -- from the child, since seeing it would be unsafe (law 9)
	only_for uuid[], -- which adults see this event; null: every reader
	constraint too_long check (char_length(because) <= 5000 and char_length(will_happen) <= 5000),
	-- "is not null" on purpose: a check that comes out as null lets the row in
	constraint answer_needs_reason check (kind not in ('answered', 'raised') or private.has_words(because)),
	constraint answer_needs_answer check ((kind = 'answered') = (answer is not null)),
	constraint answer_needs_will_happen
		check (answer not in ('yes', 'partly', 'upheld', 'partly_upheld') or private.has_words(will_happen)),
	constraint answer_needs_day check (answer in ('no', 'not_upheld') or by_day is not null or kind <> 'answered'),
	constraint answer_needs_asked
		check (answer is distinct from 'not_mine' or (private.has_words(asked_whom) and asked_on is not null)),
	constraint handled_needs_day check (kind <> 'handled' or by_day is not null),
	constraint raised_needs_people
		check (kind <> 'raised' or (cardinality(with_ids) > 0 and told_child is not null) is true),
	constraint hidden_or_told check (not (hidden and told_child is true)),
	constraint planned_needs_session check ((kind = 'planned') = (session_id is not null)),
	constraint let_in_needs_whom check ((kind in ('let_in', 'given', 'taken_from')) = (whom is not null)),
	constraint helped_needs_helped check ((kind = 'helped') = (helped is not null))
);

create index on app.item_events (item_id);
create index on app.item_events (item_id) where kind = 'raised';
create index on app.item_events using gin (with_ids) where kind = 'raised';

create trigger never_changes
before update or delete on app.item_events
for each statement
execute function private.never_changes();


-- schemas/guide/lines.sql

-- Lines of the guide, and the numbers in them that can be rung.

-- What is rung when somebody writes a number as people do (src/lib/domain/text/phone.ts). Null: not clear which
-- number that is.
create function private.number_to_ring(typed text)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
	n text := translate(
		private.shown_name(typed),
		E'٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９＋（）／\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\u00b7\u2022',
		'012345678901234567890123456789+()/--------..'
	);
begin
	n := regexp_replace(n, '^[Tt][Ee][Ll][.:]? ?', '');
	-- A stroke after the area code; elsewhere it parts two numbers.
	n := regexp_replace(n, '^([+(0][0-9() -]{1,9})/ ?(?=[0-9][0-9 .-]{4,}$)', '\1 ');
	-- The nought that is left out after the country.
	n := regexp_replace(n, '^((\+|00)[0-9]{1,3}) ?\(0\)', '\1 ');
	n := btrim(regexp_replace(n, '[() .-]+', ' ', 'g'), ' ');
	n := regexp_replace(n, '^(\+ ?|00 ?(?=[1-9]))', '+');
	n := regexp_replace(n, '^\+44 ?0 ?', '+44 ');
	return case
		when replace(n, ' ', '') ~ '^(\+[1-9][0-9]{6,14}|0[0-9]{7,10}|[1-9][0-9]{2,5})$' then n
	end;
end;
$$;

-- Lines with each number as it will be rung.
create function private.with_numbers(lines jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
	select
		case
			when jsonb_typeof(lines) = 'array' then (
				select
					coalesce(
						jsonb_agg(
							case
								when private.number_to_ring(line ->> 'number') is null then line
								else jsonb_set(line, '{number}', to_jsonb(private.number_to_ring(line ->> 'number')))
							end
							order by n
						),
						'[]'
					)
				from jsonb_array_elements(lines) with ordinality as l (line, n)
			)
			else lines
		end;
$$;

-- Lines as the app makes them: {kind, words, symbol, number}. A number stands only on a line to ring, and only there
-- it must.
create function private.are_lines(lines jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
	select
		case
			when jsonb_typeof(lines) = 'array'
			and jsonb_array_length(lines) <= 100 then not exists (
				select
				from jsonb_array_elements(lines) as l (line)
				where
					not coalesce(
						jsonb_typeof(line) = 'object'
						and line ->> 'kind' in ('head', 'line', 'ring')
						and jsonb_typeof(line -> 'words') = 'string'
						and private.has_words(line ->> 'words')
						and char_length(line ->> 'words') <= 300
						and (jsonb_typeof(line -> 'symbol') = 'null' or line ->> 'symbol' ~ '^[a-z_]{1,30}$')
						and case
							when line ->> 'kind' = 'ring' then line ->> 'number' = private.number_to_ring(line ->> 'number')
							else jsonb_typeof(line -> 'number') = 'null'
						end
						and (select count(*) from jsonb_object_keys(line)) = 4,
						false
					)
			)
			else false
		end;
$$;

grant execute on function private.number_to_ring, private.with_numbers, private.are_lines to authenticated;


-- schemas/guide/table.sql

-- What the home adds to the guide: sections, written by its manager in short lines, never as HTML. A version is never
-- changed: a newer one takes its place. How to complain here needs the yes of a second adult before children see it.
-- The four parts that the law asks for cannot be published empty.

create table app.sections (
	id uuid primary key,
	home_id uuid not null default private.my_home() references app.homes,
	author_id uuid not null default private.me() references app.people,
	section text not null constraint bad_section
		check (
			section in (
				'expect',
				'support',
				'complaints',
				'advocate', -- the four parts
				'people',
				'day',
				'rules',
				'fire',
				'money',
				'family_time',
				'visitors',
				'phone',
				'night',
				'councils',
				'social_workers'
			)
		),
	lines jsonb not null constraint bad_lines check (private.are_lines(lines)),
	review_by date not null,
	at timestamptz not null default clock_timestamp(),
	constraint section_empty check (lines <> '[]' or section not in ('expect', 'support', 'complaints', 'advocate')),
	constraint bad_review_by
		check (review_by between (at at time zone 'UTC')::date and (at at time zone 'UTC')::date + 400)
);

create index on app.sections (home_id, section, at desc);
create index on app.sections (author_id);

create trigger never_changes
before update or delete on app.sections
for each statement
execute function private.never_changes();

-- The second adult's yes.
create table app.section_approvals (
	section_id uuid primary key references app.sections,
	person_id uuid not null default private.me() references app.people,
	at timestamptz not null default clock_timestamp()
);

create index on app.section_approvals (person_id);

create trigger never_changes
before update or delete on app.section_approvals
for each statement
execute function private.never_changes();


-- schemas/agreements/table.sql

-- "How we meet": agreed when both said yes to the newest.

create table app.agreements (
	id uuid primary key,
	home_id uuid not null default private.my_home() references app.homes,
	child_id uuid not null references app.people,
	made_by uuid not null default private.me() references app.people,
	made_at timestamptz not null default clock_timestamp(),
	how_often text not null constraint how_often_too_long check (char_length(how_often) <= 300),
	where_we_meet text not null constraint where_too_long check (char_length(where_we_meet) <= 300),
	how_to_stop text not null constraint how_to_stop_too_long check (char_length(how_to_stop) <= 300),
	notes_kept text not null constraint notes_too_long check (char_length(notes_kept) <= 300)
);

create index on app.agreements (child_id);
create index on app.agreements (home_id);

create table app.agreed (
	agreement_id uuid not null references app.agreements,
	person_id uuid not null default private.me() references app.people,
	login_id uuid default private.my_login() references app.logins,
	at timestamptz not null default now()
);
-- A yes from a device that was not the child's is followed by the child's own.
create unique index agreed_agreement_id_person_id_login_id_key on app.agreed (agreement_id, person_id, login_id)
nulls not distinct;


-- schemas/audit/table.sql

-- What was changed about people, and by whom. Written by the calls that change them; nobody can change it.

create table app.audit (
	id bigint generated always as identity primary key,
	home_id uuid not null references app.homes,
	person_id uuid not null references app.people,
	login_id uuid not null references app.logins,
	at timestamptz not null default now(),
	what text not null,
	subject_id uuid, -- the person or thing that it was about; never a word of anybody's
	with_id uuid, -- who covers
	because text
);

create index on app.audit (home_id, at);

create trigger never_changes
before update or delete on app.audit
for each statement
execute function private.never_changes();

create function private.note_down(what text, subject uuid, because text default null, with_whom uuid default null)
returns void
language sql
security definer
set search_path = ''
as $$
	insert into app.audit (home_id, person_id, login_id, what, subject_id, with_id, because)
	values (private.my_home(), private.me(), private.my_login(), what, subject, with_whom, because);
$$;


-- schemas/calls/table.sql

-- Every write is a call {id, name, args}. apply_calls is the only door: it does each call once, however often it
-- comes. A refused call leaves nothing behind, so it may be mended and sent again under the same id.

create table app.calls (
	person_id uuid not null default private.me() references app.people,
	id uuid not null, -- made on the device; unique for one person, so nobody learns of another's ids
	login_id uuid not null default private.my_login() references app.logins,
	-- Counts this login's calls: my_view says up to which one it knows. (A person's would tell a device that an adult
	-- added how much the child says elsewhere.)
	seq bigint not null,
	name text not null,
	args_hash bytea not null,
	at timestamptz not null default now(),
	primary key (person_id, id),
	unique (login_id, seq)
);


-- schemas/cards/table.sql

-- Intro cards, pictures and recordings. Pictures are drawings, or a worker's photo: never a photo of a child. A
-- recording is what a child said aloud; it travels, is sealed and is read as a picture is. All are kept as they were.

create table app.pictures (
	home_id uuid not null default private.my_home() references app.homes,
	made_by uuid not null default private.me() references app.people,
	login_id uuid default private.my_login() references app.logins, -- null: put there by the owner of the database
	hash text not null constraint bad_picture check (hash ~ '^[0-9a-f]{64}$'),
	bytes bytea not null,
	at timestamptz not null default now(),
	-- By its first bytes, as a browser records: WebM, Ogg, MP4.
	is_sound boolean not null generated always as (
		substring(bytes, 1, 4) in ('\x1a45dfa3', '\x4f676753')
		or substring(bytes, 5, 4) = '\x66747970'
	) stored,
	constraint picture_too_big check (length(bytes) >= 12 and (is_sound or length(bytes) <= 61440)),
	constraint recording_too_big check (not is_sound or length(bytes) <= 122880),
	constraint picture_is_its_hash check (hash = encode(sha256(bytes), 'hex')),
	constraint not_a_picture
		check (
			is_sound
			or substring(bytes, 1, 3) = '\xffd8ff'
			or substring(bytes, 1, 8) = '\x89504e470d0a1a0a'
			or (substring(bytes, 1, 4) = '\x52494646' and substring(bytes, 9, 4) = '\x57454250')
		)
);

create unique index pictures_made_by_hash_login_id_key on app.pictures (made_by, hash, login_id) nulls not distinct;
create index on app.pictures (home_id, hash);

create table app.cards (
	id uuid primary key,
	person_id uuid not null default private.me() references app.people,
	home_id uuid not null default private.my_home() references app.homes,
	job text not null constraint job_too_long check (char_length(job) <= 300),
	things jsonb not null constraint bad_things
		check (private.are_things(things) and jsonb_array_length(things) <= 3 and length(things::text) <= 2000),
	reach text not null constraint reach_too_long check (char_length(reach) <= 300),
	here text not null constraint here_too_long check (char_length(here) <= 300),
	picture text constraint bad_picture check (picture ~ '^[0-9a-f]{64}$'),
	at timestamptz not null default clock_timestamp()
);

create index on app.cards (home_id, person_id, at desc);


-- schemas/codes/table.sql

-- A one-time code brings a device to a person. The code is made on the staff device and only its hash is sent: it is
-- never in the database, nor in the kept outcome of a call.

create table app.invites (
	id uuid primary key,
	home_id uuid not null default private.my_home() references app.homes,
	person_id uuid not null references app.people,
	made_by uuid default private.me() references app.people, -- null: made by the owner of the database (set-up, demo)
	made_by_login uuid default private.my_login() references app.logins,
	code_hash bytea not null unique constraint bad_code_hash check (length(code_hash) = 32),
	device text not null constraint bad_device
		check (private.has_words(device) and device = private.shown_name(device) and char_length(device) <= 60),
	made_at timestamptz not null default private.said_at(),
	expires_at timestamptz not null default now() + interval '1 day',
	used_by uuid unique,
	used_at timestamptz,
	ended_at timestamptz -- taken back, or a newer one was made
);

create index on app.invites (home_id);
create index on app.invites (person_id);


-- schemas/promises/table.sql

-- Promises: who does what by when, and whether it was kept.

create table app.promises (
	id uuid primary key,
	home_id uuid not null default private.my_home() references app.homes,
	child_id uuid not null references app.people,
	session_id uuid references app.sessions,
	owner_id uuid not null references app.people,
	made_by uuid not null default private.me() references app.people,
	words text not null constraint promise_needs_words check (private.has_words(words) and char_length(words) <= 300),
	due date not null,
	made_at timestamptz not null default private.said_at()
);

create index on app.promises (child_id);
create index on app.promises (home_id);
create index on app.promises (owner_id);

create table app.promise_ends (
	promise_id uuid primary key references app.promises,
	person_id uuid not null default private.me() references app.people,
	at timestamptz not null default now(),
	kept boolean not null,
	because text constraint because_too_long check (char_length(because) <= 300),
	constraint broken_needs_reason check (kept or private.has_words(because))
);


-- schemas/tablets/table.sql

-- A tablet of the home that shows what the home wrote in its guide, also when no drawer is open. It is nobody: no
-- person and no login, so that private.me() is null for it and every policy gives it nothing. It may ask one thing,
-- home_guide.

-- One row from the code to its end. The code is made on the staff device and only its hash is sent, as with a
-- person's.
create table app.tablets (
	id uuid primary key,
	home_id uuid not null default private.my_home() references app.homes,
	made_by uuid not null default private.me() references app.people,
	code_hash bytea not null unique constraint bad_code_hash check (length(code_hash) = 32),
	device text not null constraint bad_device
		check (private.has_words(device) and device = private.shown_name(device) and char_length(device) <= 60),
	made_at timestamptz not null default private.said_at(),
	expires_at timestamptz not null default now() + interval '1 day',
	used_by uuid unique,
	used_at timestamptz,
	cut_off_at timestamptz
);

create index on app.tablets (home_id);


-- schemas/unclear/table.sql

-- "I don't get this": a mark on a page of the guide, so that the home writes it more simply or talks it through. It
-- holds a page and a day: no words, and nobody's name. So it is no item and has no readers to pick: the screen says
-- before the press that adults here see it. Whether a page may be marked at all is told beside the page (`talk` in
-- src/content/england).

create table app.unclear (
	-- Its own: neither the call's id nor anything in its arguments leads to it.
	id uuid primary key default gen_random_uuid(),
	home_id uuid not null default private.my_home() references app.homes,
	page text not null,
	version uuid references app.sections, -- of what the home wrote itself. A newer one has no marks.
	-- Not the hour: who was at the tablet then is easily known.
	day date not null default (now() at time zone 'UTC')::date,
	constraint bad_page
		check (
			case
				when version is null then page in (
					'guide',
					'review',
					'held',
					'missing',
					'night',
					'hard-day',
					'moving',
					'guide#expect',
					'guide#support',
					'guide#team',
					'guide#day',
					'guide#rules',
					'guide#fire',
					'guide#money',
					'guide#family',
					'guide#phone',
					'guide#nights',
					'guide#health',
					'guide#bullying',
					'guide#leave'
				)
				else page ~ '^home/'
				and page not in ('home/complaints', 'home/advocate')
			end
		)
);

create index on app.unclear (home_id);
create index on app.unclear (version);


-- schemas/items/moves.sql

-- When an item moves on, and to whom next.

-- Two clocks, unread and unanswered: when an item reaches its next people, at step 1 or 2. gone: when the last of those
-- picked stopped being there. (A standard body: resolved when made, so it needs no search_path, and is inlined.)
create function private.moves_at(
	asked timestamptz,
	opened timestamptz,
	unread interval,
	answer interval,
	gone timestamptz,
	step int
)
returns timestamptz
language sql
stable
return least(
	case
		when opened is null
		or opened > asked + step * unread then asked + step * unread
	end,
	asked + step * answer,
	greatest(gone, asked) + (step - 1) * answer
);

-- Everybody stands for themselves; who covers stands for who is away, if that was not over by then. Until one of the
-- two is not there any more.
create function private.stand_ins(people uuid[], since timestamptz)
returns table (person_id uuid, holder_id uuid, away_id uuid, home_id uuid, from_at timestamptz, until timestamptz)
language plpgsql
stable
set search_path = ''
rows 20
as $$
begin
	return query select
			p.id,
			p.id,
			null::uuid,
			p.home_id,
			'-infinity'::timestamptz,
			least('infinity'::timestamptz, p.left_at, p.not_at_work_since)
		from app.people p
		where p.id = any (people) and p.role <> 'child'
		union all
		select
			a.cover_id,
			a.worker_id,
			a.id,
			a.home_id,
			a.from_at,
			least(a.until, p.left_at, p.not_at_work_since, h.left_at)
		from
			app.away a
			join app.people p on p.id = a.cover_id and p.home_id = a.home_id and p.role <> 'child'
			join app.people h on h.id = a.worker_id and h.home_id = a.home_id
		where a.cover_id = any (people) and a.until > since;
end;
$$;

-- Of these items, those that move on before they are closed: when each reaches the managers and (if it was picked for a
-- key worker) the child's other key workers, at the same time; and whoever comes last, a step later if one of those is
-- there to get it. So a manager hears a child with one key worker as soon as a child with two.
create function private.moving(items uuid[])
returns table (item_id uuid, to_key_worker boolean, next_at timestamptz, last_at timestamptz)
language plpgsql
stable
set search_path = ''
set jit = off
rows 20
as $$
declare
	next_in_line app.role[] := array(select a.role from private.abilities a where a.ability = 'next_in_line');
begin
	return query with
			asked as materialized (select i.* from app.items i where i.id = any (items) and i.unread_within is not null),
			-- Small, and looked through for each item: on small tables the planner would join all people each time.
			next_people as materialized (
				select
					p.id,
					p.home_id,
					null::uuid as child_id,
					p.made_at as from_at,
					least('infinity'::timestamptz, p.left_at, p.not_at_work_since) as until
				from app.people p
				where p.role = any (next_in_line) and p.home_id = any (array(select i.home_id from asked i))
				union all
				select k.worker_id, k.home_id, k.child_id, k.from_at, least(k.until, p.left_at, p.not_at_work_since)
				from
					app.key_workers k
					join app.people p on p.id = k.worker_id
				where k.child_id = any (array(select i.child_id from asked i))
			)
		select
			i.id,
			k.are_next,
			t1.at,
			private.moves_at(i.asked_at, i.opened_at, i.unread_within, i.answer_within, g.gone, 1 + n.steps)
		from
			asked i
			left join (
				select
					r.item_id,
					max(least('infinity'::timestamptz, p.left_at, p.not_at_work_since)) as gone,
					bool_or(r.relation_id is not null) as to_key_worker -- only then are the other key workers next
				from
					app.item_readers r
					join app.people p on p.id = r.reader_id
				where r.item_id = any (items)
				group by r.item_id
			) g
				on g.item_id = i.id
			cross join lateral (
				select private.moves_at(i.asked_at, i.opened_at, i.unread_within, i.answer_within, g.gone, 1) as at
			) t1
			cross join lateral (select i.kind in ('wish', 'meeting') and coalesce(g.to_key_worker, false) as are_next) k
			-- "offset 0": asked once, and not at each place where it is used.
			cross join lateral (
				select
					exists (
						select
						from next_people p
						where
							p.home_id = i.home_id
							and (p.child_id is null or (k.are_next and p.child_id = i.child_id))
							and p.from_at <= t1.at
							and t1.at < p.until
							and p.id is distinct from i.about_id
							and not exists (select from app.item_readers x where x.item_id = i.id and x.reader_id = p.id)
							and not exists (select from app.left_out x where x.item_id = i.id and x.person_id = p.id)
					)::int as steps
				offset 0
			) n
		-- Most are answered in time: nobody is next.
		where t1.at <= coalesce(i.closed_at, 'infinity');
end;
$$;


-- schemas/items/holds.sql

-- The first half of the rule.

-- Who holds an item: its adult author, those who were picked (a pick is of the person: it ends when they leave, not
-- when they stop being the child's key worker), then (if it moves) the child's other key workers, the managers, the
-- responsible individuals; and whoever it was shared with to keep safe.
create function private.holds(items uuid[], readers uuid[])
returns table (
	item_id uuid,
	person_id uuid,
	holder_id uuid,
	away_id uuid,
	home_id uuid,
	why text,
	words boolean,
	from_at timestamptz,
	until timestamptz,
	hidden boolean,
	only_for uuid[],
	worry_about uuid
)
language plpgsql
stable
set search_path = ''
set jit = off
rows 20
as $$
begin
	return query with
			asked as materialized (select i.* from app.items i where i.id = any (items)),
			stand_ins as materialized (select * from private.stand_ins(readers, (select min(i.sent_at) from asked i))),
			key_workers as materialized (
				select
					s.person_id,
					s.holder_id,
					s.away_id,
					k.child_id,
					case
						when k.home_id = s.home_id then k.home_id
					end as home_id,
					k.from_at as since,
					greatest(k.from_at, s.from_at) as from_at,
					least(k.until, s.until) as until
				from
					stand_ins s
					join app.key_workers k on k.worker_id = s.holder_id
			),
			in_line as materialized (
				select s.person_id, s.holder_id, s.away_id, s.home_id, line.ability, h.made_at, s.from_at, s.until
				from
					stand_ins s
					join app.people h on h.id = s.holder_id
					join private.abilities line on line.role = h.role
				where line.ability in ('next_in_line', 'last_in_line')
			),
			moving as materialized (
				select *
				from
					private.moving(
						array(
							select i.id
							from asked i
							where
								i.child_id = any (array(select k.child_id from key_workers k))
								or i.home_id = any (array(select l.home_id from in_line l))
						)
					)
			)
		select
			i.id as item_id,
			s.person_id,
			s.holder_id,
			s.away_id,
			s.home_id,
			'author' as why,
			true as words,
			i.sent_at as from_at,
			s.until,
			false as hidden,
			null::uuid[] as only_for,
			null::uuid as worry_about
		from
			asked i
			join stand_ins s on s.person_id = i.author_id and s.away_id is null
		where i.kind = 'note'
		union all
		select
			i.id,
			s.person_id,
			s.holder_id,
			s.away_id,
			s.home_id,
			'picked',
			true,
			greatest(i.sent_at, s.from_at),
			s.until,
			false,
			null,
			null
		from
			asked i
			join app.item_readers r on r.item_id = i.id
			join stand_ins s on s.holder_id = r.reader_id
		union all
		select
			i.id,
			k.person_id,
			k.holder_id,
			k.away_id,
			k.home_id,
			'handed_on',
			i.may_move,
			greatest(m.next_at, k.from_at),
			k.until,
			false,
			null,
			null
		from
			moving m
			join asked i on i.id = m.item_id
			join key_workers k on k.child_id = i.child_id
		where
			m.to_key_worker
			and greatest(m.next_at, k.since) <= coalesce(i.closed_at, 'infinity') -- who comes later gets no old ones
			and not exists (select from app.item_readers x where x.item_id = i.id and x.reader_id = k.holder_id)
		union all
		select
			i.id,
			l.person_id,
			l.holder_id,
			l.away_id,
			l.home_id,
			'handed_on',
			i.may_move,
			greatest(t.at, l.made_at, l.from_at),
			l.until,
			false,
			null,
			null
		from
			moving m
			join asked i on i.id = m.item_id
			cross join in_line l
			cross join lateral (
				select
					case l.ability
						when 'next_in_line' then m.next_at
						else m.last_at
					end as at
			) t
		where
			greatest(t.at, l.made_at) <= coalesce(i.closed_at, 'infinity')
			and not exists (select from app.item_readers x where x.item_id = i.id and x.reader_id = l.holder_id)
		union all -- (an event's time is the clock's, a moment after its transaction's now())
		select
			i.id,
			s.person_id,
			s.holder_id,
			s.away_id,
			s.home_id,
			'raised',
			true,
			least(e.at, now()),
			s.until,
			e.hidden,
			e.only_for,
			e.worry_about
		from
			asked i
			join app.item_events e on e.item_id = i.id and e.kind = 'raised'
			cross join lateral (select distinct w.id from unnest(e.with_ids) w (id)) w
			join stand_ins s on s.person_id = w.id and s.away_id is null
		where s.person_id is distinct from e.worry_about;
end;
$$;


-- schemas/items/reading_rule.sql

-- THE rule: who can read which item, why, from when, until when. Written once, here. Policies, my_view and the
-- hand-on ask it; none of them repeats it. It is timeless: now() is compared only in the questions (reads.sql).
-- src/lib/domain/reading/reading.ts is its pure copy for a tablet with no network; a test compares the two.
--
-- It is asked of items that are named, and of people who are named (null: everybody of their home). So it costs what
-- these cost, however many items, homes and years there are beside them. (That all of it is of one home is asked
-- last: in a join, it makes the planner match everybody of a home with everything in it.)
--
-- Left out is out, whoever they cover for and whoever covers for them; the person it is about, always. The one
-- exception is sharing to keep safe. Taken back: only who had opened it (or wrote the note) still sees that it was
-- there. A reader who was not shown to the child gets no words until the child says yes.
create function private.readings(items uuid[], people uuid[] default null)
returns table (
	item_id uuid,
	person_id uuid,
	why text,
	from_at timestamptz,
	words boolean,
	until timestamptz,
	hidden boolean,
	only_for uuid[],
	worry_about uuid
)
language plpgsql
stable
set search_path = ''
set jit = off
rows 20
as $$
declare
	readers uuid[] := coalesce(
		people,
		array(
			select p.id
			from app.people p
			where p.home_id = any (array(select i.home_id from app.items i where i.id = any (items)))
		)
	);
begin
	return query select
			r.item_id,
			r.person_id,
			case
				when r.away_id is null then r.why
				else 'cover'
			end,
			r.from_at,
			r.words
			and (
				r.why in ('author', 'raised')
				or (r.why = 'picked' and r.away_id is null)
				or exists (select from app.shown x where x.item_id = r.item_id and x.person_id = r.person_id)
			),
			r.until,
			r.hidden,
			r.only_for,
			r.worry_about
		from
			private.holds(items, readers) r
			join app.items i on i.id = r.item_id
		where
			r.home_id = i.home_id
			and r.from_at < r.until
			and (i.about_id is null or i.about_id not in (r.person_id, r.holder_id))
			and (
				r.why in ('author', 'raised')
				or not exists (
					select
					from app.left_out l
					where l.item_id = r.item_id and l.person_id in (r.person_id, r.holder_id)
				)
			)
			and (
				r.away_id is null
				or not exists (select from app.refused_covers c where c.away_id = r.away_id and c.child_id = i.child_id)
			)
			and (
				i.taken_back_at is null
				or r.why in ('author', 'raised')
				or exists (
					select
					from app.item_events e
					where e.item_id = r.item_id and e.person_id = r.person_id and e.kind = 'opened' and e.only_for is null
				)
			);
end;
$$;


-- schemas/devices/standing.sql

-- How each login stands: whose it can be. One adult alone, with any codes that they can make, neither reads, speaks
-- nor decides as somebody else (law 1). What follows is kept in app.logins (own, frozen, reached_by) and worked out
-- again, for all of a home, whenever one of its facts changes: no part of it is ever added to.

-- Whoever made a login's code might hold the login, and so might everybody who might hold the login that made it.
create function private.hands(login uuid)
returns uuid[]
language sql
stable
set search_path = ''
as $$
	select
		coalesce(
			(
				select m.person_id || m.reached_by
				from
					app.logins l
					join app.logins m on m.id = l.invited_by_login
				where l.id = hands.login
			),
			'{}'
		);
$$;

-- Approvals that count at all: by a login that stands for its own person and was not cut off since. A child's own
-- device may be lost later: what the child said yes to on it stays theirs, unless that device was never theirs.
create view private.good_approvals as
	select
		a.login_id,
		a.at,
		x.id as by_login,
		x.person_id as by_person,
		x.reached_by,
		x.person_id = l.person_id as by_self
	from
		app.login_approvals a
		join app.logins l on l.id = a.login_id
		join app.logins x on x.id = a.by_login and x.disowned_at is null
		join app.people p on p.id = x.person_id
	where x.own and (x.cut_off_at is null or (p.role = 'child' and x.person_id = l.person_id));

-- Two adults said yes to it, and no one adult can be both of them, nor any of those that it must be safe from.
create function private.two_adults(login uuid, but_not uuid[], since timestamptz default '-infinity')
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
	return exists (
		select
		from
			private.good_approvals a
			join private.good_approvals b on b.login_id = a.login_id and b.by_person > a.by_person
		where
			a.login_id = two_adults.login
			and not a.by_self
			and not b.by_self
			and least(a.at, b.at) >= since
			and a.by_person <> all (b.reached_by)
			and b.by_person <> all (a.reached_by)
			and not a.reached_by && b.reached_by
			and not but_not && (a.reached_by || b.reached_by || a.by_person || b.by_person)
	);
end;
$$;


-- schemas/calls/reads.sql

-- Which calls are done already.

-- A call of mine that is done already, on whichever of my logins: its number on this one, or 0.
create function private.kept_call(id uuid, out seq bigint, out args_hash bytea)
returns record
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	select
		case c.login_id
			when (select private.my_login()) then c.seq
			else 0
		end,
		c.args_hash
	into seq, args_hash
	from app.calls c
	where c.person_id = (select private.me()) and c.id = kept_call.id;
end;
$$;

-- Whether one of these calls, which a device was told are done, is not here: then the database was set back to an
-- earlier day. The device names what it was told last. A call is only ever done where the one before it still was: so
-- that speaks for all.
create function private.lacks(known uuid[])
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	if cardinality(known) > 50 then
		perform private.refuse('too_many');
	end if;
	return exists (
		select
		from unnest(known) as one (id)
		where not exists (select from app.calls c where c.person_id = (select private.me()) and c.id = one.id)
	);
end;
$$;

grant execute on function private.kept_call, private.lacks to authenticated;


-- schemas/cards/reads.sql

-- Did I put this picture, or this recording, here? An item or a card may only show a picture of its author's.
create function private.has_picture(hash text, sound boolean default false)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
	if
		hash is not null
		and not exists (
			select
			from app.pictures p
			where p.made_by = (select private.me()) and p.hash = has_picture.hash and p.is_sound = sound
		)
	then
		perform
			private.refuse(
				case
					when sound then 'no_such_recording'
					else 'no_such_picture'
				end
			);
	end if;
end;
$$;

-- The pictures and recordings of the items that I can read, each with who made it. The rule is asked of items with one
-- alone: the policy of items would ask it of everything in the home.
create function private.pictures_of_items()
returns table (made_by uuid, hash text)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	here uuid := private.my_home();
	items uuid[] := coalesce(
		private.shown_items(),
		private.readable(
			array(
				select i.id
				from app.items i
				where i.home_id = here and (i.picture is not null or i.recording is not null)
			)
		)
	);
begin
	return query select i.author_id, one.hash
		from
			app.items i
			cross join lateral (
				values
					(i.picture),
					(i.recording)
			) as one (hash)
		where i.id = any (items) and one.hash is not null and i.id not in (select private.items_without_me());
end;
$$;

grant execute on function private.has_picture, private.pictures_of_items to authenticated;


-- schemas/codes/reads.sql

-- Who may make a code, and what becomes of it.

-- A code is power over an identity. The manager invites anybody but the responsible individual, who is above them; a
-- key worker (or who covers) that child; the responsible individual a manager, and their own.
create function private.may_invite(person uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return exists (
		select
		from app.people p
		where
			p.id = person
			and p.home_id = (select private.my_home())
			and p.left_at is null
			and p.not_at_work_since is null
			and (
				exists (select from private.manages m where m.role = (select private.my_role()) and m.other = p.role)
				or private.may('invite', p.id)
			)
	);
end;
$$;

-- Every code that may still bring something in, and what it is for. An unused code ends with its maker's work here:
-- whoever has left, or is not at work, has no way in that they kept.
create view private.codes as
	select c.code_hash, c.used_by, c.expires_at, c.ended_at, c.brings
	from
		(
			select
				i.code_hash,
				i.used_by,
				i.expires_at,
				i.ended_at,
				i.made_by,
				i.made_by_login,
				case p.role
					when 'child' then 'child'
					else 'staff'
				end as brings
			from
				app.invites i
				join app.people p on p.id = i.person_id
			where p.left_at is null
			union all
			select t.code_hash, t.used_by, t.expires_at, null, t.made_by, null, 'tablet'
			from app.tablets t
			where t.cut_off_at is null
		) c
	where
		c.used_by is not null
		or c.made_by is null
		or exists (
			select
			from app.people m
			where
				m.id = c.made_by
				and m.left_at is null
				and m.not_at_work_since is null
				and not exists (select from app.logins l where l.id = c.made_by_login and l.cut_off_at is not null)
		);

-- For anybody, before sign-up, so that the message is a clear one. Says nothing about whose code it is. It is one look
-- into an index and writes nothing down. There is no limit here on purpose: with 54 random bits nobody guesses a code,
-- and a limit that all share would let whoever asks for codes that nobody made stop everybody who has one. Who asks too
-- often waits at the gateway.
create function private.look_at_code(code_hash bytea)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	c private.codes;
begin
	select * into c from private.codes k where k.code_hash = look_at_code.code_hash limit 1;
	return jsonb_build_object(
		'state',
		case
			when c.code_hash is null then 'unknown'
			when c.used_by is not null then 'used'
			when c.ended_at is not null then 'ended'
			when c.expires_at <= now() then 'expired'
			else 'good'
		end,
		'for',
		case
			when c.used_by is null
			and c.ended_at is null
			and c.expires_at > now() then c.brings
		end
	);
end;
$$;

grant execute on function private.may_invite to authenticated;

grant execute on function private.look_at_code to anon, authenticated;


-- schemas/devices/reads.sql

-- What a login may show and say.

-- My login, and the logins of mine that vouched for it, one for the other (law 1).
create function private.vouched()
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return array(
		with recursive
			chain(id) as (
				select private.my_login()
				union
				select a.by_login
				from
					app.login_approvals a
					join chain c on c.id = a.login_id
					join app.logins l on l.id = a.by_login and l.person_id = (select private.me())
			)
		select id
		from chain
	);
end;
$$;

-- Whether this login shows all that its person may see: a child's when no adult can be the one who holds it; an
-- adult's when it is their own (of what leaves out somebody who might hold it, see items_without).
create function private.is_whole()
returns boolean
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return coalesce(
		(
			select
				case a.role
					when 'child' then a.reached_by = '{}'
					else a.own
				end
			from private.asker a
		),
		false
	);
end;
$$;

-- Why it may not be the child who says it, of the logins of my home that leave a doubt.
create function private.doubts()
returns table (login_id uuid, doubt text)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return query select
			l.id,
			case
				when l.disowned_at is not null then 'not_theirs'
				when not l.frozen then 'new'
				when s.contested_at is null
				and x.own then 'not_theirs'
				else 'contested'
			end
		from
			app.logins l
			join app.people p on p.id = l.person_id and p.role = 'child'
			left join app.login_stops s on s.login_id = l.id and s.ended_at is null
			left join app.logins x on x.id = s.by_login
		where l.home_id = (select private.my_home()) and not l.own;
end;
$$;

-- What a device is told instead of its view, while it reads nothing new: by which device, since when, and whether that
-- is disputed.
create function private.my_stop()
returns json
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return (
		select
			json_build_object(
				'at',
				s.at,
				'stopped',
				s.login_id = private.my_login(),
				'contested',
				s.contested_at is not null,
				'device',
				o.device,
				'made_at',
				o.made_at,
				'invited_by',
				p.name
			)
		from
			app.login_stops s
			join app.logins o
				on o.id = case s.login_id
					when private.my_login() then s.by_login
					else s.login_id
				end
			left join app.people p on p.id = o.invited_by
		where s.ended_at is null and private.my_login() in (s.login_id, s.by_login) and private.is_frozen()
		order by s.at
		limit 1
	);
end;
$$;

-- The same once more, for the tables: nothing is added in an adult's name by a sign-in that is not theirs, nor a
-- child's yes.
create function private.may_add()
returns boolean
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
	return exists (select from private.asker a where a.own or a.role = 'child');
end;
$$;

grant execute
on function private.vouched, private.is_whole, private.doubts, private.my_stop, private.may_add
to authenticated;


-- schemas/guide/reads.sql

-- Which versions are in force, and which wait.

-- What children of a home read: of each section the newest that needs no second adult, or has one.
create function private.in_force_at(home uuid)
returns setof uuid
language sql
stable
set search_path = ''
rows 15
as $$
	select distinct on (s.section) s.id
	from
		app.sections s
		left join app.section_approvals a on a.section_id = s.id
	where s.home_id = home and (s.section <> 'complaints' or a.section_id is not null)
	order by s.section, s.at desc;
$$;

create function private.sections_in_force()
returns setof uuid
language sql
stable
security definer
set search_path = ''
rows 15
as $$
	select private.in_force_at((select private.my_home()));
$$;

-- What waits for a second adult, other than its author.
create function private.sections_to_approve()
returns setof uuid
language sql
stable
security definer
set search_path = ''
rows 1
as $$
	select t.id
	from
		(
			select s.id, s.author_id
			from app.sections s
			where s.home_id = (select private.my_home()) and s.section = 'complaints'
			order by s.at desc
			limit 1
		) t
	where
		t.author_id <> (select private.me())
		and (select private.may('listen'))
		and not exists (select from app.section_approvals a where a.section_id = t.id);
$$;

grant execute on function private.sections_in_force, private.sections_to_approve to authenticated;


-- schemas/items/reads.sql

-- What is asked of the rule, now, for the login that asks.
-- (jit off: compiling took 50 ms for a query of 7 ms, as soon as the tables were big.)

-- What of these items the person holds, whichever login asks.
create function private.held(items uuid[])
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
begin
	if (select private.may('speak')) then
		return array(select i.id from app.items i where i.child_id = (select private.me()) and i.id = any (items));
	end if;
	return array(
		select distinct r.item_id
		from private.readings(items, array[(select private.me())]) r
		where
			r.from_at <= now()
			and now() < r.until
			and r.words
			and (r.worry_about is null or r.worry_about <> all ((select private.reached_by())::uuid[]))
	);
end;
$$;

-- What is theirs to change: said by them, on this login or on one that vouched for it.
create function private.my_items()
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	me uuid := private.me();
	asked uuid[] := coalesce(
		private.shown_items(),
		array(select id from app.items where child_id = me or (author_id = me and kind = 'note'))
	);
begin
	return array(
		select id
		from app.items
		where
			id = any (asked)
			and author_id = me
			and (child_id = me or kind = 'note')
			and ((select private.is_whole()) or login_id = any ((select private.vouched())::uuid[]))
	);
end;
$$;

create function private.is_my_item(item uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return exists (
		select
		from app.items
		where
			id = is_my_item.item
			and author_id = (select private.me())
			and ((select private.is_whole()) or login_id = any (private.vouched()))
	);
end;
$$;

-- Whether a person could read it with words while this login was there, without anybody telling them behind the
-- child's back: that would show itself.
create function private.could_read(person uuid, item uuid, since timestamptz)
returns boolean
language plpgsql
stable
set search_path = ''
set jit = off
as $$
begin
	return exists (
		select
		from private.readings(array[could_read.item], array[could_read.person]) r
		where r.words and not r.hidden and r.from_at <= now() and could_read.since < r.until
	);
end;
$$;

-- Law 1, no adult can become the child: an item that was shared elsewhere shows on this login only if every adult who
-- might hold it could read it anyway (then or later), or two adults who both can, and who cannot be one of those,
-- vouched for it.
create function private.lends(item uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
declare
	mine uuid[] := private.vouched();
	made timestamptz := (select made_at from app.logins where id = private.my_login());
	strangers uuid[] := array(
		select a from unnest(private.reached_by()) a where not private.could_read(a, lends.item, made)
	);
begin
	return strangers = '{}'
	or exists (
		select
		from
			private.good_approvals a
			join private.good_approvals b on b.by_person > a.by_person
		where
			a.login_id = any (mine)
			and b.login_id = any (mine)
			and not a.by_self
			and not b.by_self
			and a.by_person <> all (b.reached_by)
			and b.by_person <> all (a.reached_by)
			and not a.reached_by && b.reached_by
			and not strangers && (a.reached_by || b.reached_by || a.by_person || b.by_person)
			and private.could_read(a.by_person, lends.item, a.at)
			and private.could_read(b.by_person, lends.item, b.at)
	);
end;
$$;

-- What of these items this login shows.
create function private.readable(items uuid[])
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
declare
	mine uuid[];
begin
	if items = '{}' or (select private.is_frozen()) then
		return '{}';
	end if;
	if (select private.is_whole()) then
		return private.held(items);
	end if;
	mine := private.my_items();
	return array(select h.id from unnest(private.held(items)) h (id) where h.id = any (mine) or private.lends(h.id));
end;
$$;

-- One item: for the write policies, where it is asked once.
create function private.can_read(item uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
begin
	return (
		exists (select from app.items i where i.id = can_read.item and i.child_id = (select private.me()))
		or exists (
			select
			from private.readings(array[can_read.item], array[(select private.me())]) r
			where
				r.from_at <= now()
				and now() < r.until
				and r.words
				and (r.worry_about is null or r.worry_about <> all ((select private.reached_by())::uuid[]))
		)
	)
	and not (select private.is_frozen())
	and can_read.item not in (select private.items_without_me())
	and ((select private.is_whole()) or private.is_my_item(can_read.item) or private.lends(can_read.item));
end;
$$;

grant execute
on function private.my_items, private.is_my_item, private.can_read
to authenticated;


-- schemas/key_workers/reads.sql

-- Whom do I work with, and why did that end?

-- The children whose time together somebody plans: as their key worker, or covering for one (unless the child said no).
create function private.works_with(person uuid, home uuid)
returns uuid[]
language plpgsql
stable
set search_path = ''
as $$
begin
	return array(
		select k.child_id
		from app.key_workers k
		where k.worker_id = person and k.from_at <= now() and now() < k.until
		union
		select k.child_id
		from
			app.away a
			join app.key_workers k on k.worker_id = a.worker_id and k.home_id = a.home_id
		where
			a.cover_id = person
			and a.home_id = home
			and a.from_at <= now()
			and now() < a.until
			and k.from_at <= now()
			and now() < k.until
			and not exists (select from app.refused_covers r where r.away_id = a.id and r.child_id = k.child_id)
	);
end;
$$;

create function private.i_work_with()
returns uuid[]
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
	return private.works_with(me.person_id, me.home_id);
end;
$$;

-- Those whose sessions and promises I may read: mine, or all of the home's for its manager, or my own as a child. (A
-- view asks it ten times: so it asks once who I am.)
create function private.my_children()
returns uuid[]
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
	return case private.reach_for(me.role, 'see_sessions')
		when 'self' then case
			when me.frozen then '{}'
			else array[me.person_id]
		end
		when 'theirs' then private.works_with(me.person_id, me.home_id)
		when 'home' then array(select id from app.people where home_id = me.home_id and role = 'child')
		else '{}'
	end;
end;
$$;

-- Why a relation ended: the child is told, and whoever leads the home knows. "Robin asked" is not for the worker whom
-- it ended, whichever device that worker may hold, and not when that worker is the manager.
create function private.why_ended()
returns table (id uuid, because text)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return query select k.id, k.because
		from app.key_workers k
		where
			k.home_id = (select private.my_home())
			and k.because is not null
			and k.worker_id <> all ((select private.reached_by() || private.me())::uuid[])
			and (k.child_id = (select private.me()) or (select private.may('lead_home')));
end;
$$;

grant execute on function private.i_work_with, private.my_children, private.why_ended to authenticated;


-- schemas/people/reads.sql

-- Who is somebody here, of the home's people.

create function private.is_staff_here(person uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return exists (
		select
		from app.people
		where id = person and home_id = (select private.my_home()) and role <> 'child' and left_at is null
	);
end;
$$;

-- Also whoever has left: one may complain about them, and a wish that was written offline names the faces of that day.
create function private.was_staff_here(person uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return exists (select from app.people where id = person and home_id = (select private.my_home()) and role <> 'child');
end;
$$;

create function private.is_child_here(person uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return exists (
		select
		from app.people
		where id = person and home_id = (select private.my_home()) and role = 'child' and left_at is null
	);
end;
$$;

-- Who has a login that works. (Everybody of my home may know who has joined.)
create function private.joined()
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return array(
		select l.person_id from app.logins l where l.home_id = (select private.my_home()) and l.cut_off_at is null
	);
end;
$$;

grant execute
on function private.is_staff_here, private.was_staff_here, private.is_child_here, private.joined
to authenticated;


-- schemas/unclear/reads.sql

-- Which version of the guide is marked, and when a mark is told.

-- Whether my home wrote this version, under this name.
create function private.is_version_of(page text, version uuid)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select
		exists (
			select
			from app.sections s
			where s.id = is_version_of.version and s.home_id = private.my_home() and 'home/' || s.section = page
		);
$$;

-- A mark is told from the next morning: a count that goes up within the minute would say who is at the tablet.
create function private.told_before(at timestamptz)
returns date
language sql
immutable
set search_path = ''
as $$
	select (told_before.at at time zone 'UTC' - interval '3 hours')::date;
$$;

grant execute on function private.is_version_of, private.told_before to authenticated;


-- schemas/items/left_out.sql

-- What leaves me out, and what a new item or event is asked.

-- Left out of it, and nobody shared it with them to keep safe; or about them: any one of these people.
create function private.items_without(people uuid[])
returns setof uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return query select l.item_id
		from app.left_out l
		where
			l.person_id = any (people)
			and not exists (
				select
				from app.item_events e
				where e.item_id = l.item_id and e.kind = 'raised' and e.with_ids @> array[l.person_id]
			)
		union
		select i.id from app.items i where i.about_id = any (people);
end;
$$;

-- A second lock, that knows nothing of the rule: what leaves me out; and, on an adult's sign-in, what leaves out
-- somebody who might be the one that holds it (what was said on it, they know).
create function private.items_without_me()
returns setof uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return query select private.items_without(array[(select private.me())]);
	if (select private.may('speak')) or (select private.reached_by()) = '{}' then
		return;
	end if;
	return query select w.id
		from private.items_without((select private.reached_by())) w (id)
		where not exists (select from app.items i where i.id = w.id and i.login_id = any (private.vouched()));
end;
$$;

-- Whom one may pick: staff of the home. And the relation, if that person is a key worker of this child now.
create function private.may_pick(reader uuid, relation uuid, child uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return private.is_staff_here(reader)
	and relation is not distinct from (
		select id
		from app.key_workers
		where worker_id = reader and child_id = child and from_at <= now() and now() < until
		limit 1
	);
end;
$$;

-- Said in my name, but not on this login.
create function private.was_said_elsewhere(item uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return exists (
		select
		from app.items i
		where
			i.id = was_said_elsewhere.item
			and i.author_id = (select private.me())
			and i.child_id = i.author_id
			and i.login_id is distinct from (select private.my_login())
	);
end;
$$;

create function private.child_of(item uuid)
returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return (select child_id from app.items where id = item);
end;
$$;

grant execute
on function private.items_without_me, private.may_pick, private.was_said_elsewhere, private.child_of
to authenticated;


-- schemas/items/shown.sql

-- What one view shows, for as long as it takes to make it.

-- What I can read of the items of one view, for as long as it takes to make it (show_items says it), so that each of
-- the policies need not ask the rule again. It is kept in a setting, which anybody could write: so it counts only with
-- a seal that nobody else can make, and only for this login and this transaction. Null: nothing was said, ask the rule.
create function private.seal_of(items text)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return (
		select
			encode(sha256(convert_to(concat_ws('|', e.secret, private.my_login(), now(), items, e.secret), 'utf8')), 'hex')
		from private.epoch e
	);
end;
$$;

create function private.shown_items()
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	shown text := nullif(current_setting('sayso.shown', true), '');
begin
	if shown is null or current_setting('sayso.shown_seal', true) is distinct from private.seal_of(shown) then
		return null;
	end if;
	return shown::uuid[];
end;
$$;

-- All of mine, as one array: for the read policies, so that each runs once a query and not once a row. (A child looks
-- at nobody else's.)
create function private.items_i_can_read()
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	shown uuid[] := private.shown_items();
begin
	if shown is not null then
		return shown;
	end if;
	if private.may('speak') then
		return private.readable(array(select id from app.items where child_id = (select private.me())));
	end if;
	return private.readable(array(select id from app.items where home_id = (select private.my_home())));
end;
$$;

create function private.keep_shown(items uuid[])
returns void
language plpgsql
set search_path = ''
as $$
begin
	perform set_config('sayso.shown', items::text, true);
	perform set_config('sayso.shown_seal', private.seal_of(items::text), true);
end;
$$;

-- From here on, in this request, I see only these items, as far as I can read them: what is open and what was closed
-- after a time; or (older) the last that were closed before one, of every kind or of one.
create function private.show_items(
	closed_after timestamptz,
	closed_before timestamptz,
	page int,
	of_kind app.item_kind default null
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	here uuid := private.my_home();
	child uuid := case
		when private.may('speak') then private.me()
	end; -- looks at nobody else's: how long it takes, too, tells a child nothing of them
	found uuid[] := '{}';
	before timestamptz := closed_before;
	part uuid[];
begin
	if closed_after is not null then
		found := private.readable(
			array(
				select i.id
				from app.items i
				where
					((child is null and i.home_id = here) or i.child_id = child)
					and (i.closed_at is null or i.closed_at > closed_after)
			)
		);
	end if;
	while before is not null
	and cardinality(found) < page loop
		select array_agg(t.id), min(t.closed_at)
		into part, before
		from
			(
				select i.id, i.closed_at
				from app.items i
				where
					((child is null and i.home_id = here) or i.child_id = child)
					and i.closed_at < before
					and (of_kind is null or i.kind = of_kind)
				order by i.closed_at desc
				fetch first 200 rows with ties -- what was closed together comes together
			) t;
		found := found || private.readable(coalesce(part, '{}'));
	end loop;
	perform private.keep_shown(found);
end;
$$;

-- The same for the pictures and recordings of one request: only the items that show one of them.
create function private.show_pictured(hashes text[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	here uuid := private.my_home();
	child uuid := case
		when private.may('speak') then private.me()
	end;
begin
	perform
		private.keep_shown(
			private.readable(
				array(
					select i.id
					from app.items i
					where
						i.home_id = here
						and (child is null or i.child_id = child)
						and (i.picture = any (hashes) or i.recording = any (hashes))
				)
			)
		);
end;
$$;

create function private.show_all_items()
returns void
language plpgsql
set search_path = ''
as $$
begin
	perform set_config('sayso.shown', '', true);
end;
$$;

grant execute
on function private.items_i_can_read, private.show_items, private.show_pictured, private.show_all_items
to authenticated;


-- schemas/agreements/policies.sql

-- Read like sessions. Offered and agreed to by the child and the child's key worker or cover.

alter table app.agreements enable row level security;
alter table app.agreed enable row level security;

grant select on app.promises, app.promise_ends, app.agreements, app.agreed to authenticated;
grant insert (id, child_id, how_often, where_we_meet, how_to_stop, notes_kept) on app.agreements to authenticated;
grant insert (agreement_id) on app.agreed to authenticated;

create policy agreements_select_by_child_or_staff on app.agreements
for select
to authenticated
using (child_id = any ((select private.my_children())::uuid[]));

create policy agreements_insert_by_child_or_key_worker on app.agreements
for insert
to authenticated
with check (
	made_by = (select private.me())
	and home_id = (select private.my_home())
	and (select private.is_own())
	and private.may('offer_agreement', child_id)
);

create policy agreements_insert_only_as_oneself on app.agreements
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);

create policy agreed_select_with_agreement on app.agreed
for select
to authenticated
using (agreement_id = any (array(select id from app.agreements)));

create policy agreed_insert_by_child_or_key_worker on app.agreed
for insert
to authenticated
with check (
	person_id = (select private.me())
	and (select private.is_own())
	and agreement_id in (
		select a.id
		from app.agreements a
		where a.child_id = (select private.me()) or a.child_id = any ((select private.i_work_with())::uuid[])
	)
);

create policy agreed_insert_only_as_oneself on app.agreed
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);


-- schemas/audit/policies.sql

-- Read by whoever runs the home's people.

alter table app.audit enable row level security;

grant select on app.audit to authenticated;

create policy audit_select_by_manager on app.audit
for select
to authenticated
using (home_id = (select private.my_home()) and (select private.may('lead_home')));


-- schemas/calls/policies.sql

-- Read and added by the login that made it.

alter table app.calls enable row level security;

grant select on app.calls to authenticated;
grant insert (id, seq, name, args_hash) on app.calls to authenticated;

create policy calls_select_by_login on app.calls
for select
to authenticated
using (login_id = (select private.my_login()));

create policy calls_insert_by_login on app.calls
for insert
to authenticated
with check (person_id = (select private.me()) and login_id = (select private.my_login()));

create policy calls_insert_only_as_oneself on app.calls
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);


-- schemas/cards/policies.sql

-- Read: cards by their home; a picture only through a card or an item that one may read.

alter table app.pictures enable row level security;
alter table app.cards enable row level security;

grant select on app.pictures, app.cards to authenticated;
grant insert (hash, bytes) on app.pictures to authenticated;
grant insert (id, job, things, reach, here, picture) on app.cards to authenticated;

create policy pictures_select_through_card_or_item on app.pictures
for select
to authenticated
using (
	home_id = (select private.my_home())
	and (
		login_id = (select private.my_login())
		or (made_by, hash) in (select person_id, picture from app.cards)
		or (made_by, hash) in (select i.made_by, i.hash from private.pictures_of_items() i)
	)
);

create policy pictures_insert_by_maker on app.pictures
for insert
to authenticated
with check (
	made_by = (select private.me())
	and login_id = (select private.my_login())
	and home_id = (select private.my_home())
);

create policy pictures_insert_only_as_oneself on app.pictures
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);

create policy cards_select_by_home on app.cards
for select
to authenticated
using (home_id = (select private.my_home()));

create policy cards_insert_by_staff on app.cards
for insert
to authenticated
with check (
	person_id = (select private.me())
	and home_id = (select private.my_home())
	and (select private.may('listen'))
);

create policy cards_insert_only_as_oneself on app.cards
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);


-- schemas/codes/policies.sql

-- Read by whoever made a code, in whose name it is, and by whoever runs the home's people. Never the hash of one.

alter table app.invites enable row level security;

grant select (id, home_id, person_id, made_by, device, made_at, expires_at, used_at, ended_at)
on app.invites
to authenticated;
grant insert (id, person_id, code_hash, device) on app.invites to authenticated;

create policy invites_select_by_maker_person_or_manager on app.invites
for select
to authenticated
using (
	home_id = (select private.my_home())
	and (made_by = (select private.me()) or person_id = (select private.me()) or (select private.may('lead_home')))
);

create policy invites_insert_by_staff on app.invites
for insert
to authenticated
with check (private.may_invite(person_id) and made_by = (select private.me()) and home_id = (select private.my_home()));

create policy invites_insert_only_as_oneself on app.invites
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);


-- schemas/devices/policies.sql

-- Read: a person's own logins, those of the children whose time one plans, all of the home's for whoever runs its
-- people.

alter table app.logins enable row level security;
alter table app.login_approvals enable row level security;
alter table app.login_stops enable row level security;

grant select on app.logins, app.login_approvals, app.login_stops to authenticated;

create policy logins_select_by_owner_or_staff on app.logins
for select
to authenticated
using (
	person_id = (select private.me())
	or person_id = any ((select private.my_children())::uuid[])
	or (home_id = (select private.my_home()) and (select private.may('lead_home')))
);

create policy login_approvals_select_with_login on app.login_approvals
for select
to authenticated
using (login_id = any (array(select id from app.logins)));

create policy login_stops_select_with_login on app.login_stops
for select
to authenticated
using (login_id = any (array(select id from app.logins)));


-- schemas/guide/policies.sql

-- Read: by a child what is in force, by the staff of the home every version.

alter table app.sections enable row level security;
alter table app.section_approvals enable row level security;

grant select on app.sections, app.section_approvals to authenticated;
grant insert (id, section, lines, review_by) on app.sections to authenticated;
grant insert (section_id) on app.section_approvals to authenticated;

create policy sections_select_by_home on app.sections
for select
to authenticated
using (
	home_id = (select private.my_home())
	and ((select private.may('listen')) or id in (select private.sections_in_force()))
);

create policy sections_insert_by_manager on app.sections
for insert
to authenticated
with check (
	author_id = (select private.me())
	and home_id = (select private.my_home())
	and (select private.may('run_home'))
);

create policy sections_insert_only_as_oneself on app.sections
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);

create policy section_approvals_select_with_section on app.section_approvals
for select
to authenticated
using (section_id in (select id from app.sections));

create policy section_approvals_insert_by_second_adult on app.section_approvals
for insert
to authenticated
with check (person_id = (select private.me()) and section_id in (select private.sections_to_approve()));

create policy section_approvals_insert_only_as_oneself on app.section_approvals
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);


-- schemas/items/policies.sql

-- Who may do what with items. Child: says, picks, leaves out, changes a topic, reopens, takes back, lets in.
-- Reader: opens, plans, answers, deals with a complaint, shares to keep safe. Nobody updates or deletes: there is no
-- grant. State columns cannot be written: the grants name the others.

alter table app.items enable row level security;
alter table app.item_readers enable row level security;
alter table app.left_out enable row level security;
alter table app.shown enable row level security;
alter table app.item_events enable row level security;

grant select on app.items, app.left_out, app.item_events to authenticated; -- readers: ask the rule instead
grant insert (id, kind, child_id, symbol, words, picture, recording, about_id, meeting, about_me, may_move)
on app.items
to authenticated;
grant insert on app.item_readers, app.left_out, app.shown to authenticated;
grant
	insert (
		id,
		item_id,
		kind,
		answer,
		because,
		will_happen,
		by_day,
		asked_whom,
		asked_on,
		session_id,
		helped,
		words,
		symbol,
		whom,
		with_ids,
		worry_about,
		told_child,
		hidden
	)
on app.item_events
to authenticated;

create policy items_select_by_reader on app.items
for select
to authenticated
using (id = any ((select private.items_i_can_read())::uuid[]));

-- Beats everything that any other policy may ever allow.
create policy items_never_if_left_out on app.items
as restrictive
for select
to authenticated
using (id not in (select private.items_without_me()));

create policy items_insert_by_child_or_note_taker on app.items
for insert
to authenticated
with check (
	author_id = (select private.me())
	and home_id = (select private.my_home())
	and case
		when kind = 'note' then (select private.may('listen'))
		and private.is_child_here(child_id)
		else (select private.may('speak'))
		and child_id = (select private.me())
	end
	and (about_id is null or private.was_staff_here(about_id))
);

create policy items_insert_only_as_oneself on app.items
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);

create policy item_readers_insert_by_author on app.item_readers
for insert
to authenticated
with check (private.is_my_item(item_id) and private.may_pick(reader_id, relation_id, private.child_of(item_id)));

create policy item_readers_insert_only_as_oneself on app.item_readers
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);

create policy left_out_select_by_author on app.left_out
for select
to authenticated
using (item_id = any ((select private.my_items())::uuid[]));

create policy left_out_insert_by_author on app.left_out
for insert
to authenticated
with check (private.is_my_item(item_id) and private.was_staff_here(person_id));

create policy left_out_insert_only_as_oneself on app.left_out
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);

create policy shown_insert_by_author on app.shown
for insert
to authenticated
with check (private.is_my_item(item_id) and private.was_staff_here(person_id));

create policy shown_insert_only_as_oneself on app.shown
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);

create policy item_events_select_by_reader on app.item_events
for select
to authenticated
using (
	item_id = any ((select private.items_i_can_read())::uuid[])
	and case
		when (select private.may('speak')) then not hidden
		and (only_for is null or (select private.is_whole()) or item_id = any ((select private.my_items())::uuid[]))
		else only_for is null
		or (
			(select private.me()) = any (only_for)
			and (worry_about is null or worry_about <> all ((select private.reached_by())::uuid[]))
			and ((select private.is_own()) or only_for @> (select private.reached_by()))
		)
	end
);

create policy item_events_never_if_left_out on app.item_events
as restrictive
for select
to authenticated
using (item_id not in (select private.items_without_me()));

create policy item_events_insert_by_author_or_reader on app.item_events
for insert
to authenticated
with check (
	person_id = (select private.me())
	and private.can_read(item_id)
	and case
		when kind in ('helped', 'reopened', 'taken_back', 'changed', 'given', 'taken_from') then private.is_my_item(item_id)
		when kind = 'let_in' then private.is_my_item(item_id)
		and (select private.is_own())
		when kind = 'disowned' then (select private.is_own())
		and private.was_said_elsewhere(item_id)
		else (select private.may('listen'))
	end
);

create policy item_events_insert_only_as_oneself on app.item_events
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);


-- schemas/key_workers/policies.sql

-- Read: your own home; a child, who its own key workers are.

alter table app.key_workers enable row level security;
alter table app.away enable row level security;
alter table app.refused_covers enable row level security;

grant select on app.away, app.refused_covers to authenticated;
-- Why one ended: private.why_ended.
grant select (id, home_id, child_id, worker_id, place, from_at, until) on app.key_workers to authenticated;
grant insert (away_id) on app.refused_covers to authenticated;

create policy key_workers_select_by_child_or_staff on app.key_workers
for select
to authenticated
using (home_id = (select private.my_home()) and (child_id = (select private.me()) or (select private.may('listen'))));

create policy away_select_by_home on app.away
for select
to authenticated
using (home_id = (select private.my_home()));

create policy refused_covers_select_by_child_or_staff on app.refused_covers
for select
to authenticated
using (
	child_id = (select private.me())
	or (away_id = any (array(select id from app.away)) and (select private.may('listen')))
);

create policy refused_covers_insert_by_child on app.refused_covers
for insert
to authenticated
with check (
	child_id = (select private.me())
	and (select private.may('speak'))
	and (select private.is_own())
	and away_id in (select id from app.away)
);

create policy refused_covers_insert_only_as_oneself on app.refused_covers
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);


-- schemas/people/policies.sql

-- Read: your own home. A child sees the staff, never another child.

alter table app.homes enable row level security;
alter table app.people enable row level security;

grant select on app.homes, app.people to authenticated;

create policy homes_select_by_home on app.homes
for select
to authenticated
using (id = (select private.my_home()));

create policy people_select_by_home on app.people
for select
to authenticated
using (
	home_id = (select private.my_home())
	and (role <> 'child' or id = (select private.me()) or (select private.may('listen')))
);


-- schemas/promises/policies.sql

-- Read like sessions. Made by the child's key worker or cover; ended by the owner, a key worker or the cover.

alter table app.promises enable row level security;
alter table app.promise_ends enable row level security;

grant select on app.promises, app.promise_ends, app.agreements, app.agreed to authenticated;
grant insert (id, child_id, session_id, owner_id, words, due) on app.promises to authenticated;
grant insert (promise_id, kept, because) on app.promise_ends to authenticated;

create policy promises_select_by_child_or_staff on app.promises
for select
to authenticated
using (child_id = any ((select private.my_children())::uuid[]) or owner_id = (select private.me()));

create policy promises_insert_by_key_worker on app.promises
for insert
to authenticated
with check (
	made_by = (select private.me())
	and home_id = (select private.my_home())
	and private.may('plan_session', child_id)
	and private.is_staff_here(owner_id)
	and (session_id is null or session_id in (select s.id from app.sessions s where s.child_id = promises.child_id))
);

create policy promises_insert_only_as_oneself on app.promises
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);

create policy promise_ends_select_with_promise on app.promise_ends
for select
to authenticated
using (promise_id in (select id from app.promises));

create policy promise_ends_insert_by_owner_or_key_worker on app.promise_ends
for insert
to authenticated
with check (
	person_id = (select private.me())
	and promise_id in (
		select p.id
		from app.promises p
		where p.owner_id = (select private.me()) or p.child_id = any ((select private.i_work_with())::uuid[])
	)
);

create policy promise_ends_insert_only_as_oneself on app.promise_ends
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);


-- schemas/sessions/policies.sql

-- Read by the child, the child's key workers, who covers for them, and the manager.

alter table app.sessions enable row level security;
alter table app.session_events enable row level security;

grant select on app.sessions, app.session_events to authenticated;
grant insert (id, child_id, starts_at) on app.sessions to authenticated;
grant
	insert (
		id,
		session_id,
		kind,
		starts_at,
		place,
		how,
		purpose,
		aims,
		unplanned,
		because,
		symbol,
		words,
		talked,
		came,
		went,
		good,
		mine,
		ended,
		other_day,
		other_part
	)
on app.session_events
to authenticated;

create policy sessions_select_by_child_or_staff on app.sessions
for select
to authenticated
using (child_id = any ((select private.my_children())::uuid[]));

create policy sessions_insert_by_key_worker on app.sessions
for insert
to authenticated
with check (
	with_id = (select private.me())
	and home_id = (select private.my_home())
	and private.may('plan_session', child_id)
);

create policy sessions_insert_only_as_oneself on app.sessions
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);

create policy session_events_select_with_session on app.session_events
for select
to authenticated
using (session_id in (select id from app.sessions)); -- hashed once: a view asks session by session
create policy session_events_insert_by_child_or_key_worker on app.session_events
for insert
to authenticated
with check (
	person_id = (select private.me())
	and session_id in (
		select s.id
		from app.sessions s
		where
			case
				when kind in ('how_picked', 'other_time_asked', 'not_today', 'tapped') then s.child_id = (select private.me())
				and (kind <> 'tapped' or (select private.is_own()))
				else s.child_id = any ((select private.i_work_with())::uuid[])
			end
	)
);

create policy session_events_insert_only_as_oneself on app.session_events
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);


-- schemas/tablets/policies.sql

-- Read and added by whoever works with children here. Never the hash of a code.

alter table app.tablets enable row level security;

grant select (id, home_id, made_by, device, made_at, expires_at, used_at, cut_off_at) on app.tablets to authenticated;
grant insert (id, code_hash, device) on app.tablets to authenticated;

create policy tablets_select_by_staff on app.tablets
for select
to authenticated
using (home_id = (select private.my_home()) and (select private.may('pair_tablet')));

create policy tablets_insert_by_staff on app.tablets
for insert
to authenticated
with check (
	home_id = (select private.my_home())
	and made_by = (select private.me())
	and (select private.may('pair_tablet'))
);

create policy tablets_insert_only_as_oneself on app.tablets
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);


-- schemas/unclear/policies.sql

-- Read by whoever works with children here; added by a child.

alter table app.unclear enable row level security;

grant select on app.unclear to authenticated;
grant insert (page, version) on app.unclear to authenticated;

create policy unclear_select_by_staff on app.unclear
for select
to authenticated
using (home_id = (select private.my_home()) and (select private.may('see_unclear')));

create policy unclear_insert_by_child on app.unclear
for insert
to authenticated
with check (
	home_id = (select private.my_home())
	and (select private.may('speak'))
	and (version is null or private.is_version_of(page, version))
);

create policy unclear_insert_only_as_oneself on app.unclear
as restrictive
for insert
to authenticated
with check ((select private.may_add()) is true);


-- schemas/agreements/calls.sql

-- The calls about how we meet.

-- Whoever offers it has said yes to it.
create function calls.offer_agreement(args jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
	insert into app.agreements (id, child_id, how_often, where_we_meet, how_to_stop, notes_kept)
	values
		(
			(args ->> 'id')::uuid,
			(args ->> 'child')::uuid,
			args ->> 'how_often',
			args ->> 'where_we_meet',
			args ->> 'how_to_stop',
			args ->> 'notes_kept'
		);
	insert into app.agreed (agreement_id) values ((args ->> 'id')::uuid);
end;
$$;

create function calls.agree(args jsonb)
returns void
language sql
set search_path = ''
as $$
	insert into app.agreed (agreement_id) values ((args ->> 'agreement')::uuid) on conflict do nothing;
$$;


-- schemas/cards/calls.sql

-- The calls about cards and pictures.

-- args: hash (SHA-256 of the bytes, hex), data (base64). Put twice is put once.
create function calls.put_picture(args jsonb)
returns void
language sql
set search_path = ''
as $$
	insert into app.pictures (hash, bytes)
	values (args ->> 'hash', decode(args ->> 'data', 'base64'))
	on conflict do nothing;
$$;

create function calls.save_card(args jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
	perform private.has_picture(args ->> 'picture');
	insert into app.cards (id, job, things, reach, here, picture)
	values
		((args ->> 'id')::uuid, args ->> 'job', args -> 'things', args ->> 'reach', args ->> 'here', args ->> 'picture');
end;
$$;


-- schemas/codes/calls.sql

-- The calls about codes.

create function calls.invite(args jsonb)
returns void
language sql
set search_path = ''
as $$
	insert into app.invites (id, person_id, code_hash, device)
	values
		(
			(args ->> 'id')::uuid,
			(args ->> 'person')::uuid,
			decode(args ->> 'code_hash', 'hex'),
			private.shown_name(args ->> 'device')
		);
$$;

-- Taken back: by whoever made it, by the person in whose name it is, or by whoever is above both.
create function private.end_code(invite uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	update app.invites i
	set ended_at = now()
	from app.people p
	where
		i.id = invite
		and i.home_id = private.my_home()
		and i.used_at is null
		and i.ended_at is null
		and p.id = i.person_id
		and (private.me() in (i.made_by, i.person_id) or private.may_change(p.id, p.role) or private.may('oversee'));
	if not found then
		perform private.refuse('no_such_code');
	end if;
	perform private.note_down('end_code', invite);
end;
$$;

create function calls.end_code(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.end_code((args ->> 'invite')::uuid);
$$;

grant execute on function private.end_code to authenticated;


-- schemas/devices/calls.sql

-- Logins are vouched for, stopped and cut off.

-- Two devices of a child dispute which one is the child's: two adults, neither of whom made either, say yes to one.
-- The other one was never theirs.
create function private.settle(login uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	s record;
begin
	for s in select
		d.id,
		d.contested_at,
		case d.login_id
			when login then d.by_login
			else d.login_id
		end as other
	from app.login_stops d
	where login in (d.login_id, d.by_login) and d.ended_at is null and d.contested_at is not null loop
		if private.two_adults(login, private.hands(login) || private.hands(s.other), s.contested_at) then
			update app.login_stops set ended_at = clock_timestamp() where id = s.id;
			update app.logins
			set
				cut_off_at = now(),
				disowned_at = now()
			where id = s.other;
		end if;
	end loop;
end;
$$;

-- On one of my own logins I vouch for another of mine; an adult of the home vouches for somebody else's, unless their
-- code led there, or a code of somebody whose code led to their own login. Whoever stopped a device may say that it is
-- theirs after all.
create function private.approve_device(login uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	it app.logins;
begin
	select *
	into it
	from app.logins l
	where
		l.id = login
		and l.home_id = private.my_home()
		and l.cut_off_at is null
		and l.id <> private.my_login()
		and (l.person_id = private.me() or private.may('listen'));
	if it.id is null then
		perform private.refuse('no_such_device');
	end if;
	update app.login_stops s
	set ended_at = clock_timestamp()
	where s.login_id = it.id and s.by_login = private.my_login() and s.ended_at is null;
	if not found and private.is_frozen() then
		perform private.refuse('device_stopped');
	end if;
	if it.person_id <> private.me() and (private.reached_by() || private.me()) && it.reached_by then
		perform private.refuse('approval_does_not_count');
	end if;
	insert into app.login_approvals (login_id, by_login, by_person)
	values (it.id, private.my_login(), private.me())
	on conflict (login_id, by_person, by_login) do update
		set at = excluded.at
		where login_approvals.by_person <> it.person_id;
	perform private.settle(it.id);
	perform private.note_down('approve_device', login);
end;
$$;

create function calls.approve_device(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.approve_device((args ->> 'login')::uuid);
$$;

-- A lost device is cut off: by its person on another sign-in, a child's key worker, or whoever runs the people. A
-- child's device that another one of the child's stops, stops at once, too; but since either of them may be false, it
-- may answer (keep_device).
create function private.cut_off_device(login uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	it app.logins;
	its_role app.role;
begin
	select l.*
	into it
	from app.logins l
	where l.id = login and l.cut_off_at is null and l.home_id = private.my_home() and l.id <> private.my_login();
	select p.role into its_role from app.people p where p.id = it.person_id;
	if it.person_id = private.me() and its_role = 'child' then
		insert into app.login_stops (login_id, by_login)
		values (it.id, private.my_login())
		on conflict (login_id) where ended_at is null do nothing;
	elseif
		it.person_id = private.me()
		or it.person_id = any (private.i_work_with())
		or private.may_change(it.person_id, its_role)
		or (private.may('oversee') and its_role <> 'child')
	then
		if
			exists (
				select
				from app.login_stops s
				where it.id in (s.login_id, s.by_login) and s.ended_at is null and s.contested_at is not null
			)
		then
			perform private.refuse('device_disputed');
		end if;
		update app.logins set cut_off_at = now() where id = it.id;
		update app.login_stops s
		set ended_at = clock_timestamp()
		where it.id in (s.login_id, s.by_login) and s.ended_at is null;
	else
		perform private.refuse('no_such_device');
	end if;
	perform private.note_down('cut_off_device', login);
end;
$$;

create function calls.cut_off_device(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.cut_off_device((args ->> 'login')::uuid);
$$;

-- "This one is mine": on a device that was stopped.
create function private.keep_device()
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	update app.login_stops s
	set contested_at = clock_timestamp()
	where s.login_id = private.my_login() and s.ended_at is null and s.contested_at is null;
	if not found then
		perform private.refuse('device_not_stopped');
	end if;
	perform private.note_down('keep_device', private.my_login());
end;
$$;

create function calls.keep_device(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.keep_device();
$$;

grant execute on function private.approve_device, private.cut_off_device, private.keep_device to authenticated;


-- schemas/guide/calls.sql

-- The calls about the guide.

-- args: id, section, lines, review_by (a day). Empty lines take a section of the home's own away.
create function calls.publish_section(args jsonb)
returns void
language sql
set search_path = ''
as $$
	insert into app.sections (id, section, lines, review_by)
	values
		((args ->> 'id')::uuid, args ->> 'section', private.with_numbers(args -> 'lines'), (args ->> 'review_by')::date);
$$;

-- args: version (the id of what was read).
create function calls.approve_section(args jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
	if not (args ->> 'version')::uuid = any (array(select private.sections_to_approve())) then
		perform private.refuse('section_not_approved');
	end if;
	insert into app.section_approvals (section_id) values ((args ->> 'version')::uuid);
end;
$$;


-- schemas/items/calls.sql

-- The calls that say something. They run as the caller: policies decide, these only put rows together.
-- Arguments: src/lib/domain/calls.ts.

create function private.ids(list jsonb)
returns uuid[]
language plpgsql
immutable
set search_path = ''
as $$
begin
	return array(
		select distinct value::uuid from jsonb_array_elements_text(coalesce(nullif(list, 'null'), '[]')) order by 1
	);
end;
$$;

create function private.say(args jsonb, kind app.item_kind, child uuid, about uuid default null)
returns void
language plpgsql
set search_path = ''
as $$
declare
	item uuid := (args ->> 'id')::uuid;
	readers uuid[] := private.ids(args -> 'readers');
	others uuid[] := private.ids(args -> 'left_out');
begin
	if readers = '{}' then
		perform private.refuse('no_readers');
	end if;
	if exists (select from app.people p where p.id = any (readers) and p.left_at is not null) then
		perform private.refuse('reader_left');
	end if;
	if readers && others or about = any (readers) or (select private.me()) = any (others) then
		perform private.refuse('picked_and_left_out');
	end if;
	perform private.has_picture(args ->> 'picture');
	perform private.has_picture(args ->> 'recording', true);
	if args ->> 'recording' is not null and not (select h.recordings from app.homes h) then
		perform private.refuse('no_recordings_here');
	end if;
	insert into app.items (id, kind, child_id, symbol, words, picture, recording, about_id, meeting, about_me, may_move)
	values
		(
			item,
			say.kind,
			child,
			args ->> 'symbol',
			coalesce(args ->> 'words', ''),
			args ->> 'picture',
			args ->> 'recording',
			about,
			args -> 'meeting',
			args -> 'about_me',
			coalesce((args -> 'may_move')::boolean, false)
		);
	insert into app.item_readers (item_id, reader_id, relation_id)
	select
		item,
		reader,
		(
			select k.id
			from app.key_workers k
			where k.worker_id = reader and k.child_id = child and k.from_at <= now() and now() < k.until
			limit 1
		)
	from unnest(readers) as reader;
	insert into app.left_out (item_id, person_id) select item, unnest(others);
	insert into app.shown (item_id, person_id) select item, unnest(private.ids(args -> 'shown'));
end;
$$;

create function calls.send_wish(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.say(args, 'wish', (select private.me()));
$$;

create function calls.send_meeting(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.say(args, 'meeting', (select private.me()));
$$;

create function calls.send_about_me(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.say(args, 'about_me', (select private.me()));
$$;

create function calls.put_topic(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.say(args, 'topic', (select private.me()));
$$;

create function calls.complain(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.say(args, 'complaint', (select private.me()), (args ->> 'about')::uuid);
$$;

create function calls.ask_for_another_key_worker(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.say(args, 'request', (select private.me()), (args ->> 'about')::uuid);
$$;

create function calls.write_note(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.say(args, 'note', (args ->> 'child')::uuid);
$$;

create function private.order_topics(items uuid[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	update app.items i
	set place = o.place
	from unnest(items) with ordinality o (id, place)
	where
		i.id = o.id
		and i.kind = 'topic'
		and i.closed_at is null
		and i.child_id = (select private.me())
		and private.is_my_item(i.id);
	if not found then
		perform private.refuse('no_such_topics');
	end if;
end;
$$;

create function calls.order_topics(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.order_topics(array(select value::uuid from jsonb_array_elements_text(args -> 'items')));
$$;

grant execute on function private.ids, private.say, private.order_topics to authenticated;


-- schemas/key_workers/calls.sql

-- Who is whose key worker (the manager decides, with a reason when it changes), who is away and who covers.

create function private.set_key_worker(id uuid, child uuid, worker uuid, place int, because text)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	perform private.must('run_home');
	if
		not private.is_child_here(child)
		or not exists (
			select
			from app.people p
			where
				p.id = worker
				and p.home_id = private.my_home()
				and private.can(p.role, 'be_key_worker')
				and p.left_at is null
		)
	then
		perform private.refuse('no_such_person');
	end if;
	update app.key_workers k
	set
		until = now(),
		because = set_key_worker.because
	where k.child_id = child and k.place = set_key_worker.place and k.until = 'infinity';
	if found and not private.has_words(because) then
		perform private.refuse('change_needs_reason');
	end if;
	insert into app.key_workers (id, home_id, child_id, worker_id, place)
	values (id, private.my_home(), child, worker, place);
	perform private.note_down('set_key_worker', id, because);
end;
$$;

create function calls.set_key_worker(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select
		private.set_key_worker(
			(args ->> 'id')::uuid,
			(args ->> 'child')::uuid,
			(args ->> 'worker')::uuid,
			(args ->> 'place')::int,
			args ->> 'because'
		);
$$;

create function private.end_key_worker(key_worker uuid, because text)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	perform private.must('run_home');
	if not private.has_words(because) then
		perform private.refuse('change_needs_reason');
	end if;
	update app.key_workers k
	set
		until = now(),
		because = end_key_worker.because
	where k.id = key_worker and k.home_id = private.my_home() and k.until = 'infinity';
	if not found then
		perform private.refuse('no_such_key_worker');
	end if;
	perform private.note_down('end_key_worker', key_worker, because);
end;
$$;

create function calls.end_key_worker(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.end_key_worker((args ->> 'key_worker')::uuid, args ->> 'because');
$$;

-- Away: I say it for myself, the manager may say it for anybody. A cover works here, and is not a child.
create function private.set_away(id uuid, worker uuid, from_at timestamptz, until timestamptz, cover uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	if
		worker is distinct from private.me()
		and not private.may_change(worker, (select p.role from app.people p where p.id = worker))
	then
		raise exception 'not yours' using errcode = '42501';
	end if;
	if not private.is_staff_here(worker) or (cover is not null and not private.is_staff_here(cover)) then
		perform private.refuse('no_such_person');
	end if;
	insert into app.away (id, home_id, worker_id, cover_id, from_at, until)
	values (id, private.my_home(), worker, cover, from_at, until);
	perform private.note_down('set_away', worker, with_whom => cover);
end;
$$;

create function calls.set_away(args jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
	perform private.must('listen');
	perform
		private.set_away(
			(args ->> 'id')::uuid,
			coalesce((args ->> 'worker')::uuid, (select private.me())),
			(args ->> 'from_at')::timestamptz,
			(args ->> 'until')::timestamptz,
			(args ->> 'cover')::uuid
		);
end;
$$;

create function private.end_away(away uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	it app.away;
begin
	delete from app.away a
	where
		a.id = away
		and a.home_id = private.my_home()
		and a.from_at >= now()
		and (a.worker_id = private.me() or private.may('run_home'))
	returning a.*
	into it;
	if not found then
		update app.away a
		set until = now()
		where
			a.id = away
			and a.home_id = private.my_home()
			and a.from_at < now()
			and now() < a.until
			and (a.worker_id = private.me() or private.may('run_home'))
		returning a.*
		into it;
	end if;
	if not found then
		perform private.refuse('no_such_away');
	end if;
	perform private.note_down('end_away', it.worker_id, with_whom => it.cover_id);
end;
$$;

create function calls.end_away(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.end_away((args ->> 'away')::uuid);
$$;

-- A child may say no to a cover: then that person covers for everybody but this child.
create function calls.refuse_cover(args jsonb)
returns void
language sql
set search_path = ''
as $$
	insert into app.refused_covers (away_id) values ((args ->> 'away')::uuid) on conflict do nothing;
$$;

grant execute
on function private.set_key_worker, private.end_key_worker, private.set_away, private.end_away
to authenticated;


-- schemas/people/calls.sql

-- The calls that change people. There is no update grant: each is one function that runs as the owner, asks who calls,
-- and refuses when nothing changed. What a manager changes is written to the audit, which nobody can change.

create function private.add_person(id uuid, role app.role, name text)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	if private.can(role, 'oversee') or not private.may_change(id, role) then
		raise exception 'not yours' using errcode = '42501';
	end if;
	insert into app.people (id, home_id, role, name) values (id, private.my_home(), role, private.shown_name(name));
	perform private.note_down('add_person', id);
end;
$$;

create function calls.add_person(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_person((args ->> 'id')::uuid, (args ->> 'role')::app.role, args ->> 'name');
$$;

create function private.set_at_work(person uuid, at_work boolean)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	update app.people p
	set not_at_work_since = case
		when set_at_work.at_work then null
		else now()
	end
	where
		p.id = person
		and p.home_id = private.my_home()
		and p.role <> 'child'
		and p.left_at is null
		and (p.not_at_work_since is null) <> set_at_work.at_work
		and private.may_change(p.id, p.role);
	if not found then
		perform private.refuse('person_not_changed');
	end if;
	perform
		private.note_down(
			case
				when at_work then 'at_work'
				else 'not_at_work'
			end,
			person
		);
end;
$$;

create function calls.set_at_work(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.set_at_work((args ->> 'person')::uuid, (args -> 'at_work')::boolean);
$$;

create function private.person_left(person uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	update app.people p
	set left_at = now()
	where p.id = person and p.home_id = private.my_home() and p.left_at is null and private.may_change(p.id, p.role);
	if not found then
		perform private.refuse('person_not_changed');
	end if;
	update app.key_workers set until = now() where (worker_id = person or child_id = person) and until = 'infinity';
	perform private.note_down('person_left', person);
end;
$$;

create function calls.person_left(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.person_left((args ->> 'person')::uuid);
$$;

-- pronouns null: the device knows none yet, and those that stand here stay.
create function private.set_my_face(name text, picture text, pronouns text)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	update app.people p
	set
		name = private.shown_name(set_my_face.name),
		picture = set_my_face.picture,
		pronouns = coalesce(private.shown_name(set_my_face.pronouns), p.pronouns)
	where p.id = private.me();
	if private.may('listen') then
		perform private.note_down('set_my_face', private.me());
	end if;
end;
$$;

create function calls.set_my_face(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.set_my_face(args ->> 'name', args ->> 'picture', args ->> 'pronouns');
$$;

create function private.set_home(args jsonb)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	perform private.must('run_home');
	-- Of an area of the world: pg_timezone_names holds files, too, that no browser knows (posixrules).
	if
		args ->> 'time_zone' !~ '^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/'
		or not exists (select from pg_catalog.pg_timezone_names where name = args ->> 'time_zone')
	then
		perform private.refuse('bad_time_zone');
	end if;
	update app.homes
	set
		name = private.shown_name(args ->> 'name'),
		nation = (args ->> 'nation')::app.nation,
		time_zone = args ->> 'time_zone',
		labels = args -> 'labels',
		rhythm_days = (args ->> 'rhythm_days')::int,
		unread_within = make_interval(hours => (args ->> 'unread_hours')::int),
		answer_within = make_interval(hours => (args ->> 'answer_hours')::int),
		complaint_within = coalesce(make_interval(hours => (args ->> 'complaint_hours')::int), complaint_within),
		reading_days = coalesce((args ->> 'reading_days')::int, reading_days),
		recordings = coalesce((args ->> 'recordings')::boolean, recordings)
	where id = private.my_home();
	perform private.note_down('set_home', private.my_home());
end;
$$;

create function calls.set_home(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.set_home(args);
$$;

grant execute
on function private.add_person, private.set_at_work, private.person_left, private.set_my_face, private.set_home
to authenticated;


-- schemas/promises/calls.sql

-- The calls about promises.

create function calls.make_promise(args jsonb)
returns void
language sql
set search_path = ''
as $$
	insert into app.promises (id, child_id, session_id, owner_id, words, due)
	values
		(
			(args ->> 'id')::uuid,
			(args ->> 'child')::uuid,
			(args ->> 'session')::uuid,
			(args ->> 'owner')::uuid,
			args ->> 'words',
			(args ->> 'due')::date
		);
$$;

create function calls.end_promise(args jsonb)
returns void
language sql
set search_path = ''
as $$
	insert into app.promise_ends (promise_id, kept, because)
	values ((args ->> 'promise')::uuid, (args -> 'kept')::boolean, args ->> 'because');
$$;


-- schemas/sessions/calls.sql

-- The calls about our time. Arguments: src/lib/domain/calls.ts.

create function private.add_session_event(args jsonb, id uuid, session uuid, kind app.session_event_kind)
returns void
language sql
set search_path = ''
as $$
	insert into app.session_events
		(
			id,
			session_id,
			kind,
			starts_at,
			place,
			how,
			purpose,
			aims,
			unplanned,
			because,
			symbol,
			words,
			talked,
			came,
			went,
			good,
			mine,
			ended,
			other_day,
			other_part
		)
	values
		(
			add_session_event.id,
			session,
			add_session_event.kind,
			(args ->> 'starts_at')::timestamptz,
			args ->> 'place',
			(args ->> 'how')::app.how,
			args ->> 'purpose',
			array(select jsonb_array_elements_text(nullif(args -> 'aims', 'null'))),
			coalesce((args ->> 'unplanned')::boolean, false),
			args ->> 'because',
			args ->> 'symbol',
			args ->> 'words',
			args ->> 'talked',
			args ->> 'came',
			args ->> 'went',
			args ->> 'good',
			args ->> 'mine',
			args ->> 'ended',
			(args ->> 'day')::date,
			args ->> 'part'
		);
$$;

create function calls.plan_session(args jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
	insert into app.sessions (id, child_id, starts_at)
	values ((args ->> 'id')::uuid, (args ->> 'child')::uuid, (args ->> 'starts_at')::timestamptz);
	perform private.add_session_event(args, (args ->> 'event')::uuid, (args ->> 'id')::uuid, 'planned');
end;
$$;

create function calls.change_session(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_session_event(args, (args ->> 'id')::uuid, (args ->> 'session')::uuid, 'changed');
$$;

create function calls.cancel_session(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_session_event(args, (args ->> 'id')::uuid, (args ->> 'session')::uuid, 'cancelled');
$$;

create function calls.pick_how(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_session_event(args, (args ->> 'id')::uuid, (args ->> 'session')::uuid, 'how_picked');
$$;

create function calls.ask_other_time(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_session_event(args, (args ->> 'id')::uuid, (args ->> 'session')::uuid, 'other_time_asked');
$$;

create function calls.not_today(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_session_event(args, (args ->> 'id')::uuid, (args ->> 'session')::uuid, 'not_today');
$$;

create function calls.record_session(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_session_event(args, (args ->> 'id')::uuid, (args ->> 'session')::uuid, 'recorded');
$$;

create function calls.tap_session(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_session_event(args, (args ->> 'id')::uuid, (args ->> 'session')::uuid, 'tapped');
$$;

grant execute on function private.add_session_event to authenticated;


-- schemas/tablets/calls.sql

-- The calls about tablets.

create function calls.invite_tablet(args jsonb)
returns void
language sql
set search_path = ''
as $$
	insert into app.tablets (id, code_hash, device)
	values ((args ->> 'id')::uuid, decode(args ->> 'code_hash', 'hex'), private.shown_name(args ->> 'device'));
$$;

create function private.cut_off_tablet(tablet uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	update app.tablets t
	set cut_off_at = now()
	where t.id = tablet and t.cut_off_at is null and t.home_id = private.my_home() and private.may('pair_tablet');
	if not found then
		perform private.refuse('no_such_device');
	end if;
	perform private.note_down('cut_off_tablet', tablet);
end;
$$;

create function calls.cut_off_tablet(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.cut_off_tablet((args ->> 'tablet')::uuid);
$$;

grant execute on function private.cut_off_tablet to authenticated;


-- schemas/unclear/calls.sql

-- The call that marks a page.

-- args: id, page, version (of what the home wrote, else null). The id is kept nowhere: in the log of calls it makes
-- the fingerprint of the arguments one that nobody can guess the page from.
create function calls.mark_unclear(args jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
	if args ->> 'version' is not null and not private.is_version_of(args ->> 'page', (args ->> 'version')::uuid) then
		perform private.refuse('bad_page');
	end if;
	insert into app.unclear (page, version) values (args ->> 'page', (args ->> 'version')::uuid);
end;
$$;


-- schemas/agreements/json.sql

-- How we meet, as a view shows it: the newest with each child, and whose yes counts.

create function private.agreements_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select coalesce(json_agg(t order by t.made_at, t.id), '[]')
		from
			(
				select distinct on (a.child_id)
					a.id,
					a.child_id,
					a.made_by,
					a.made_at,
					a.how_often,
					a.where_we_meet,
					a.how_to_stop,
					a.notes_kept,
					(
						select
							coalesce(
								json_agg(json_build_object('person_id', y.person_id, 'at', y.at) order by y.at, y.person_id),
								'[]'
							)
						from
							(
								select g.person_id, min(g.at) as at
								from app.agreed g
								where
									g.agreement_id = a.id
									and not exists (select from private.doubts() d where d.login_id = g.login_id)
								group by g.person_id
							) y
					) as agreed
				from app.agreements a
				order by a.child_id, a.made_at desc
			) t
	);
end;
$$;

grant execute on function private.agreements_json to authenticated;


-- schemas/audit/json.sql

-- Who changed which access, when and why: what was written down, the codes that were made and the devices that came in
-- with them. Under row security, and nothing of an item: no child's word, and no sign of one. No running number: a gap
-- would tell of other homes.

create function private.access_changes()
returns table (at timestamptz, person_id uuid, what text, subject_id uuid, with_id uuid, said text, because text)
language plpgsql
stable
set search_path = ''
as $$
begin
	return query select a.at, a.person_id, a.what, a.subject_id, a.with_id, null::text, a.because
		from app.audit a
		where a.what <> 'set_my_face'
		union all
		select i.made_at, i.made_by, 'invite', i.person_id, null::uuid, i.device, null::text
		from app.invites i
		where i.home_id = (select private.my_home())
		union all
		select t.made_at, t.made_by, 'invite_tablet', t.id, null::uuid, t.device, null::text
		from app.tablets t
		union all
		select l.made_at, l.person_id, 'joined', l.person_id, l.invited_by, l.device, null::text
		from app.logins l
		where l.home_id = (select private.my_home());
end;
$$;

-- person_id: who did it; about_id: whose access it is, with_id: the worker, the cover, or who made the code. because:
-- a reason is asked where a key worker changes, and not told to whom it took a child from (private.why_ended).
create function private.audit_json(before timestamptz, page int)
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	perform private.must_as_oneself('lead_home');
	return (
		with
			newest as (
				select * from private.access_changes() c where c.at < before order by c.at desc fetch first page rows with ties
			),
			told as (
				select
					n.at,
					n.what,
					n.person_id,
					coalesce(k.child_id, l.person_id, i.person_id, p.id) as about_id,
					coalesce(k.worker_id, n.with_id) as with_id,
					coalesce(n.said, l.device, i.device, t.device) as device,
					case
						when not exists (
							select
							from app.key_workers was
							where
								was.until = n.at
								and (was.id = n.subject_id or (was.child_id = k.child_id and was.place = k.place))
								and was.id not in (select w.id from private.why_ended() w)
						) then n.because
					end as because
				from
					newest n
					left join app.key_workers k on k.id = n.subject_id
					left join app.logins l on l.id = n.subject_id
					left join app.invites i on i.id = n.subject_id
					left join app.tablets t on t.id = n.subject_id
					left join app.people p on p.id = n.subject_id
			)
		select coalesce(json_agg(t order by t.at desc, t.what, t.about_id), '[]')
		from told t
	);
end;
$$;

grant execute on function private.access_changes, private.audit_json to authenticated;


-- schemas/calls/arguments.sql

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


-- schemas/calls/check.sql

-- Whether the arguments of a call are what it takes.

-- A time that there is, no further than five years from now: what waited on a device for months still comes through,
-- and no screen has to draw the year 5874897.
create function private.is_near(moment text)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
	return abs(extract(epoch from moment::timestamptz - now())) <= 1826 * 86400;
exception when datetime_field_overflow then
	return false; -- the 30th of February
end;
$$;

-- Whether a value is of that kind. A day and a time are written out, never said by a word ("today", "infinity").
create function private.is_a(kind text, value jsonb)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
declare
	words text := value #>> '{}';
	day text := '^[0-9]{4}-[0-9]{2}-[0-9]{2}';
	hour text := 'T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,6})?)?(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9])$';
begin
	return case kind
		when 'ids' then case
			when jsonb_typeof(value) = 'array' then jsonb_array_length(value) <= 1000
			and not exists (select from jsonb_array_elements(value) as l (one) where not private.is_a('id', one))
			else false
		end
		when 'boolean' then jsonb_typeof(value) = 'boolean'
		when 'number' then jsonb_typeof(value) = 'number'
		and words ~ '^[0-9]{1,6}$'
		when 'things' then private.are_things(value)
		when 'object' then jsonb_typeof(value) = 'object'
		when 'lines' then jsonb_typeof(value) = 'array'
		when 'names' then case
			when jsonb_typeof(value) = 'array' then jsonb_array_length(value) <= 20
			and not exists (
				select from jsonb_array_elements(value) as l (one) where jsonb_typeof(one) <> 'string' or one = '""'
			)
			else false
		end
		else jsonb_typeof(value) = 'string'
		and case kind
			when 'text' then true
			when 'id' then words ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
			when 'day' then case
				when words ~ (day || '$') then private.is_near(words || 'T00:00:00Z')
				else false
			end
			when 'time' then case
				when words ~ (day || hour) then private.is_near(words)
				else false
			end
		end
	end;
end;
$$;

-- What is not understood is not passed over: it may be what leaves somebody out. It waits on the device, like a call
-- of a newer app.
create function private.check_args(name text, args jsonb)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
	takes jsonb := private.takes() -> name;
begin
	if takes is null then
		perform private.refuse('no_such_call');
	end if;
	if jsonb_typeof(args) <> 'object' then
		perform private.refuse('bad_value');
	end if;
	if not takes ?& array(select jsonb_object_keys(args)) then
		perform private.refuse('no_such_call');
	end if;
	if
		exists (
			select
			from jsonb_each(takes) as t (arg, kind)
			where
				not coalesce(
					case
						when jsonb_typeof(kind) = 'array' then kind @> jsonb_build_array(args -> arg)
						when kind #>> '{}' like '%?'
						and coalesce(args -> arg, 'null') = 'null' then true
						else private.is_a(rtrim(kind #>> '{}', '?'), args -> arg)
					end,
					false
				)
		)
	then
		perform private.refuse('bad_value');
	end if;
end;
$$;

grant execute on function private.is_near, private.is_a, private.check_args to authenticated;


-- schemas/calls/who_may.sql

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


-- schemas/cards/json.sql

-- Cards as a view shows them: the newest of each person.

create function private.cards_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select coalesce(json_agg(t order by t.person_id), '[]')
		from
			(
				select distinct on (person_id) person_id, job, things, reach, here, picture, at
				from app.cards
				order by person_id, at desc
			) t
	);
end;
$$;

grant execute on function private.cards_json to authenticated;


-- schemas/codes/events.sql

-- No good code, no account. A code that is used makes a login; a newer one ends the older.

-- One live code a person: a newer one ends the older, also where two adults make one at the same time.
create function private.end_older_codes()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	perform from app.people p where p.id = new.person_id for no key update;
	update app.invites i
	set ended_at = now()
	where i.person_id = new.person_id and i.used_at is null and i.ended_at is null;
	return new;
end;
$$;

create trigger end_older_codes
before insert on app.invites
for each row
execute function private.end_older_codes();

-- Before an account is made: a person's code, or a tablet's, is used up. No good code, no account.
create function private.use_code()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
	code bytea := sha256(convert_to(new.raw_user_meta_data ->> 'invite_code', 'utf8'));
	c private.codes;
begin
	select * into c from private.codes k where k.code_hash = code;
	if c.code_hash is null then
		perform private.refuse('code_unknown');
	end if;
	if c.used_by is null and c.ended_at is not null then
		perform private.refuse('code_ended');
	end if;
	if c.used_by is null and c.expires_at <= now() then
		perform private.refuse('code_expired');
	end if;
	-- Two at once: whoever comes second waits for the first, and finds it used.
	update app.invites i
	set
		used_by = new.id,
		used_at = now()
	where i.code_hash = code and i.used_by is null and i.ended_at is null;
	if not found then
		update app.tablets t
		set
			used_by = new.id,
			used_at = now()
		where t.code_hash = code and t.used_by is null and t.cut_off_at is null;
	end if;
	if not found then
		perform private.refuse('code_used');
	end if;
	new.raw_user_meta_data := new.raw_user_meta_data - 'invite_code'; -- so that the code never stays in the account
	return new;
end;
$$;

create or replace trigger use_code
before insert on auth.users
for each row
execute function private.use_code();

-- Whole from the start: made by the owner of the database, or a staff member's first. A child's first is not: it sees
-- what it shared itself, which is all there is (law 1).
create function private.link_login()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	insert into app.logins (account_id, person_id, home_id, device, invited_by, invited_by_login, whole)
	select
		new.id,
		i.person_id,
		i.home_id,
		i.device,
		i.made_by,
		i.made_by_login,
		i.made_by is null or (p.role <> 'child' and not exists (select from app.logins l where l.person_id = p.id))
	from
		app.invites i
		join app.people p on p.id = i.person_id
	where i.used_by = new.id;
	return new;
end;
$$;

create or replace trigger link_login
after insert on auth.users
for each row
execute function private.link_login();

-- Hosted sign-up copies the metadata into auth.identities too: take the code out there as well, where that table is.
create function private.forget_code()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	new.identity_data := new.identity_data - 'invite_code';
	return new;
end;
$$;

do $$
begin
	if to_regclass('auth.identities') is not null then
		create or replace trigger forget_code before insert or update on auth.identities
		for each row execute function private.forget_code();
	end if;
exception when insufficient_privilege then
	raise notice 'auth.identities is not ours to watch: a spent code stays in it';
end $$;


-- schemas/codes/json.sql

-- Codes as a view shows them.

create function private.invites_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select coalesce(json_agg(t order by t.made_at, t.id), '[]')
		from
			(
				select id, person_id, device, made_by, made_at, expires_at, used_at, ended_at
				from app.invites
				where made_at > now() - interval '30 days'
			) t
	);
end;
$$;

grant execute on function private.invites_json to authenticated;


-- schemas/devices/json.sql

-- Logins as a view shows them.

-- Of my own logins I am told only what this one, or one that vouched for it, has approved: two false ones may approve
-- each other.
create function private.devices_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
declare
	me uuid := private.me();
	mine uuid[] := private.vouched();
begin
	return (
		select coalesce(json_agg(t order by t.made_at, t.id), '[]')
		from
			(
				select
					l.id,
					l.person_id,
					l.device,
					l.made_at,
					l.invited_by,
					l.cut_off_at,
					l.invited_by_login,
					l.own,
					l.reached_by,
					l.disowned_at,
					case
						when l.whole then l.made_at
						else (
							select min(a.at)
							from app.login_approvals a
							where a.login_id = l.id and a.by_person = l.person_id and (l.person_id <> me or a.by_login = any (mine))
						)
					end as approved_at,
					coalesce(
						(
							select json_agg(distinct a.by_person order by a.by_person)
							from app.login_approvals a
							where a.login_id = l.id and a.by_person <> l.person_id
						),
						'[]'
					) as approved_by,
					(
						select row_to_json(t)
						from
							(
								select s.by_login as by, s.at, s.contested_at
								from app.login_stops s
								where s.login_id = l.id and s.ended_at is null
							) t
					) as stop
				from app.logins l
			) t
	);
end;
$$;

grant execute on function private.devices_json to authenticated;


-- schemas/devices/update_standing.sql

-- What follows of how each login stands, worked out for all of a home.

create function private.update_standing(home uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	-- Where everybody starts: reached by all the makers of codes that lead there; a child's first device is theirs.
	with recursive
		makers(login_id, maker) as (
			select id, invited_by_login from app.logins where home_id = home and invited_by_login is not null
			union
			select k.login_id, m.invited_by_login
			from
				makers k
				join app.logins m on m.id = k.maker
			where m.invited_by_login is not null
		)
	update app.logins l
	set
		frozen = false,
		own = l.disowned_at is null
		and (
			l.whole
			or (
				p.role = 'child'
				and not exists (
					select
					from app.logins o
					where o.person_id = l.person_id and o.disowned_at is null and (o.made_at, o.id) < (l.made_at, l.id)
				)
			)
		),
		reached_by = array(
			select distinct m.person_id
			from
				makers k
				join app.logins m on m.id = k.maker
				join app.people q on q.id = m.person_id
			where k.login_id = l.id and q.role <> 'child' and m.person_id <> l.person_id
			order by 1
		)
		from app.people p
		where p.id = l.person_id and l.home_id = home;
	-- Then each yes counts, of whoever cannot be the adult that it rules out, until nothing changes any more.
	loop
		with
			weighed as (
				select
					l.id,
					array(
						select a
						from unnest(l.reached_by) a
						where
							not (
								exists (
									select
									from app.logins m
									where m.id = l.invited_by_login and m.person_id <> a and a <> all (m.reached_by)
								)
								or exists (
									select
									from private.good_approvals g
									where
										g.login_id = l.id
										and (g.by_self or p.role <> 'child')
										and g.by_person <> a
										and a <> all (g.reached_by)
								)
							)
						order by a
					) as reached_by,
					l.own
					or (
						l.disowned_at is null
						and (
							exists (
								select
								from private.good_approvals g
								where
									g.login_id = l.id
									and (g.by_self or (p.role <> 'child' and not l.reached_by && (g.reached_by || g.by_person)))
							)
							or (p.role = 'child' and private.two_adults(l.id, l.reached_by))
						)
					) as own
				from
					app.logins l
					join app.people p on p.id = l.person_id
				where l.home_id = home
			)
		update app.logins l
		set
			reached_by = w.reached_by,
			own = w.own
		from weighed w
		where w.id = l.id and (l.own, l.reached_by) is distinct from (w.own, w.reached_by);
		exit when not found;
	end loop;
	-- A device that another one stopped reads nothing new; where that is disputed, neither does, unless only one of them
	-- is beyond doubt.
	with
		stops as (
			select
				s.login_id as stopped,
				s.by_login as stopper,
				s.contested_at is not null as contested,
				y.own and y.reached_by = '{}' as stopped_is_sure,
				x.own and x.reached_by = '{}' as stopper_is_sure
			from
				app.login_stops s
				join app.logins y on y.id = s.login_id
				join app.logins x on x.id = s.by_login
			where s.ended_at is null and y.home_id = home
		)
	update app.logins l
	set
		frozen = true,
		own = false
	from stops s
	where
		(l.id = s.stopped and (not s.contested or s.stopper_is_sure or not s.stopped_is_sure))
		or (l.id = s.stopper and s.contested and (s.stopped_is_sure or not s.stopper_is_sure));
end;
$$;

create function private.update_standing_of_home()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
	home uuid;
begin
	if tg_table_name = 'logins' then
		home := new.home_id;
	else
		select l.home_id into home from app.logins l where l.id = new.login_id;
	end if;
	perform private.update_standing(home);
	return null;
end;
$$;

create trigger update_standing
after insert or update of whole, made_at, invited_by_login, cut_off_at, disowned_at on app.logins
for each row
execute function private.update_standing_of_home();

create trigger update_standing
after insert or update on app.login_approvals
for each row
execute function private.update_standing_of_home();

create trigger update_standing
after insert or update on app.login_stops
for each row
execute function private.update_standing_of_home();


-- schemas/evidence/beginnings.sql

-- Evidence of first days, and of the children's guide.

-- Children who came in the period: how many days until they had a key worker with a card, and until a first time
-- together. From the day on which they were added here.
create function private.evidence_of_first_days(home uuid, zone text, first_day date, last_day date)
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		with
			came as (
				select
					(p.made_at at time zone zone)::date as on_day,
					(
						select min(greatest(k.from_at, c.at))
						from
							app.key_workers k
							join (
								select x.person_id, min(x.at) as at
								from app.cards x
								where x.home_id = home
								group by x.person_id
							) c
								on c.person_id = k.worker_id
						where k.child_id = p.id and greatest(k.from_at, c.at) < k.until
					) as card_at,
					(
						select min(s.starts_at)
						from app.sessions s
						where s.child_id = p.id and s.home_id = home and s.state = 'recorded'
					) as met_at
				from app.people p
				where
					p.home_id = home
					and private.can(p.role, 'speak')
					and (p.made_at at time zone zone)::date between first_day and last_day
			)
		select
			json_build_object(
				'came',
				count(*),
				'card',
				private.spread(
					array_agg(greatest((c.card_at at time zone zone)::date - c.on_day, 0)) filter (where c.card_at is not null)
				),
				'session',
				private.spread(
					array_agg(greatest((c.met_at at time zone zone)::date - c.on_day, 0)) filter (where c.met_at is not null)
				)
			)
		from came c
	);
end;
$$;

-- Parts of the guide that the home wrote: those in force today, of them those past the day of their review, and how
-- many were written anew in the period. That a child read the guide is nowhere kept.
create function private.evidence_of_guide(home uuid, zone text, first_day date, last_day date)
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select
			json_build_object(
				'parts',
				count(*),
				'past_review',
				count(*) filter (where s.review_by < (now() at time zone zone)::date),
				'written',
				(
					select count(*)
					from app.sections w
					where w.home_id = home and (w.at at time zone zone)::date between first_day and last_day
				),
				'last_at',
				max(s.at)
			)
		from app.sections s
		where s.id in (select private.in_force_at(home)) and s.lines <> '[]'
	);
end;
$$;

-- Who lives and who works in the home today.
create function private.evidence_of_people(home uuid)
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select
			json_build_object(
				'children',
				count(*) filter (where private.can(p.role, 'speak')),
				'adults',
				count(*) filter (where private.can(p.role, 'hand_over'))
			)
		from app.people p
		where p.home_id = home and p.left_at is null
	);
end;
$$;


-- schemas/evidence/complaints.sql

-- Complaints by stage: only those that stand in the asker's own register, which already shows each of them. So these
-- figures tell nobody anything new: not whom they are about, nor who is left out, nor (as with the house) who was not
-- given one. They are two leaders' two figures, and never stand on paper: whoever held one beside the other, or this
-- month's beside the last one's, would learn of a complaint from the difference, however they were rounded.

create function private.evidence_of_complaints(home uuid, zone text, first_day date, last_day date)
returns json
language plpgsql
stable
set search_path = ''
set jit = off
as $$
declare
	mine uuid[] := private.readable(
		array(
			select i.id
			from app.items i
			where
				i.home_id = home
				and i.kind = 'complaint'
				and (i.sent_at at time zone zone)::date between first_day and last_day
		)
	);
begin
	return (
		with
			register as (
				select
					i.closed_at is null as is_open,
					now() > i.asked_at + i.answer_within as is_late,
					i.taken_back_at is not null as is_taken_back,
					exists (select from app.item_events e where e.item_id = i.id and e.kind = 'reopened') as again,
					(
						select e.answer
						from app.item_events e
						where e.item_id = i.id and e.kind = 'answered'
						order by e.at desc
						limit 1
					) as answer
				from app.items i
				where i.id = any (mine) and i.id not in (select private.items_without_me())
			),
			ended as (select r.answer from register r where not r.is_open and not r.is_taken_back)
		select
			json_build_object(
				'came',
				count(*),
				'open',
				count(*) filter (where r.is_open),
				'late',
				count(*) filter (where r.is_open and r.is_late),
				'asked_again',
				count(*) filter (where r.again),
				'taken_back',
				count(*) filter (where r.is_taken_back),
				'found',
				(
					select
						json_build_object(
							'upheld',
							count(*) filter (where e.answer = 'upheld'),
							'partly_upheld',
							count(*) filter (where e.answer = 'partly_upheld'),
							'not_upheld',
							count(*) filter (where e.answer = 'not_upheld'),
							'not_mine',
							count(*) filter (where e.answer = 'not_mine')
						)
					from ended e
				)
			)
		from register r
	);
end;
$$;


-- schemas/evidence/figures.sql

-- How figures are told.

-- Days from one thing to the next: of how many, the one in the middle, the longest.
create function private.spread(days int[])
returns json
language plpgsql
immutable
set search_path = ''
as $$
begin
	return (
		select
			json_build_object(
				'count',
				count(d),
				'median',
				percentile_disc(0.5) within group (order by d),
				'longest',
				max(d)
			)
		from unnest(days) d
	);
end;
$$;

-- Whole days that went by.
create function private.whole_days(took interval)
returns int
language plpgsql
immutable
set search_path = ''
as $$
begin
	return floor(extract(epoch from took) / 86400)::int;
end;
$$;

-- What a child said no to: null for fewer than five, none among them. A home is small, and a child who says that an
-- answer did not help, or "not today", is not to be found by it on a paper.
create function private.or_fewer(many bigint)
returns bigint
language plpgsql
immutable
set search_path = ''
as $$
begin
	return case
		when many >= 5 then many
	end;
end;
$$;


-- schemas/evidence/json.sql

-- Evidence of a period, for whoever leads the home: counts and days, neither words nor names. All of it but the
-- complaints is the same for everybody who may ask: it counts only what leaves out nobody.

create function private.evidence_json(first_day date, last_day date)
returns json
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	h app.homes := (select x from app.homes x where x.id = (select private.my_home()));
	zone text := h.time_zone;
begin
	perform private.must_as_oneself('lead_home');
	-- A year at most, and no day that nobody can have had here: a device may be a day ahead of the home.
	if
		(
			first_day >= '2000-01-01'
			and first_day <= last_day
			and last_day <= first_day + 366
			and last_day <= (now() at time zone zone)::date + 1
		) is not true
	then
		perform private.refuse('bad_period');
	end if;
	return json_build_object(
		'at',
		now(),
		'from',
		first_day,
		'to',
		last_day,
		'people',
		private.evidence_of_people(h.id),
		'asking',
		private.evidence_of_asking(h.id, zone, first_day, last_day),
		'answers',
		private.evidence_of_answers(h.id, zone, first_day, last_day),
		'rhythm',
		private.evidence_of_rhythm(h.id, zone, h.rhythm_days, first_day, last_day),
		'sessions',
		private.evidence_of_sessions(h.id, zone, first_day, last_day),
		'promises',
		private.evidence_of_promises(h.id, zone, first_day, last_day),
		'first_days',
		private.evidence_of_first_days(h.id, zone, first_day, last_day),
		'guide',
		private.evidence_of_guide(h.id, zone, first_day, last_day),
		'complaints',
		private.evidence_of_complaints(h.id, zone, first_day, last_day)
	);
end;
$$;

grant execute on function private.evidence_json to authenticated;


-- schemas/evidence/together.sql

-- Evidence of times together and of promises: what adults planned, recorded and said that they would do.

-- Each child's stay in the period falls into whole times of the home's rhythm, from its first day: in how many of them
-- did they and a key worker meet. Null: the home agrees its rhythm with each child.
create function private.evidence_of_rhythm(home uuid, zone text, rhythm int, first_day date, last_day date)
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	if rhythm is null then
		return null;
	end if;
	return (
		with
			stays as (
				select
					p.id,
					greatest((p.made_at at time zone zone)::date, first_day) as since,
					least((p.left_at at time zone zone)::date, last_day, (now() at time zone zone)::date) as until
				from app.people p
				where p.home_id = home and private.can(p.role, 'speak')
			),
			times as (select s.id, s.since, greatest((s.until - s.since + 1) / rhythm, 0) as many from stays s),
			met as (
				select distinct t.id, ((s.starts_at at time zone zone)::date - t.since) / rhythm as place
				from
					times t
					join app.sessions s on s.child_id = t.id and s.home_id = home and s.state = 'recorded'
				where
					(s.starts_at at time zone zone)::date >= t.since
					and ((s.starts_at at time zone zone)::date - t.since) < t.many * rhythm
			)
		select json_build_object('days', rhythm, 'times', sum(t.many), 'met', (select count(*) from met))
		from times t
	);
end;
$$;

create function private.evidence_of_sessions(home uuid, zone text, first_day date, last_day date)
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select
			json_build_object(
				'held',
				count(*) filter (where s.state = 'recorded'),
				'cancelled',
				count(*) filter (where s.state = 'cancelled'),
				'not_recorded',
				count(*) filter (where s.state = 'planned' and s.starts_at < now()),
				'not_today',
				(
					select private.or_fewer(count(*))
					from
						app.sessions x
						join app.session_events e on e.session_id = x.id
					where
						x.home_id = home
						and e.kind = 'not_today'
						and (e.at at time zone zone)::date between first_day and last_day
				)
			)
		from app.sessions s
		where s.home_id = home and (s.starts_at at time zone zone)::date between first_day and last_day
	);
end;
$$;

-- Promises whose day is in the period, and how many were made in it.
create function private.evidence_of_promises(home uuid, zone text, first_day date, last_day date)
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		with
			due as (
				select p.due, e.kept, (e.at at time zone zone)::date as ended_on
				from
					app.promises p
					left join app.promise_ends e on e.promise_id = p.id
				where p.home_id = home and p.due between first_day and last_day
			)
		select
			json_build_object(
				'made',
				(
					select count(*)
					from app.promises p
					where p.home_id = home and (p.made_at at time zone zone)::date between first_day and last_day
				),
				'kept',
				count(*) filter (where d.kept and d.ended_on <= d.due),
				'kept_late',
				count(*) filter (where d.kept and d.ended_on > d.due),
				'not_kept',
				count(*) filter (where not d.kept),
				'late',
				count(*) filter (where d.kept is null and d.due < (now() at time zone zone)::date),
				'open',
				count(*) filter (where d.kept is null and d.due >= (now() at time zone zone)::date)
			)
		from due d
	);
end;
$$;


-- schemas/evidence/wishes.sql

-- Evidence of asking and answering: only of what leaves out nobody (private.for_all). What a child took back is not
-- counted: so one that is missing from a later paper may be either, and tells of neither.

-- Month by month: how many were asked, and of those how many have an answer now. And of those that have none, how many
-- are past the days that the child was shown.
create function private.evidence_of_asking(home uuid, zone text, first_day date, last_day date)
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		with
			asked as (
				select
					to_char(i.sent_at at time zone zone, 'YYYY-MM') as month,
					i.answered_at,
					i.asked_at + i.answer_within as due
				from private.for_all i
				where
					i.home_id = home
					and i.kind = 'wish'
					and i.taken_back_at is null
					and (i.sent_at at time zone zone)::date between first_day and last_day
			),
			months as (
				select to_char(m, 'YYYY-MM') as month
				from generate_series(date_trunc('month', first_day::timestamp), last_day::timestamp, '1 month') m
			)
		select
			json_build_object(
				'months',
				json_agg(
					json_build_object('month', m.month, 'asked', coalesce(a.asked, 0), 'answered', coalesce(a.answered, 0))
					order by m.month
				),
				'late',
				coalesce(sum(a.late), 0)
			)
		from
			months m
			left join (
				select
					x.month,
					count(*) as asked,
					count(x.answered_at) as answered,
					count(*) filter (where x.answered_at is null and now() > x.due) as late
				from asked x
				group by x.month
			) a
				on a.month = m.month
	);
end;
$$;

-- The answers of the period. Each asking (a wish is sent, or asked again) is answered once: by the first answer since.
create function private.evidence_of_answers(home uuid, zone text, first_day date, last_day date)
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		with
			events as materialized (
				select e.item_id, e.kind, e.at, e.answer, e.helped, i.sent_at, i.answer_within
				from
					private.for_all i
					join app.item_events e on e.item_id = i.id
				where
					i.home_id = home
					and i.kind = 'wish'
					and i.taken_back_at is null
					and e.kind in ('answered', 'reopened', 'helped')
			),
			-- Which asking each of them follows.
			rounds as (
				select e.*, coalesce(max(e.at) filter (where e.kind = 'reopened') over earlier, e.sent_at) as asked_at
				from events e
				window
					earlier as (
						partition by e.item_id
						order by e.at
						rows unbounded preceding
					)
			),
			answers as (
				select distinct on (r.item_id, r.asked_at)
					r.answer,
					r.at,
					r.at - r.asked_at as took,
					r.answer_within
				from rounds r
				where r.kind = 'answered'
				order by r.item_id, r.asked_at, r.at
			),
			given as (
				select a.answer, private.whole_days(a.took) as days, a.took > a.answer_within as late
				from answers a
				where (a.at at time zone zone)::date between first_day and last_day
			),
			since as (select * from events e where (e.at at time zone zone)::date between first_day and last_day)
		select
			json_build_object(
				'kinds',
				json_build_object(
					'yes',
					count(*) filter (where g.answer = 'yes'),
					'partly',
					count(*) filter (where g.answer = 'partly'),
					'no',
					count(*) filter (where g.answer = 'no'),
					'not_now',
					count(*) filter (where g.answer = 'not_now'),
					'not_mine',
					count(*) filter (where g.answer = 'not_mine')
				),
				'late',
				count(*) filter (where g.late),
				'days',
				json_build_array(
					count(*) filter (where g.days < 2),
					count(*) filter (where g.days between 2 and 3),
					count(*) filter (where g.days between 4 and 7),
					count(*) filter (where g.days between 8 and 14),
					count(*) filter (where g.days > 14)
				),
				'took',
				private.spread(array_agg(g.days)),
				'asked_again',
				(select private.or_fewer(count(*)) from since s where s.kind = 'reopened'),
				'did_not_help',
				(select private.or_fewer(count(*)) from since s where s.kind = 'helped' and s.helped = 'no')
			)
		from given g
	);
end;
$$;


-- schemas/guide/json.sql

-- Sections as a view shows them.

-- What is in force, what waits, and of each section the last versions before, so that a change can be seen.
create function private.sections_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
declare
	in_force uuid[] := array(select private.sections_in_force());
begin
	return (
		select coalesce(json_agg(t order by t.section collate "C", t.at desc, t.id), '[]')
		from
			(
				select
					s.id,
					s.section,
					s.lines,
					s.review_by,
					s.author_id,
					s.at,
					a.person_id as approved_by,
					s.id = any (in_force) as in_force
				from
					(
						select
							*,
							row_number() over (
								partition by section
								order by at desc
							) as age
						from app.sections
					) s
					left join app.section_approvals a on a.section_id = s.id
				where s.age <= 3 or s.id = any (in_force)
			) t
	);
end;
$$;

grant execute on function private.sections_json to authenticated;


-- schemas/items/ask_again_calls.sql

-- The calls that ask again, or ask one more person: whoever got the item by hand-on keeps it.

-- "That's not what I meant": asks again, of everybody who can read it by now. Without this, whoever got the wish by
-- hand-on would lose it, since the waiting starts anew (or, given to one more, does not end with those who are gone).
create function private.keep_handed_on(item uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
	insert into app.item_readers (item_id, reader_id, relation_id)
	select
		r.item_id,
		r.person_id,
		(
			select k.id
			from app.key_workers k
			where k.worker_id = r.person_id and k.child_id = (select private.me()) and k.from_at <= now() and now() < k.until
			limit 1
		)
	from private.readers_of() r
	where r.item_id = item and r.words and r.why = 'handed_on' and r.from_at <= now()
	on conflict do nothing;
end;
$$;

create function calls.reopen(args jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
	if (select private.may('speak')) then
		perform private.keep_handed_on((args ->> 'item')::uuid);
	end if; -- anybody else is refused below
	perform private.add_item_event(args, 'reopened');
end;
$$;

-- A new key worker gets it too, say; and somebody who has not opened it gets it no more.
create function calls.give_too(args jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
	perform private.keep_handed_on((args ->> 'item')::uuid);
	perform private.add_item_event(args, 'given');
end;
$$;

grant execute on function private.keep_handed_on to authenticated;


-- schemas/items/event_calls.sql

-- The calls about what happens to an item.

-- Asked first, so that whoever cannot read an item learns from no refusal how it stands with it.
create function private.add_item_event(args jsonb, kind app.item_event_kind)
returns void
language plpgsql
set search_path = ''
as $$
begin
	if not private.can_read((args ->> 'item')::uuid) then
		raise exception 'not yours' using errcode = '42501';
	end if;
	insert into app.item_events
		(
			id,
			item_id,
			kind,
			answer,
			because,
			will_happen,
			by_day,
			asked_whom,
			asked_on,
			session_id,
			helped,
			words,
			symbol,
			whom,
			with_ids,
			worry_about,
			told_child,
			hidden
		)
	values
		(
			(args ->> 'id')::uuid,
			(args ->> 'item')::uuid,
			add_item_event.kind,
			args ->> 'answer',
			args ->> 'because',
			args ->> 'will_happen',
			(args ->> 'by_day')::date,
			args ->> 'asked_whom',
			(args ->> 'asked_on')::date,
			(args ->> 'session')::uuid,
			args ->> 'helped',
			args ->> 'words',
			args ->> 'symbol',
			(args ->> 'whom')::uuid,
			case
				when args ? 'with' then private.ids(args -> 'with')
			end,
			(args ->> 'worry_about')::uuid,
			(args -> 'told_child')::boolean,
			coalesce((args -> 'hidden')::boolean, false)
		);
end;
$$;

create function calls.open_item(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'opened');
$$;

create function calls.plan_item(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'planned');
$$;

create function calls.unplan_item(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'unplanned');
$$;

create function calls.answer_item(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'answered');
$$;

create function calls.handle_item(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'handled');
$$;

create function calls.share_to_keep_safe(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'raised');
$$;

create function calls.say_if_it_helped(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'helped');
$$;

create function calls.change_topic(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'changed');
$$;

create function calls.take_back(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'taken_back');
$$;

create function calls.disown_item(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'disowned');
$$;

create function calls.let_in(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'let_in');
$$;

create function calls.take_from(args jsonb)
returns void
language sql
set search_path = ''
as $$
	select private.add_item_event(args, 'taken_from');
$$;

grant execute on function private.add_item_event to authenticated;


-- schemas/items/event_effects.sql

-- What each kind of event does. False: it cannot happen now.

-- The child gives it to one more person. Asked first: a device that may not would learn from the refusal who is left
-- out.
create function private.give(item uuid, whom uuid)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
	if not private.is_my_item(item) then
		raise exception 'not yours' using errcode = '42501';
	end if;
	insert into app.item_readers (item_id, reader_id, relation_id)
	select
		i.id,
		p.id,
		(
			select k.id
			from app.key_workers k
			where k.worker_id = p.id and k.child_id = i.child_id and k.from_at <= now() and now() < k.until
			limit 1
		)
	from
		app.items i
		join app.people p on p.id = give.whom and p.home_id = i.home_id and p.role <> 'child'
	where
		i.id = give.item
		and i.kind <> 'note'
		and i.closed_at is null
		and i.about_id is distinct from p.id
		and p.left_at is null
		and p.not_at_work_since is null
		and not exists (select from app.left_out l where l.item_id = i.id and l.person_id = p.id)
	on conflict do nothing;
	if not found then
		return false;
	end if;
	insert into app.shown (item_id, person_id) values (item, whom) on conflict do nothing;
	return true;
end;
$$;

-- The child takes it from one of those who were picked, who has not opened it and is left out from now on. Somebody
-- else who is at work still has it: taking it from everybody is taking it back.
create function private.take_from(item uuid, whom uuid)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
	if not private.is_my_item(item) then
		raise exception 'not yours' using errcode = '42501';
	end if;
	delete from app.item_readers r
	using app.items i
	where
		r.item_id = take_from.item
		and r.reader_id = take_from.whom
		and i.id = r.item_id
		and i.kind <> 'note'
		and i.closed_at is null
		and not exists (
			select
			from app.item_events e
			where e.item_id = i.id and e.person_id = take_from.whom and e.kind = 'opened' and e.only_for is null
		)
		and exists (
			select
			from
				app.item_readers x
				join app.people p on p.id = x.reader_id
			where x.item_id = i.id and p.id <> take_from.whom and p.left_at is null and p.not_at_work_since is null
		);
	if not found then
		return false;
	end if;
	insert into app.left_out (item_id, person_id) values (item, whom) on conflict do nothing;
	return true;
end;
$$;

create function private.happens(e app.item_events)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
	case e.kind
		when 'opened' then
			update app.items
			set opened_at = case
				when e.only_for is null then coalesce(opened_at, e.at)
				else opened_at
			end
			where id = e.item_id and (taken_back_at is null or e.only_for is not null);
		when 'planned' then
			update app.items
			set planned_in = e.session_id
			where
				id = e.item_id
				and closed_at is null
				and kind in ('wish', 'topic', 'meeting')
				and exists (
					select from app.sessions s where s.id = e.session_id and s.child_id = items.child_id and s.state = 'planned'
				);
		when 'unplanned' then
			update app.items set planned_in = null where id = e.item_id and planned_in is not null and closed_at is null;
		when 'answered' then
			update app.items
			set
				answered_at = coalesce(answered_at, e.at),
				opened_at = coalesce(opened_at, e.at),
				closed_at = coalesce(closed_at, e.at),
				place = null
			where
				id = e.item_id
				and taken_back_at is null
				and kind not in ('note', 'about_me')
				and (
					e.answer = 'not_mine'
					or (kind = 'complaint') = (e.answer in ('upheld', 'partly_upheld', 'not_upheld'))
				) is not false; -- none at all is refused by its own name
		when 'helped' then
			update app.items set id = id where id = e.item_id and answered_at is not null;
		when 'reopened' then
			update app.items
			set
				asked_at = e.at,
				answered_at = null,
				opened_at = null,
				closed_at = null,
				planned_in = null,
				place = case kind
					when 'topic' then private.next_place(child_id)
				end
			where id = e.item_id and answered_at is not null and taken_back_at is null;
		when 'taken_back' then
			update app.items
			set
				taken_back_at = e.at,
				closed_at = coalesce(closed_at, e.at),
				place = null
			where id = e.item_id and taken_back_at is null;
		when 'changed' then
			update app.items set id = id where id = e.item_id and kind = 'topic' and closed_at is null;
		when 'handled' then
			update app.items
			set id = id
			where id = e.item_id and kind in ('wish', 'meeting', 'complaint', 'request') and closed_at is null;
		when 'let_in' then
			if not private.is_staff_here(e.whom) then
				return false;
			end if;
			insert into app.shown (item_id, person_id) values (e.item_id, e.whom) on conflict do nothing;
			return true;
		when 'disowned' then -- "this was not me": it changes nothing of the item, or a false device could silence the child
			update app.items set id = id where id = e.item_id;
		when 'given' then
			return private.give(e.item_id, e.whom);
		when 'taken_from' then
			return private.take_from(e.item_id, e.whom);
		when 'raised' then
			return not exists (
				select
				from unnest(e.with_ids) w (id)
				where
					w.id = e.person_id
					or w.id is not distinct from e.worry_about
					or not exists (
						select
						from app.people p
						where
							p.id = w.id
							and p.home_id = private.my_home()
							and p.role <> 'child'
							and p.left_at is null
							and p.not_at_work_since is null
					)
					or exists (select from app.items i where i.id = e.item_id and i.about_id = w.id)
			);
	end case;
	return found;
end;
$$;


-- schemas/items/events.sql

-- What an event does to its item. Each locks the item first, so that their times are the order in which they won. An
-- event that cannot happen now is refused with a code.

-- At the end of a child's list. (What is answered, talked about or taken back has no place on it.)
create function private.next_place(child uuid)
returns int
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return 1 + coalesce(
		(select max(place) from app.items where child_id = child and kind = 'topic' and closed_at is null),
		0
	);
end;
$$;

-- The rule that the child was shown is kept with the item: a home that changes its days changes nothing for it. What
-- came in a batch comes after whatever the child said in the one before.
create function private.prepare_item()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	if new.sent_at > now() - interval '1 second' then
		new.sent_at := least(
			now(),
			greatest(
				new.sent_at,
				(
					select max(i.sent_at) + interval '1 millisecond'
					from app.items i
					where i.child_id = new.child_id and i.author_id = new.author_id and i.sent_at > now() - interval '1 second'
				)
			)
		);
		new.asked_at := new.sent_at;
	end if;
	if new.kind in ('wish', 'complaint', 'request', 'meeting') then
		new.unread_within := (select unread_within from app.homes where id = new.home_id);
		new.answer_within := (
			select
				case new.kind
					when 'complaint' then complaint_within
					else answer_within
				end
			from app.homes
			where id = new.home_id
		);
	end if;
	if new.kind = 'topic' then
		new.place := private.next_place(new.child_id);
	end if;
	return new;
end;
$$;

create trigger prepare_item
before insert on app.items
for each row
execute function private.prepare_item();

-- Whoever reads only since it was shared to keep safe: does the child know of it, and which adults? Nobody else learns
-- that they opened it, and their opening does not stop the clock: the child did not pick them. Nor do they answer or
-- plan it, which would tell. Null: reads anyway.
create function private.reads_only_raised(person uuid, item uuid, out hidden boolean, out only_for uuid[])
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
begin
	with
		mine as (
			select *
			from private.readings(array[item], array[person]) r
			where r.words and r.from_at <= now() and now() < r.until
		)
	select bool_and(m.hidden), array_agg(distinct w.id)
	into hidden, only_for
	from
		mine m,
		unnest(m.only_for) w (id)
	where not exists (select from mine where why <> 'raised');
end;
$$;

create function private.follow_item_event()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
	was app.items;
	raised record;
begin
	perform from app.items where id = new.item_id for update; -- one at a time; and then in the order in which they came
	if new.at >= now() then
		new.at := clock_timestamp();
	end if;
	select * into raised from private.reads_only_raised(new.person_id, new.item_id);
	case
		when new.kind = 'opened' then
			new.hidden := coalesce(raised.hidden, false);
			new.only_for := raised.only_for;
			-- Opened twice is opened once, by the same person, since it was last asked.
			if
				exists (
					select
					from
						app.item_events e
						join app.items i on i.id = e.item_id
					where
						e.item_id = new.item_id
						and e.kind = 'opened'
						and e.person_id = new.person_id
						and e.at >= i.asked_at
						and (e.only_for is null or new.only_for is not null)
				)
			then
				return null;
			end if;
		when new.kind = 'disowned'
		and exists (select from app.item_events e where e.item_id = new.item_id and e.kind = 'disowned') then
			return null;
		when new.kind = 'raised' then
			-- Passed on in silence, too.
			new.hidden := new.hidden or (coalesce(raised.hidden, false) and not coalesce(new.told_child, false));
			new.only_for := array_append(new.with_ids, new.person_id);
		when new.kind in ('planned', 'unplanned', 'answered', 'handled')
		and raised.only_for is not null then
			perform private.refuse('item_not_' || new.kind);
		when new.kind = 'taken_from' then
			new.only_for := '{}'; -- it would say to the others who is left out
		else
			new.hidden := false;
	end case;
	if not private.happens(new) then
		perform private.refuse('item_not_' || new.kind);
	end if;
	if
		new.kind = 'changed'
	then -- the event keeps what stood there; the item shows what stands there now
		select * into was from app.items where id = new.item_id;
		update app.items
		set
			words = coalesce(new.words, ''),
			symbol = new.symbol
		where id = new.item_id;
		new.words := was.words;
		new.symbol := was.symbol;
	end if;
	return new;
end;
$$;

create trigger follow_item_event
before insert on app.item_events
for each row
execute function private.follow_item_event();

-- The child is told by which day they hear: one that has gone by in their home would be no promise. Asked last, so that
-- whoever may not say it learns that first.
create function private.refuse_past_day()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
	today date := (
		select (now() at time zone h.time_zone)::date
		from app.homes h
		where h.id = private.my_home()
	);
begin
	if (new.by_day >= today) is not true then
		perform private.refuse('handled_past_day');
	end if;
	return null;
end;
$$;

create trigger refuse_past_day
after insert on app.item_events
for each row
when (new.kind = 'handled')
execute function private.refuse_past_day();


-- schemas/items/for_all.sql

-- What leaves out nobody and is about nobody, and is no complaint: what a paper that lies around may count. Whoever
-- prints it, it is the same, so that two papers held side by side tell nothing of what is shut out from anybody.

create view private.for_all as
	select i.*
	from app.items i
	where i.kind <> 'complaint' and i.about_id is null and not exists (select from app.left_out l where l.item_id = i.id);


-- schemas/items/handover.sql

-- The handover of the whole house: a paper that lies around. Who prints it changes nothing on it: it tells only of what
-- leaves out nobody and is about nobody, and of complaints not at all. Of several things a child waits for it tells the
-- oldest, and not how many they are.

create function private.things_for_all()
returns uuid[]
language plpgsql
stable
set search_path = ''
as $$
begin
	return array(select i.id from private.for_all i where i.id = any ((select private.unanswered())::uuid[]));
end;
$$;

-- late_from: when the first of the child's things was late, or will be. last_at: when the child and a key worker met
-- last. Promises: whose, and by when.
create function private.handover_json()
returns json
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	here uuid := private.my_home();
	zone text := (select h.time_zone from app.homes h where h.id = here);
begin
	if not private.may('hand_over') or not private.is_own() then
		return '[]';
	end if;
	return (
		with
			things as materialized (select * from private.open_things(private.things_for_all())),
			oldest as (select distinct on (t.child_id) t.* from things t order by t.child_id, t.asked_at, t.answer_by),
			next_times as (
				select distinct on (s.child_id) s.child_id, s.starts_at, s.with_id
				from app.sessions s
				where
					s.home_id = here
					and s.state = 'planned'
					and (s.starts_at at time zone zone)::date >= (now() at time zone zone)::date
				order by s.child_id, s.starts_at, s.id
			),
			last_times as (
				select s.child_id, max(s.starts_at) as last_at
				from app.sessions s
				where s.home_id = here and s.state = 'recorded'
				group by s.child_id
			),
			promised as (
				select p.child_id, json_agg(json_build_object('owner_id', p.owner_id, 'due', p.due) order by p.due, p.id) as due
				from app.promises p
				where p.home_id = here and not exists (select from app.promise_ends e where e.promise_id = p.id)
				group by p.child_id
			)
		select coalesce(json_agg(t order by t.child_id), '[]')
		from
			(
				select
					c.id as child_id,
					c.made_at as came_at,
					o.asked_at as since,
					(select min(least(x.unread_by, x.answer_by)) from things x where x.child_id = c.id) as late_from,
					coalesce(o.with_ids, '{}') as with_ids,
					l.last_at,
					n.starts_at as next_at,
					n.with_id as next_with,
					coalesce(p.due, '[]') as promises
				from
					app.people c
					left join oldest o on o.child_id = c.id
					left join last_times l on l.child_id = c.id
					left join next_times n on n.child_id = c.id
					left join promised p on p.child_id = c.id
				where c.home_id = here and c.left_at is null and private.can(c.role, 'speak')
			) t
	);
end;
$$;

grant execute on function private.handover_json to authenticated;


-- schemas/items/house.sql

-- Who waits in the house, without words: ages and adults, and neither kind, symbol nor id.

-- Of these items: whose, since when, by when somebody was to open it (null: somebody did) and to answer it; who can
-- act on it now, with its words; and whether the child said that its words go no further. Whoever reads it only since
-- it was shared to keep safe can do neither, and is not named.
create function private.open_things(items uuid[])
returns table (
	child_id uuid,
	asked_at timestamptz,
	unread_by timestamptz,
	answer_by timestamptz,
	with_ids uuid[],
	stays boolean
)
language plpgsql
stable
set search_path = ''
set jit = off
as $$
begin
	return query select
			i.child_id,
			i.asked_at,
			case
				when i.opened_at is null then i.asked_at + i.unread_within
			end,
			i.asked_at + i.answer_within,
			coalesce(r.ids, '{}'),
			not i.may_move
		from
			app.items i
			left join (
				select x.item_id, array_agg(distinct x.person_id order by x.person_id) as ids
				from private.readings(items) x
				where x.words and x.why <> 'raised' and x.from_at <= now() and now() < x.until
				group by x.item_id
			) r
				on r.item_id = i.id
		where i.id = any (items);
end;
$$;

-- What waits for an answer in the home: a topic, a note and what a child tells of themselves ask for none.
create function private.unanswered()
returns uuid[]
language plpgsql
stable
set search_path = ''
as $$
begin
	return array(
		select i.id
		from app.items i
		where i.home_id = (select private.my_home()) and i.closed_at is null and i.answer_within is not null
	);
end;
$$;

-- What whoever leads the home may count: all of it, but what leaves them out, is about them, or is a complaint that did
-- not come to them; whoever is above, what is late.
create function private.things_i_count()
returns uuid[]
language plpgsql
stable
set search_path = ''
set jit = off
as $$
declare
	open uuid[] := private.unanswered();
	with_me uuid[] := array(
		select r.item_id
		from private.readings(open, array[(select private.me())]) r
		where r.why <> 'raised' and r.from_at <= now() and now() < r.until
	);
begin
	return array(
		select i.id
		from app.items i
		where
			i.id = any (open)
			and i.id not in (select private.items_without_me())
			and (i.kind <> 'complaint' or i.id = any (with_me))
			and (
				not (select private.may('oversee'))
				or now() > i.asked_at + i.answer_within
				or (i.opened_at is null and now() > i.asked_at + i.unread_within)
			)
	);
end;
$$;

create function private.house_json()
returns json
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	if not private.may('lead_home') or not private.is_own() then
		return '[]';
	end if;
	return (
		select coalesce(json_agg(t order by t.asked_at, t.child_id, t.answer_by), '[]')
		from private.open_things(private.things_i_count()) t
	);
end;
$$;

grant execute on function private.house_json to authenticated;


-- schemas/items/json.sql

-- Items as a view shows them.

-- Items with their readers and events: the open ones and those closed after a day, or (older) a page of those before,
-- of every kind or of one.
create function private.items_json(
	closed_after timestamptz,
	closed_before timestamptz,
	page int,
	of_kind app.item_kind default null
)
returns json
language plpgsql
stable
set search_path = ''
set jit = off
as $$
declare
	login uuid := private.my_login();
	child boolean := private.may('speak');
	whole boolean := child and private.is_whole(); -- others see a topic's place among those that they see
begin
	return (
		select coalesce(json_agg(t order by t.sent_at, t.id), '[]')
		from
			(
				select
					i.id,
					i.kind,
					i.child_id,
					i.author_id,
					i.symbol,
					i.words,
					i.picture,
					i.recording,
					i.about_id,
					i.meeting,
					i.about_me,
					i.may_move,
					private.hours(i.unread_within) as unread_hours,
					private.hours(i.answer_within) as answer_hours,
					case
						when whole
						or i.place is null then i.place
						else row_number() over (
							partition by i.child_id, i.closed_at is null
							order by i.place, i.sent_at, i.id
						)
					end as place,
					i.planned_in,
					i.sent_at,
					i.asked_at,
					i.opened_at,
					i.answered_at,
					i.taken_back_at,
					i.closed_at,
					d.doubt,
					child and i.author_id = i.child_id and i.login_id is distinct from login as elsewhere,
					to_json(a.picked) as picked,
					to_json(a.as_key_worker) as as_key_worker,
					case
						when a.item_id is not null then coalesce(l.left_out, '[]')
					end as left_out,
					to_json(a.shown) as shown,
					coalesce(r.readers, '[]') as readers,
					coalesce(e.events, '[]') as events
				from
					app.items i
					left join private.doubts() d on d.login_id = i.login_id
					left join (
						select
							item_id,
							json_agg(
								(select row_to_json(t) from (select person_id, why, words, from_at, until) t)
								order by from_at, person_id, why, until
							) as readers
						from private.readers_of()
						group by item_id
					) r
						on r.item_id = i.id
					left join private.addressed() a on a.item_id = i.id
					left join (
						select
							x.item_id,
							json_agg(
								case x.kind
									when 'answered' then (
										select row_to_json(t)
										from
											(
												select
													x.id,
													person_id,
													at,
													kind,
													answer,
													because,
													will_happen,
													by_day,
													asked_whom,
													asked_on
											) t
									)
									when 'planned' then (select row_to_json(t) from (select x.id, person_id, at, kind, session_id) t)
									when 'helped' then (select row_to_json(t) from (select x.id, person_id, at, kind, helped) t)
									when 'reopened' then (select row_to_json(t) from (select x.id, person_id, at, kind, words) t)
									when 'changed' then (select row_to_json(t) from (select x.id, person_id, at, kind, words, symbol) t)
									when 'handled' then (select row_to_json(t) from (select x.id, person_id, at, kind, by_day) t)
									when 'let_in' then (select row_to_json(t) from (select x.id, person_id, at, kind, whom) t)
									when 'given' then (select row_to_json(t) from (select x.id, person_id, at, kind, whom) t)
									when 'taken_from' then (select row_to_json(t) from (select x.id, person_id, at, kind, whom) t)
									when 'raised' then (
										select row_to_json(t)
										from (select x.id, person_id, at, kind, with_ids, because, told_child, hidden) t
									)
									else (select row_to_json(t) from (select x.id, person_id, at, kind) t)
								end
								order by at, x.id
							) as events
						from app.item_events x
						group by x.item_id
					) e
						on e.item_id = i.id
					left join (
						select item_id, json_agg(person_id order by person_id) as left_out
						from app.left_out
						group by item_id
					) l
						on l.item_id = i.id
				where
					(closed_after is not null and (i.closed_at is null or i.closed_at > closed_after))
					or (i.closed_at < closed_before and (of_kind is null or i.kind = of_kind))
				-- What is open comes first, and of that the oldest.
				order by i.closed_at desc nulls first, i.sent_at, i.id
				limit page
			) t
	);
end;
$$;

grant execute on function private.items_json to authenticated;


-- schemas/items/oversight.sql

-- Sharing to keep safe is never unseen.

create function private.may_oversee(person uuid, e app.item_events)
returns boolean
language sql
stable
set search_path = ''
as $$
	select
		person <> all (e.with_ids)
		and person is distinct from e.person_id
		and person is distinct from e.worry_about
		and not exists (select from app.left_out l where l.item_id = e.item_id and l.person_id = person)
		and not exists (select from app.items i where i.id = e.item_id and i.about_id = person);
$$;

-- Somebody shared a child's thing to keep safe with an adult whom the child had left out. That is allowed at once, and
-- never unseen: who is above all of them is told by whom, with whom, whether behind the child's back, and why; not
-- what the child said.
create function private.oversees()
returns setof uuid
language plpgsql
stable
security definer
set search_path = ''
rows 1
as $$
begin
	if not private.may('lead_home') or not private.is_own() then
		return;
	end if;
	return query select e.id
		from
			app.item_events e
			join app.items i on i.id = e.item_id
		where
			e.kind = 'raised'
			and i.home_id = (select private.my_home())
			and exists (select from app.left_out l where l.item_id = e.item_id and l.person_id = any (e.with_ids))
			and private.may_oversee((select private.me()), e)
			and (
				private.may('last_in_line')
				or not exists (
					select
					from app.people p
					where
						p.home_id = i.home_id
						and private.can(p.role, 'last_in_line')
						and p.left_at is null
						and p.id = any ((select private.joined())::uuid[])
						and private.may_oversee(p.id, e)
				)
			);
end;
$$;

create function private.oversight_json()
returns json
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return (
		select coalesce(json_agg(t order by t.at, t.id), '[]')
		from
			(
				select e.id, e.at, i.child_id, e.person_id, e.with_ids, e.hidden, e.because
				from
					private.oversees() o (id)
					join app.item_events e on e.id = o.id
					join app.items i on i.id = e.item_id
				where e.at > now() - interval '90 days'
			) t
	);
end;
$$;

grant execute on function private.oversight_json to authenticated;


-- schemas/items/readers.sql

-- Who else reads what I can read, and what waits.

-- What only some adults may know of: I am one of them, and it cannot get to the person whom the worry is about, nor
-- (on a sign-in that is not mine) to anybody who is not one.
create function private.is_for_me(only_for uuid[], worry_about uuid)
returns boolean
language sql
stable
set search_path = ''
as $$
	select
		(select private.me()) = any (only_for)
		and (worry_about is null or worry_about <> all ((select private.reached_by())::uuid[]))
		and ((select private.is_own()) or only_for @> (select private.reached_by()));
$$;

-- Who reads those of my items: the child sees all, also who comes next; an adult sees those of now. What was shared to
-- keep safe shows to those who shared it, to those it was shared with, and to the child (unless that is unsafe, or
-- this device is only lent the item: then it shows no more than an adult would see).
create function private.readers_of()
returns table (item_id uuid, person_id uuid, why text, words boolean, from_at timestamptz, until timestamptz)
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
declare
	items uuid[] := private.items_i_can_read();
	mine uuid[] := case
		when (select private.may('speak')) then case
			when (select private.is_whole()) then items
			else private.my_items()
		end
	end;
begin
	return query select r.item_id, r.person_id, r.why, r.words, r.from_at, nullif(r.until, 'infinity')
		from private.readings(items) r
		where
			r.until > now()
			and case
				when r.item_id = any (mine) then not r.hidden
				else r.from_at <= now()
				and (r.only_for is null or private.is_for_me(r.only_for, r.worry_about))
			end;
end;
$$;

-- Whom I picked and who was shown to me before I sent it, of my own items: also those who are not there any more.
create function private.addressed()
returns table (item_id uuid, picked uuid[], as_key_worker uuid[], shown uuid[])
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return query select
			m.id,
			array(select r.reader_id from app.item_readers r where r.item_id = m.id order by 1),
			array(select r.reader_id from app.item_readers r where r.item_id = m.id and r.relation_id is not null order by 1),
			array(select s.person_id from app.shown s where s.item_id = m.id order by 1)
			from unnest(private.my_items()) m (id);
end;
$$;

-- Something waits with me, but its words were not to move: whose, and since when. Nothing else. (What a child tells of
-- themselves waits for nobody. And nothing on a login that is not whole, but what is lent to it: a count tells, too.)
create function private.waiting_with_me()
returns table (child_id uuid, asked_at timestamptz)
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
begin
	return query select i.child_id, i.asked_at
		from app.items i
		where
			i.closed_at is null
			and i.kind <> 'about_me'
			and i.id = any (
				array(
					select r.item_id
					from
						private.readings(
							array(select x.id from app.items x where x.home_id = (select private.my_home()) and x.closed_at is null),
							array[(select private.me())]
						) r
					where r.from_at <= now() and now() < r.until
					group by r.item_id
					having not bool_or(r.words)
				)
			)
			and i.id not in (select private.items_without_me())
			and ((select private.is_whole()) or private.lends(i.id));
end;
$$;

grant execute
on function private.is_for_me, private.readers_of, private.addressed, private.waiting_with_me
to authenticated;


-- schemas/key_workers/json.sql

-- Who works with whom, who is away and who covers, as a view shows them.

create function private.key_workers_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select coalesce(json_agg(t order by t.child_id, t.place, t.from_at, t.id), '[]')
		from
			(
				select
					k.id,
					k.child_id,
					k.worker_id,
					k.place,
					k.from_at,
					nullif(k.until, 'infinity') as until,
					w.because
				from
					app.key_workers k
					left join private.why_ended() w on w.id = k.id
			) t
	);
end;
$$;

create function private.away_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select coalesce(json_agg(t order by t.from_at, t.id), '[]')
		from
			(
				select
					a.id,
					a.worker_id,
					a.cover_id,
					a.from_at,
					a.until,
					coalesce(
						(
							select json_agg(c.child_id order by c.child_id)
							from app.refused_covers c
							where c.away_id = a.id
						),
						'[]'
					) as refused_by
				from app.away a
				where a.until > now()
			) t
	);
end;
$$;

grant execute on function private.key_workers_json, private.away_json to authenticated;


-- schemas/people/json.sql

-- The home and its people as a view shows them.

create function private.home_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select row_to_json(t)
		from
			(
				select
					id,
					name,
					nation,
					time_zone,
					labels,
					rhythm_days,
					private.hours(unread_within) as unread_hours,
					private.hours(answer_within) as answer_hours,
					private.hours(complaint_within) as complaint_hours,
					reading_days,
					recordings,
					demo
				from app.homes
			) t
	);
end;
$$;

-- Adults who might be the ones that hold every sign-in of somebody: what leaves such an adult out does not reach that
-- person yet.
create function private.reached()
returns table (person_id uuid, by_all json)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	return query select
			p.id,
			(
				select json_agg(a.id order by a.id)
				from app.people a
				where
					a.id = any (
						array(
							select unnest(l.reached_by)
							from app.logins l
							where l.person_id = p.id and l.own and l.cut_off_at is null
						)
					)
					and not exists (
						select
						from app.logins l
						where l.person_id = p.id and l.own and l.cut_off_at is null and a.id <> all (l.reached_by)
					)
					and a.home_id = p.home_id
					and a.role <> 'child'
					and a.id <> p.id
			)
		from app.people p
		where p.home_id = (select private.my_home()) and p.role <> 'child';
end;
$$;

create function private.people_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select json_agg(t order by t.id)
		from
			(
				select
					id,
					role,
					name,
					picture,
					pronouns,
					id = any ((select private.joined())::uuid[]) as joined,
					coalesce(r.by_all, '[]') as reached_by,
					not_at_work_since is null as at_work,
					left_at
				from
					app.people
					left join private.reached() r on r.person_id = id
			) t
	);
end;
$$;

grant execute on function private.home_json, private.reached, private.people_json to authenticated;


-- schemas/promises/json.sql

-- Promises as a view shows them: those that are open, and for a while those that ended.

create function private.promises_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select coalesce(json_agg(t order by t.due, t.made_at, t.id), '[]')
		from
			(
				select
					p.id,
					p.child_id,
					p.session_id,
					p.owner_id,
					p.made_by,
					p.words,
					p.due,
					p.made_at,
					e.at as ended_at,
					e.kept,
					e.because
				from
					app.promises p
					left join app.promise_ends e on e.promise_id = p.id
				where e.at is null or e.at > now() - interval '90 days'
			) t
	);
end;
$$;

grant execute on function private.promises_json to authenticated;


-- schemas/served/apply_calls.sql

-- Served: apply_calls, the only way to write.

-- One call: look, do, keep its number. What it is given is looked at before anything is done with it
-- (private.check_args).
create function private.apply_call(call jsonb)
returns bigint
language plpgsql
set search_path = ''
as $$
declare
	hash bytea := sha256(convert_to((call ->> 'name') || coalesce(call -> 'args', '{}')::text, 'utf8'));
	kept record;
	number bigint;
	refusal text;
begin
	select * into kept from private.kept_call((call ->> 'id')::uuid);
	if kept.seq is not null then
		if kept.args_hash <> hash then
			perform private.refuse('same_id_other_args');
		end if;
		return kept.seq;
	end if;
	if private.takes() -> (call ->> 'name') is null then
		perform private.refuse('no_such_call');
	end if;
	refusal := private.why_not(call ->> 'name');
	if refusal is not null then
		perform private.refuse(refusal);
	end if;
	if
		not private.goes_on(
			call ->> 'name',
			case
				when call ->> 'name' = 'reopen' then call #>> '{args,item}'
			end
		)
	then
		perform private.refuse('you_left');
	end if;
	perform private.check_args(call ->> 'name', coalesce(call -> 'args', '{}'));
	execute format('select calls.%I($1)', call ->> 'name')
	using coalesce(call -> 'args', '{}');
	select 1 + coalesce(max(seq), 0) into number from app.calls where login_id = (select private.my_login());
	insert into app.calls (id, seq, name, args_hash) values ((call ->> 'id')::uuid, number, call ->> 'name', hash);
	return number;
end;
$$;

-- In order, one outcome each. Each call is a subtransaction: a refusal undoes that call alone. A bad moment of the
-- server (deadlock, no memory, cancelled, a standby that only reads) is nobody's fault: it is thrown, all is undone,
-- all is sent again. known: calls that the device was told are done. Where one is lacking, none of these is done
-- before the device has sent those again.
create function public.apply_calls(person uuid, calls jsonb, known uuid[] default '{}')
returns jsonb
language plpgsql
set search_path = ''
set jit = off
as $$
declare
	me uuid := private.act_as(person);
	call jsonb;
	code text;
	rule text;
	outcomes jsonb[] := '{}';
	earlier int := jsonb_array_length(case jsonb_typeof(calls) when 'array' then calls else '[]' end);
begin
	if jsonb_typeof(calls) is distinct from 'array' then perform private.refuse('no_calls'); end if;
	if jsonb_array_length(calls) > 50 then perform private.refuse('too_many'); end if;
	perform pg_advisory_xact_lock(hashtextextended(me::text, 0)); -- two tabs, two devices: one after the other
	if private.lacks(known) then perform private.refuse('went_back'); end if;
	for call in select value from jsonb_array_elements(calls) loop
		earlier := earlier - 1;
		perform set_config('sayso.said_at', (now() - earlier * interval '1 millisecond')::text, true);
		begin
			outcomes := outcomes || jsonb_build_object('id', call -> 'id', 'end', 'done', 'seq', private.apply_call(call));
		exception when others then
			get stacked diagnostics code = returned_sqlstate, rule = constraint_name;
			if left(code, 2) in ('25', '40', '53', '55', '57', '58', 'XX') then raise; end if;
			-- What a device that was stopped may not say now keeps its place until that is settled.
			outcomes := outcomes || jsonb_build_object(
				'id', call -> 'id',
				'end', case sqlerrm when 'device_stopped' then 'later' else 'refused' end,
				'code', case
					when code = 'PT422' then sqlerrm
					when code = '42501' then 'not_yours'
					when code = '23505' and rule ~ '_(pkey|key|idx)$' then 'already_there'
					when code = '23503' then 'no_such_thing'
					when rule <> '' then rule
					when left(code, 2) = '22' or code = '23502' then 'bad_value'
					else code
				end
			);
		end;
	end loop;
	return to_jsonb(outcomes);
end $$;

grant execute on function private.apply_call, public.apply_calls to authenticated;

-- Reached only through apply_calls, which names one: schema calls is not served.
grant execute on all functions in schema calls to authenticated;


-- schemas/served/check_code.sql

-- Served, also to visitors: what a code is good for.

create function public.check_code(code text)
returns jsonb
language sql
stable
set search_path = ''
as $$
	select private.look_at_code(sha256(convert_to(code, 'utf8')));
$$;

grant execute on function public.check_code to anon, authenticated;


-- schemas/served/home_guide.sql

-- Served to a home's tablet, and to nobody else.

-- The home's words for its tablet: nobody's id, and nothing that children do not read. Stable: it writes down nothing.
create function private.guide_of_tablet(known_version text)
returns json
language plpgsql
stable
security definer
set search_path = ''
set timezone = 'UTC'
as $$
declare
	home app.homes;
	guide json;
begin
	select h.*
	into home
	from
		app.tablets t
		join app.homes h on h.id = t.home_id
	where t.used_by = (select auth.uid()) and t.cut_off_at is null;
	if home.id is null then
		perform private.turn_away();
	end if;
	guide := json_build_object(
		'home',
		json_build_object('name', home.name, 'nation', home.nation, 'time_zone', home.time_zone, 'labels', home.labels),
		'sections',
		(
			select
				coalesce(
					json_agg(
						json_build_object('section', s.section, 'lines', s.lines, 'at', s.at)
						order by s.section collate "C"
					),
					'[]'
				)
			from app.sections s
			where s.id in (select private.in_force_at(home.id)) and s.lines <> '[]'
		)
	);
	return json_build_object(
		'version',
		md5(guide::text),
		'now',
		now(),
		'guide',
		case
			when md5(guide::text) is distinct from known_version then guide
		end
	);
end;
$$;

create function public.home_guide(known_version text default null)
returns json
language sql
stable
set search_path = ''
as $$
	select private.guide_of_tablet(known_version);
$$;

grant execute on function private.guide_of_tablet, public.home_guide to authenticated;


-- schemas/served/my_audit.sql

-- Served: who changed which access before a time, newest first, 50 a page, for whoever leads the home.

create function public.my_audit(person uuid, before timestamptz)
returns json
language plpgsql
stable
set search_path = ''
set jit = off
set timezone = 'UTC'
as $$
begin
	perform private.act_as(person);
	return private.audit_json(before, 50);
end;
$$;

grant execute on function public.my_audit to authenticated;


-- schemas/served/my_evidence.sql

-- Served: what a home can show of how it listens, in a period, to whoever visits or inspects it. Days of the home, the
-- last one with it.

create function public.my_evidence(person uuid, first_day date, last_day date)
returns json
language plpgsql
stable
set search_path = ''
set jit = off
set timezone = 'UTC'
as $$
begin
	perform private.act_as(person);
	return private.evidence_json(first_day, last_day);
end;
$$;

grant execute on function public.my_evidence to authenticated;


-- schemas/served/my_view.sql

-- Served: my_view. All reads: one document of everything that I may see (src/lib/domain/view.ts). It runs as the
-- caller and filters nothing itself: what RLS shows is what there is. The version is a fingerprint of the document, so
-- a clock that moves (cover, hand-on) changes it with no write, and something that I may not see can never change it.

-- How many items a view holds at most: what is open and the oldest first. Where more is open, the view says so.
create function private.most_items()
returns int
language sql
immutable
set search_path = ''
as $$
	select 2000;
$$;

-- known_version: the version that the device has; if nothing changed, view is null. shape: which form of the document
-- the device understands; an older database refuses a newer shape with shape_unknown, which a device takes as "later".
-- known: calls that the device was told are done; lacks: one of them is not here (private.lacks).
create function public.my_view(
	person uuid default null,
	known_version text default null,
	shape int default 1,
	known uuid[] default '{}'
)
returns json
language plpgsql
stable
set search_path = ''
set jit = off
set timezone = 'UTC'
as $$
declare
	me uuid := private.act_as(person);
	items json;
	view json; -- json and not jsonb: it is built once, hashed and sent, never searched
	version text;
	stop json := private.my_stop();
begin
	if shape <> 1 then
		perform private.refuse('shape_unknown');
	end if;
	if stop is not null then
		return json_build_object('version', coalesce(known_version, ''), 'now', now(), 'view', null, 'stop', stop);
	end if;
	perform private.show_items(now() - interval '90 days', null, private.most_items());
	items := private.items_json(now() - interval '90 days', null, private.most_items());
	view := (
		select row_to_json(v)
		from
			(
				select
					1 as shape,
					private.my_epoch() as epoch,
					(select coalesce(max(seq), 0) from app.calls) as last_call,
					me as me,
					private.my_login() as login,
					private.home_json() as home,
					private.people_json() as people,
					private.key_workers_json() as key_workers,
					private.away_json() as away,
					private.cards_json() as cards,
					items as items,
					json_array_length(items) = private.most_items()
					and (select count(*) > private.most_items() from app.items where closed_at is null) as more_items,
					(
						select coalesce(json_agg(t order by t.asked_at, t.child_id), '[]') from private.waiting_with_me() t
					) as waiting,
					private.house_json() as house,
					private.handover_json() as handover,
					private.sessions_json() as sessions,
					private.promises_json() as promises,
					private.agreements_json() as agreements,
					private.sections_json() as sections,
					private.unclear_json() as unclear,
					private.devices_json() as devices,
					private.invites_json() as invites,
					private.oversight_json() as oversight,
					private.tablets_json() as tablets
			) v
	);
	perform private.show_all_items();
	version := md5(view::text);
	return json_build_object(
		'version',
		version,
		'now',
		now(),
		'lacks',
		private.lacks(known),
		'view',
		case
			when version is distinct from known_version then view
		end
	);
end;
$$;

grant execute on function private.most_items, public.my_view to authenticated;


-- schemas/served/older_and_pictures.sql

-- Served: what a device asks for when it is wanted.

-- Old closed items, fetched on request: 50 that were closed before a time, newest first on the screen; of every kind
-- or of one, as the register of complaints asks.
create function public.my_older(person uuid, before timestamptz, of_kind app.item_kind default null)
returns json
language plpgsql
stable
set search_path = ''
set jit = off
set timezone = 'UTC'
as $$
declare
	items json;
begin
	perform private.act_as(person);
	perform private.show_items(null, before, 50, of_kind);
	items := private.items_json(null, before, 50, of_kind);
	perform private.show_all_items();
	return items;
end;
$$;

-- Pictures and recordings by hash: those that I may see, at most 20 in one request; the others are simply not there.
create function public.my_pictures(person uuid, hashes text[])
returns json
language plpgsql
stable
set search_path = ''
as $$
declare
	asked text[] := hashes[1:20];
	pictures json;
begin
	perform private.act_as(person);
	perform private.show_pictured(asked);
	pictures := (
		select coalesce(json_agg(json_build_object('hash', t.hash, 'data', t.data)), '[]')
		from
			(
				select distinct on (hash) hash, translate(encode(bytes, 'base64'), E'\n', '') as data
				from app.pictures
				where hash = any (asked)
			) t
	);
	perform private.show_all_items();
	return pictures;
end;
$$;

grant execute on function public.my_older, public.my_pictures to authenticated;


-- schemas/sessions/events.sql

-- What an event does to its session. A recorded session takes its topics off the list: they were talked about.
create function private.follow_session_event()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	case new.kind
		when 'planned' then
			update app.sessions
			set starts_at = new.starts_at
			where
				id = new.session_id
				and state = 'planned'
				and not exists (select from app.session_events e where e.session_id = new.session_id);
		when 'changed' then
			update app.sessions set starts_at = new.starts_at where id = new.session_id and state = 'planned';
		when 'cancelled' then
			update app.items set planned_in = null where planned_in = new.session_id and closed_at is null;
			update app.sessions set state = 'cancelled' where id = new.session_id and state = 'planned';
		when 'recorded' then
			update app.items
			set
				closed_at = new.at,
				place = null
			where planned_in = new.session_id and kind = 'topic' and closed_at is null;
			update app.sessions set state = 'recorded' where id = new.session_id and state in ('planned', 'recorded');
		when 'tapped' then
			update app.sessions set id = id where id = new.session_id and state = 'recorded';
		else
			update app.sessions set id = id where id = new.session_id and state = 'planned';
	end case;
	if not found then
		perform private.refuse('session_not_' || new.kind);
	end if;
	return new;
end;
$$;

create trigger follow_session_event
before insert on app.session_events
for each row
execute function private.follow_session_event();

-- What has not begun cannot have taken place: nothing is written of it, and its topics stay on the list. Asked last, so
-- that whoever may not write it down learns that first.
create function private.refuse_not_begun()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
	if exists (select from app.sessions s where s.id = new.session_id and s.starts_at > now()) then
		perform private.refuse('session_not_begun');
	end if;
	return null;
end;
$$;

create trigger refuse_not_begun
after insert on app.session_events
for each row
when (new.kind = 'recorded' or new.unplanned)
execute function private.refuse_not_begun();


-- schemas/sessions/json.sql

-- Sessions as a view shows them.

create function private.sessions_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		with doubts as materialized (select * from private.doubts())
		select coalesce(json_agg(t order by t.starts_at, t.id), '[]')
		from
			(
				select
					s.id,
					s.child_id,
					s.with_id,
					s.starts_at,
					s.state,
					(
						select
							coalesce(
								json_agg(
									case kind
										when 'planned' then (
											select row_to_json(t)
											from (select id, person_id, at, kind, starts_at, place, how, purpose, aims, unplanned) t
										)
										when 'changed' then (
											select row_to_json(t)
											from (select id, person_id, at, kind, starts_at, place, how, purpose, aims) t
										)
										when 'cancelled' then (select row_to_json(t) from (select id, person_id, at, kind, because) t)
										when 'how_picked' then (
											select row_to_json(t) from (select id, person_id, at, kind, how, symbol, words, doubt) t
										)
										when 'other_time_asked' then (
											select row_to_json(t)
											from (select id, person_id, at, kind, words, other_day as day, other_part as part, doubt) t
										)
										when 'not_today' then (select row_to_json(t) from (select id, person_id, at, kind, doubt) t)
										when 'recorded' then (
											select row_to_json(t) from (select id, person_id, at, kind, talked, came, went, good) t
										)
										when 'tapped' then (
											select row_to_json(t) from (select id, person_id, at, kind, mine, ended, words, doubt) t
										)
										else (select row_to_json(t) from (select id, person_id, at, kind) t)
									end
									order by at, id
								),
								'[]'
							)
						from
							app.session_events x
							left join doubts d on d.login_id = x.login_id
						where x.session_id = s.id
					) as events
				from app.sessions s
				where s.starts_at > now() - interval '90 days'
			) t
	);
end;
$$;

grant execute on function private.sessions_json to authenticated;


-- schemas/set_up/demo.sql

-- The demo home's doors. Reached only by the owner of the database, never through the API.

-- The demo home's people, for the door; and a code that opens one of them, on this computer only (the server sees to
-- it).
create function private.demo_people()
returns json
language sql
stable
set search_path = ''
as $$
	select
		json_build_object(
			'home',
			h.name,
			'people',
			(
				select
					json_agg(
						json_build_object('key', lower(p.name), 'name', p.name, 'role', p.role, 'picture', p.picture)
						order by p.role, p.made_at, p.name
					)
				from app.people p
				where p.home_id = h.id and p.left_at is null
			)
		)
	from app.homes h
	where h.demo;
$$;

create function private.demo_code(key text, code_hash bytea)
returns void
language plpgsql
set search_path = ''
as $$
begin
	insert into app.invites (id, home_id, person_id, made_by, made_by_login, code_hash, device)
	select gen_random_uuid(), h.id, p.id, null, null, demo_code.code_hash, 'Demo'
	from
		app.homes h
		join app.people p on p.home_id = h.id
	where h.demo and lower(p.name) = demo_code.key and p.left_at is null;
	if not found then
		perform private.refuse('no_such_person');
	end if;
end;
$$;


-- schemas/set_up/homes.sql

-- A new home. Reached only by the owner of the database, never through the API.

-- A one-time code from the owner of the database, good for a week.
create function private.owner_code(person uuid, code_hash bytea)
returns void
language sql
set search_path = ''
as $$
	insert into app.invites (id, home_id, person_id, made_by, made_by_login, code_hash, device, expires_at)
	select
		gen_random_uuid(),
		p.home_id,
		p.id,
		null,
		null,
		owner_code.code_hash,
		'First sign-in',
		now() + interval '7 days'
	from app.people p
	where p.id = person;
$$;

-- Names the home's responsible individual, or a new one in place of whoever was it before, and makes the one-time
-- code. Under the name of the one who is it now: only a new code.
create function private.name_responsible(home_name text, responsible_name text, code_hash bytea)
returns void
language plpgsql
set search_path = ''
as $$
declare
	home uuid := (select id from app.homes where private.name_form(name) = private.name_form(home_name));
	person uuid;
begin
	if home is null then
		perform private.refuse('no_such_home');
	end if;
	select id
	into person
	from app.people
	where
		home_id = home
		and role = 'responsible_individual'
		and left_at is null
		and private.name_form(name) = private.name_form(responsible_name);
	if person is null then
		update app.people set left_at = now() where home_id = home and role = 'responsible_individual' and left_at is null;
		person := gen_random_uuid();
		insert into app.people (id, home_id, role, name)
		values (person, home, 'responsible_individual', private.shown_name(responsible_name));
	end if;
	perform private.owner_code(person, code_hash);
end;
$$;

-- Makes a home with its first manager and the responsible individual above them, and a one-time code for each one's
-- sign-in; refuses where a home exists already under that name. The two names and codes come from whoever sets up:
-- neither person has power over the other's. Each hash is the SHA-256 of a code.
create function private.found_home(
	home_name text,
	manager_name text,
	code_hash bytea,
	responsible_name text,
	responsible_hash bytea
)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
	home uuid;
	manager uuid := gen_random_uuid();
begin
	if exists (select from app.homes where private.name_form(name) = private.name_form(home_name)) then
		perform private.refuse('home_exists');
	end if;
	insert into app.homes (name) values (private.shown_name(home_name)) returning id into home;
	insert into app.people (id, home_id, role, name) values (manager, home, 'manager', private.shown_name(manager_name));
	perform private.owner_code(manager, code_hash);
	perform private.name_responsible(home_name, responsible_name, responsible_hash);
	return home;
end;
$$;

-- Who runs the one home of this database and has not signed in yet: the first manager, and the responsible individual.
create function private.not_joined_yet()
returns table (person_id uuid, name text, role app.role)
language sql
stable
set search_path = ''
as $$
	select distinct on (p.home_id, p.role) p.id, p.name, p.role
	from app.people p
	where
		p.role in ('manager', 'responsible_individual')
		and p.left_at is null
		and not exists (
			select
			from
				app.logins l
				join app.people o on o.id = l.person_id
			where l.home_id = p.home_id and o.role = p.role
		)
	order by p.home_id, p.role, p.made_at;
$$;


-- schemas/tablets/json.sql

-- Tablets as a view shows them.

-- Tablets that show the guide, codes that wait, and for a month those that are over.
create function private.tablets_json()
returns json
language sql
stable
set search_path = ''
as $$
	select coalesce(json_agg(t order by t.made_at, t.id), '[]')
	from
		(
			select id, device, made_by, made_at, expires_at, used_at, cut_off_at
			from app.tablets
			where
				coalesce(
					cut_off_at,
					case
						when used_at is null then expires_at
					end,
					'infinity'
				) > now() - interval '30 days'
		) t;
$$;

grant execute on function private.tablets_json to authenticated;


-- schemas/unclear/json.sql

-- Marks as a view shows them.

-- How many marks each page has: what the home wrote since that version, the built-in guide for 90 days.
create function private.unclear_json()
returns json
language plpgsql
stable
set search_path = ''
as $$
begin
	return (
		select coalesce(json_agg(t order by t.page collate "C"), '[]')
		from
			(
				select page, count(*)::int as marks
				from app.unclear
				where
					day < (select private.told_before(now()))
					and case
						when version is null then day > current_date - 90
						else version = any (array(select private.sections_in_force()))
					end
				group by page
			) t
	);
end;
$$;

grant execute on function private.unclear_json to authenticated;
