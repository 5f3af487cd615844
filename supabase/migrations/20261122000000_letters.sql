-- Which characters can be seen, and which names read alike. The lists are the device's (src/lib/domain/text/letters.ts, lookalikes.ts,
-- scripts.ts), written out: no table of the database's own is asked, so that every PostgreSQL in every locale says the same.
-- tests/house/letters.test.ts compares the texts, supabase/tests/letters.test.ts what comes of every code point.

do $$ begin
	if current_setting('server_encoding') <> 'UTF8' then raise exception 'the database has to be made with the encoding UTF8'; end if;
end $$;

create schema private; -- the other rooms: the next file
alter default privileges revoke execute on functions from public; -- works only without "in schema"

-- Whether there is anything to be read in it: at least one character that draws ink. Spaces, controls, fillers and lone accents
-- are no words and no reason.
create function private.has_words(words text) returns boolean language sql immutable set search_path = '' as $$
	select coalesce(words ~ (
		'[^\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u3000\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u0600-\u0605\u061c\u06dd'
		'\u070f\u0890-\u0891\u08e2\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0'
		'\ufff0-\ufffc\ufffe-\uffff\U000110bd\U000110cd\U00013430-\U0001343f\U00013441-\U00013442\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U0001fffe-\U0001ffff'
		'\U0002fffe-\U0002ffff\U0003fffe-\U0010ffff\u0300-\u034e\u0350-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670'
		'\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u07fd\u0816-\u0819\u081b-\u0823\u0825-\u0827\u0829-\u082d\u0859-\u085b'
		'\u0897-\u089f\u08ca-\u08e1\u08e3-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962-\u0963\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u09e2-\u09e3\u09fe-\u0a03\u0a3c-\u0a51'
		'\u0a70-\u0a71\u0a75\u0a81-\u0a83\u0abc\u0abe-\u0acd\u0ae2-\u0ae3\u0afa-\u0b03\u0b3c\u0b3e-\u0b57\u0b62-\u0b63\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c\u0c3e-\u0c56'
		'\u0c62-\u0c63\u0c81-\u0c83\u0cbc\u0cbe-\u0cd6\u0ce2-\u0ce3\u0cf3-\u0d03\u0d3b-\u0d3c\u0d3e-\u0d4d\u0d57\u0d62-\u0d63\u0d81-\u0d83\u0dca-\u0ddf\u0df2-\u0df3\u0e31'
		'\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0f18-\u0f19\u0f35\u0f37\u0f39\u0f3e-\u0f3f\u0f71-\u0f84\u0f86-\u0f87\u0f8d-\u0fbc\u0fc6\u102b-\u103e'
		'\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\u135d-\u135f\u1712-\u1715\u1732-\u1734\u1752-\u1753\u1772-\u1773'
		'\u17b6-\u17d3\u17dd\u1885-\u1886\u18a9\u1920-\u193b\u1a17-\u1a1b\u1a55-\u1a7f\u1ab0-\u1b04\u1b34-\u1b44\u1b6b-\u1b73\u1b80-\u1b82\u1ba1-\u1bad\u1be6-\u1bf3\u1c24-\u1c37'
		'\u1cd0-\u1cd2\u1cd4-\u1ce8\u1ced\u1cf4\u1cf7-\u1cf9\u1dc0-\u1dff\u20d0-\u20f0\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099-\u309a\ua66f-\ua672\ua674-\ua67d'
		'\ua69e-\ua69f\ua6f0-\ua6f1\ua802\ua806\ua80b\ua823-\ua827\ua82c\ua880-\ua881\ua8b4-\ua8c5\ua8e0-\ua8f1\ua8ff\ua926-\ua92d\ua947-\ua953\ua980-\ua983\ua9b3-\ua9c0\ua9e5'
		'\uaa29-\uaa36\uaa43\uaa4c-\uaa4d\uaa7b-\uaa7d\uaab0\uaab2-\uaab4\uaab7-\uaab8\uaabe-\uaabf\uaac1\uaaeb-\uaaef\uaaf5-\uaaf6\uabe3-\uabea\uabec-\uabed\ufb1e\ufe20-\ufe2f'
		'\U000101fd\U000102e0\U00010376-\U0001037a\U00010a01-\U00010a0f\U00010a38-\U00010a3f\U00010ae5-\U00010ae6\U00010d24-\U00010d27\U00010d69-\U00010d6d\U00010eab-\U00010eac'
		'\U00010efa-\U00010eff\U00010f46-\U00010f50\U00010f82-\U00010f85\U00011000-\U00011002\U00011038-\U00011046\U00011070\U00011073-\U00011074\U0001107f-\U00011082'
		'\U000110b0-\U000110ba\U000110c2\U00011100-\U00011102\U00011127-\U00011134\U00011145-\U00011146\U00011173\U00011180-\U00011182\U000111b3-\U000111c0\U000111c9-\U000111cc'
		'\U000111ce-\U000111cf\U0001122c-\U00011237\U0001123e\U00011241\U000112df-\U000112ea\U00011300-\U00011303\U0001133b-\U0001133c\U0001133e-\U0001134d\U00011357'
		'\U00011362-\U00011374\U000113b8-\U000113d0\U000113d2\U000113e1-\U000113e2\U00011435-\U00011446\U0001145e\U000114b0-\U000114c3\U000115af-\U000115c0\U000115dc-\U000115dd'
		'\U00011630-\U00011640\U000116ab-\U000116b7\U0001171d-\U0001172b\U0001182c-\U0001183a\U00011930-\U0001193e\U00011940\U00011942-\U00011943\U000119d1-\U000119e0\U000119e4'
		'\U00011a01-\U00011a0a\U00011a33-\U00011a39\U00011a3b-\U00011a3e\U00011a47\U00011a51-\U00011a5b\U00011a8a-\U00011a99\U00011b60-\U00011b67\U00011c2f-\U00011c3f'
		'\U00011c92-\U00011cb6\U00011d31-\U00011d45\U00011d47\U00011d8a-\U00011d97\U00011ef3-\U00011ef6\U00011f00-\U00011f01\U00011f03\U00011f34-\U00011f42\U00011f5a\U00013440'
		'\U00013447-\U00013455\U0001611e-\U0001612f\U00016af0-\U00016af4\U00016b30-\U00016b36\U00016f4f\U00016f51-\U00016f92\U00016fe4-\U00016ff1\U0001bc9d-\U0001bc9e'
		'\U0001cf00-\U0001cf46\U0001d165-\U0001d169\U0001d16d-\U0001d172\U0001d17b-\U0001d182\U0001d185-\U0001d18b\U0001d1aa-\U0001d1ad\U0001d242-\U0001d244\U0001da00-\U0001da36'
		'\U0001da3b-\U0001da6c\U0001da75\U0001da84\U0001da9b-\U0001daaf\U0001e000-\U0001e02a\U0001e08f\U0001e130-\U0001e136\U0001e2ae\U0001e2ec-\U0001e2ef\U0001e4ec-\U0001e4ef'
		'\U0001e5ee-\U0001e5ef\U0001e6e3\U0001e6e6\U0001e6ee-\U0001e6ef\U0001e6f5\U0001e8d0-\U0001e8d6\U0001e944-\U0001e94a]'), false)
