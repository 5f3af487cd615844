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