$$;

-- A name as it is kept: without what does not show, one space between words, none at the ends. A joiner stays where it is seen,
-- between two letters of a script that joins them.
create function private.shown_name(name text) returns text language sql immutable set search_path = '' as $$
	select btrim(regexp_replace(regexp_replace(name, '([\u0620-\u0dff\u1780-\u18aa])([\u200c\u200d])(?=[\u0620-\u0dff\u1780-\u18aa])|'
		'[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890-\u0891\u08e2\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f'
		'\u202a-\u202e\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe-\uffff\U000110bd\U000110cd\U00013430-\U0001343f'
		'\U00013441-\U00013442\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U0001fffe-\U0001ffff\U0002fffe-\U0002ffff\U0003fffe-\U0010ffff\ua7f1\U000105c9\U000105e4\U00011383'
		'\U00011385\U0001138e\U00011391\U000113c5\U000113c7-\U000113c8\U00016121-\U00016128\U00016d68-\U00016d6a\U0001ccd6-\U0001ccf9\U0001e030-\U0001e06d]', '\1\2', 'g'),
		'[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u3000]+', ' ', 'g'), ' ')
$$;

-- Two names that read alike have the same form. Only for comparing.
create function private.name_form(name text) returns text language sql immutable set search_path = '' as $$
	select replace(translate(regexp_replace(normalize(private.shown_name(name), NFKD),
		'[\u0020-\u002f\u003a-\u0040\u005b-\u0060\u007b\u007d-\u007e\u00a8\u00af\u00b4\u00b7-\u00b8\u02b0-\u02ff\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640'
		'\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u200c-\u200d\u2010-\u2027\u2030-\u205e\u20d0-\u20f0\ufe20-\ufe2f]', '', 'g'),
		e'A\u0251\u1d00\u0391\u03b1\u0410\u0430\u13aa\ua4eeB\u0299\u0392\u03b2\u0412\u0432\u042c\u044c\u13f4\ua4d0C\u1d04\u0421\u0441\u13df\ua4daD\u00d0\u00f0\u0110\u0111\u1d05\u0500'
		'\u0501\u13a0\ua4d3E\u1d07\u0395\u03b5\u0415\u0435\u13ac\ua4f0F\u0192\ua730\u03dc\u03dd\ua4ddG\u0261\u0262\u050c\u050d\u13c0\ua4d6H\u0126\u0127\u029c\u0397\u03b7\u041d\u043d'
		'\u04ba\u04bb\u13bb\ua4e7IlL1|\u0131\u0141\u0142\u01c0\u026a\u029f\u0399\u03b9\u0406\u0456\u04c0\u04cf\u13a5\u13de\ua4e1\ua4f2J\u1d0a\u037f\u03f3\u0408\u0458\u13ab\ua4d9K'
		'\u0138\u1d0b\u039a\u03ba\u041a\u043a\u13e6\ua4d7M\u1d0d\u039c\u03bc\u041c\u043c\u13b7\ua4dfN\u0274\u039d\u03bd\ua4e0O0\u00d8\u00f8\u1d0f\u039f\u03bf\u041e\u043e\u0555\u0585'
		'\ua4f3P\u1d18\u03a1\u03c1\u0420\u0440\u13e2\ua4d1Q\u051a\u051bR\u0280\u0413\u0433\u13a1\ua4e3S\ua731\u0405\u0455\u054f\u057f\u13da\ua4e2T\u1d1b\u03a4\u03c4\u0422\u0442'
		'\u13a2\ua4d4U\u1d1c\u054d\u057d\ua4f4V\u1d20\u0474\u0475\u13d9\ua4e6W\u1d21\u051c\u051d\u13b3\ua4eaX\u03a7\u03c7\u0425\u0445\ua4ebY\u028f\u03a5\u03c5\u0423\u0443\u04ae'
		'\u04af\u13bd\ua4ecZ\u1d22\u0396\u03b6\u13c3\ua4dc\u00c6\u0152\u00de\u014a\u018f\u01a9\u03a3\u03c2\u06a9\u0629\u06c1\u06d5\u0649\u06cc\u0393\u0394\u0398\u039b\u039e\u03a0'
		'\u03a6\u03a8\u03a9\u0402\u0404\u0409\u040a\u040b\u040f\u0411\u0414\u0416\u0417\u0418\u041b\u041f\u0424\u0426\u0427\u0428\u0429\u042a\u042b\u042d\u042e\u042f\u0490\u0531'
		'\u0532\u0533\u0534\u0535\u0536\u0537\u0538\u0539\u053a\u053b\u053c\u053d\u053e\u053f\u0540\u0541\u0542\u0543\u0544\u0545\u0546\u0547\u0548\u0549\u054a\u054b\u054c\u054e'
		'\u0550\u0551\u0552\u0553\u0554\u0556\U0001f150\U0001f151\U0001f152\U0001f153\U0001f154\U0001f155\U0001f156\U0001f157\U0001f158\U0001f159\U0001f15a\U0001f15b\U0001f15c'
		'\U0001f15d\U0001f15e\U0001f15f\U0001f160\U0001f161\U0001f162\U0001f163\U0001f164\U0001f165\U0001f166\U0001f167\U0001f168\U0001f169\U0001f170\U0001f171\U0001f172\U0001f173'
		'\U0001f174\U0001f175\U0001f176\U0001f177\U0001f178\U0001f179\U0001f17a\U0001f17b\U0001f17c\U0001f17d\U0001f17e\U0001f17f\U0001f180\U0001f181\U0001f182\U0001f183\U0001f184'
		'\U0001f185\U0001f186\U0001f187\U0001f188\U0001f189\U0001f1e6\U0001f1e7\U0001f1e8\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1ec\U0001f1ed\U0001f1ee\U0001f1ef\U0001f1f0\U0001f1f1'
		'\U0001f1f2\U0001f1f3\U0001f1f4\U0001f1f5\U0001f1f6\U0001f1f7\U0001f1f8\U0001f1f9\U0001f1fa\U0001f1fb\U0001f1fc\U0001f1fd\U0001f1fe\U0001f1ff',
		e'aaaaaaaaabbbbbbbbbbccccccddddddddddeeeeeeeeffffffggggggghhhhhhhhhhhhiiiiiiiiiiiiiiiiiiiiijjjjjjjjkkkkkkkkkmmmmmmmmnnnnnooooooooooooppppppppqqqrrrrrrssssssssttttttttuuuuuvvv'
		'vvvwwwwwwxxxxxxyyyyyyyyyyzzzzzz\u00e6\u0153\u00fe\u014b\u0259\u0283\u03c3\u03c3\u0643\u0647\u0647\u0647\u064a\u064a\u03b3\u03b4\u03b8\u03bb\u03be\u03c0\u03c6\u03c8\u03c9'
		'\u0452\u0454\u0459\u045a\u045b\u045f\u0431\u0434\u0436\u0437\u0438\u043b\u043f\u0444\u0446\u0447\u0448\u0449\u044a\u044b\u044d\u044e\u044f\u0491\u0561\u0562\u0563\u0564'
		'\u0565\u0566\u0567\u0568\u0569\u056a\u056b\u056c\u056d\u056e\u056f\u0570\u0571\u0572\u0573\u0574\u0575\u0576\u0577\u0578\u0579\u057a\u057b\u057c\u057e\u0580\u0581\u0582'
		'\u0583\u0584\u0586abcdefghijkimnopqrstuvwxyzabcdefghijkimnopqrstuvwxyzabcdefghijkimnopqrstuvwxyz'), 'rn', 'm')
$$;

-- Whether a name is written in more than one script. Digits, signs, accents and emoji belong to none.
create function private.is_mixed(name text) returns boolean language sql immutable set search_path = '' as $$
	select regexp_replace(normalize(name, NFKD), '[^' || array_to_string(scripts, '') || ']', '', 'g')
		!~ ('^([' || array_to_string(scripts, ']*|[') || ']*)$') from (values (array[
		'\u0041-\u005a\u0061-\u007a\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u1d00-\u1d25\u1d2c-\u1d5c\u1d62-\u1d65\u1d6b-\u1d77\u1d79-\u1dbe\u1e00-\u1eff\u2c60-\u2c7f'
		'\ua722-\ua787\ua78b-\ua7ff\uab30-\uab5a\uab5c-\uab64\u2132\u214e\u2183-\u2184\uab66-\uab68',
		'\u0370-\u0373\u0376-\u0377\u037b-\u037d\u037f\u0386\u0388-\u03e1\u03f0-\u03ff\u1d26-\u1d2a\u1f00-\u1fbc\u1fc2-\u1fcc\u1fd0-\u1fdb\u1fe0-\u1fec\u1ff2-\u1ffc\uab65',
		'\u0400-\u0481\u048a-\u052f\u1c80-\u1c8a\u1d2b\u1d78\ua640-\ua66e\ua680-\ua69d\ua67f',
		'\u0531-\u0556\u0559-\u0588',
		'\u05d0-\u05f2',
		'\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f\u0870-\u0887\u0889-\u088e\u08a0-\u08c8\u06e5-\u06e6\u088f\u08c9'
		'\ufe73',
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
		'\u1000-\u102a\u103f\u1050-\u1055\u105a-\u105d\u1061\u1065-\u1066\u106e-\u1070\u1075-\u1081\u108e\ua9e0-\ua9e4\ua9e6-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa76\uaa7a\uaa7e-\uaa7f',
		'\u10a0-\u10fa\u10fc-\u10ff\u1c90-\u1cbf\u2d00-\u2d2d',
		'\u1200-\u135a\u1380-\u138f\u2d80-\u2dde\uab01-\uab2e',
		'\u13a0-\u13fd\uab70-\uabbf',
		'\u1401-\u166c\u166f-\u167f\u18b0-\u18f5',
		'\u1780-\u17b3\u17dc\u17d7',
		'\u1820-\u1884\u1887-\u18a8\u18aa',
		'\u2d30-\u2d67',
		'\ua4d0-\ua4fd',
		'\u1100-\u115e\u1161-\u11ff\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u318e\u31a0-\u31bf\u31f0-\u31ff'
		'\u3400-\u4dbf\u4e00-\ua48c\ua960-\ua97c\uac00-\ud7fb\uf900-\ufaff\U00016fe0-\U00016fe3\U00017000-\U00018d08\U0001aff0-\U0001b2fb\U00020000-\U0003fffd\U00016ff2-\U00016ff3'
		'\U00018d09-\U00018d1e\U00018d80-\U00018df2',
		'\u0800-\u0815\u081a\u0824\u0828\u0840-\u0858\u1681-\u169a\u16a0-\u16f8\u1700-\u1711\u171f-\u1731\u1740-\u1751\u1760-\u1770\u1900-\u191e\u1950-\u19c9\u1a00-\u1a16'
		'\u1a20-\u1a54\u1b05-\u1b33\u1b45-\u1b4c\u1b83-\u1ba0\u1bae-\u1baf\u1bba-\u1be5\u1aa7\u1c00-\u1c23\u1c4d-\u1c4f\u1c5a-\u1c7d\u1ce9-\u1cec\u1cee-\u1cf3\u1cf5-\u1cf6\u1cfa'
		'\u2c00-\u2c5f\u2c80-\u2ce4\u2ceb-\u2cee\u2cf2-\u2cf3\u03e2-\u03ef\ua500-\ua62b\ua6a0-\ua6ef\ua800-\ua801\ua803-\ua805\ua807-\ua80a\ua80c-\ua822\ua840-\ua873\ua882-\ua8b3'
		'\ua8f2-\ua8fe\ua90a-\ua925\ua930-\ua946\ua984-\ua9b2\ua9cf\uaa00-\uaa28\uaa40-\uaa42\uaa44-\uaa4b\uaa80-\uaaaf\uaab1\uaab5-\uaab6\uaab9-\uaabd\uaac0\uaac2-\uaadd'
		'\uaae0-\uaaea\uaaf2-\uaaf4\uabc0-\uabe2\U00010000-\U0001007f\U00010080-\U000100fa\U00010280-\U000102df\U00010300-\U0001031f\U0001032d-\U00010375\U00010380-\U000107ba'
		'\U00010800-\U00010a00\U00010a10-\U00010a35\U00010a60-\U00010eff\U00010f00-\U00010fff\U00011003-\U00011037\U00011071-\U00011072\U00011075\U00011083-\U000110af'
		'\U000110d0-\U00016eff\U00016f00-\U00016f50\U00016f93-\U00016f9f\U0001bc00-\U0001bc99\U0001df00-\U0001dfff\U0001e030-\U0001e06d\U0001e100-\U0001efff'
	])) as s (scripts)
$$;
grant execute on function private.has_words, private.shown_name, private.name_form, private.is_mixed to authenticated;
