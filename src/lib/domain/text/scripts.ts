/**
 * The letters of each script, as ranges of code points (after compatibility decomposition): a name is of one script.
 * Digits, punctuation, emoji and accents belong to none. Chinese, Japanese and Korean are written with each other's letters,
 * so they count as one; so do all scripts that nobody writes today. The database's copy: private.is_mixed.
 */
export const SCRIPTS = [
	'0041-005a 0061-007a 00aa 00ba 00c0-00d6 00d8-00f6 00f8-02b8 1d00-1d25 1d2c-1d5c 1d62-1d65 1d6b-1d77 1d79-1dbe 1e00-1eff 2c60-2c7f a722-a787 a78b-a7ff ab30-ab5a ab5c-ab64 2132 214e 2183-2184 ab66-ab68', // Latin
	'0370-0373 0376-0377 037b-037d 037f 0386 0388-03e1 03f0-03ff 1d26-1d2a 1f00-1fbc 1fc2-1fcc 1fd0-1fdb 1fe0-1fec 1ff2-1ffc ab65', // Greek
	'0400-0481 048a-052f 1c80-1c8a 1d2b 1d78 a640-a66e a680-a69d a67f', // Cyrillic
	'0531-0556 0559-0588', // Armenian
	'05d0-05f2', // Hebrew
	'0620-063f 0641-064a 066e-066f 0671-06d3 06d5 06ee-06ef 06fa-06fc 06ff 0750-077f 0870-0887 0889-088e 08a0-08c8 06e5-06e6 088f 08c9 fe73', // Arabic
	'0710-072f 074d-074f 0860-086a', // Syriac
	'0780-07b1', // Thaana
	'07ca-07ea 07f4-07f5 07fa', // N'Ko
	'0904-0939 093d 0950 0958-0961 0972-097f 0971', // Devanagari
	'0985-09b9 09bd 09ce 09dc-09e1 09f0-09f1 09fc 0980', // Bengali
	'0a05-0a39 0a59-0a5e 0a72-0a74', // Gurmukhi
	'0a85-0ab9 0abd 0ad0 0ae0-0ae1 0af9', // Gujarati
	'0b05-0b39 0b3d 0b5c-0b61 0b71', // Odia
	'0b83-0bb9 0bd0', // Tamil
	'0c05-0c39 0c3d 0c58-0c61', // Telugu
	'0c85-0cb9 0cbd 0cdd-0ce1 0cf1-0cf2 0c80 0cdc', // Kannada
	'0d05-0d3a 0d3d 0d4e 0d54-0d56 0d5f-0d61 0d7a-0d7f 0d04', // Malayalam
	'0d85-0dc6', // Sinhala
	'0e01-0e30 0e32 0e40-0e46', // Thai
	'0e81-0eb0 0eb2 0ebd-0ec6 0edc-0edf', // Lao
	'0f40-0f6c 0f88-0f8c 0f00', // Tibetan
	'1000-102a 103f 1050-1055 105a-105d 1061 1065-1066 106e-1070 1075-1081 108e a9e0-a9e4 a9e6-a9ef a9fa-a9fe aa60-aa76 aa7a aa7e-aa7f', // Burmese
	'10a0-10fa 10fc-10ff 1c90-1cbf 2d00-2d2d', // Georgian
	'1200-135a 1380-138f 2d80-2dde ab01-ab2e', // Ethiopic
	'13a0-13fd ab70-abbf', // Cherokee
	'1401-166c 166f-167f 18b0-18f5', // Canadian syllabics
	'1780-17b3 17dc 17d7', // Khmer
	'1820-1884 1887-18a8 18aa', // Mongolian
	'2d30-2d67', // Tifinagh
	'a4d0-a4fd', // Lisu
	'1100-115e 1161-11ff 3005-3007 3021-3029 3031-3035 3038-303c 3041-3096 309d-309f 30a1-30fa 30fc-30ff 3105-318e 31a0-31bf 31f0-31ff 3400-4dbf 4e00-a48c a960-a97c ac00-d7fb f900-faff 16fe0-16fe3 17000-18d08 1aff0-1b2fb 20000-3fffd 16ff2-16ff3 18d09-18d1e 18d80-18df2', // Chinese, Japanese, Korean
	'0800-0815 081a 0824 0828 0840-0858 1681-169a 16a0-16f8 1700-1711 171f-1731 1740-1751 1760-1770 1900-191e 1950-19c9 1a00-1a16 1a20-1a54 1b05-1b33 1b45-1b4c 1b83-1ba0 1bae-1baf 1bba-1be5 1aa7 1c00-1c23 1c4d-1c4f 1c5a-1c7d 1ce9-1cec 1cee-1cf3 1cf5-1cf6 1cfa 2c00-2c5f 2c80-2ce4 2ceb-2cee 2cf2-2cf3 03e2-03ef a500-a62b a6a0-a6ef a800-a801 a803-a805 a807-a80a a80c-a822 a840-a873 a882-a8b3 a8f2-a8fe a90a-a925 a930-a946 a984-a9b2 a9cf aa00-aa28 aa40-aa42 aa44-aa4b aa80-aaaf aab1 aab5-aab6 aab9-aabd aac0 aac2-aadd aae0-aaea aaf2-aaf4 abc0-abe2 10000-1007f 10080-100fa 10280-102df 10300-1031f 1032d-10375 10380-107ba 10800-10a00 10a10-10a35 10a60-10eff 10f00-10fff 11003-11037 11071-11072 11075 11083-110af 110d0-16eff 16f00-16f50 16f93-16f9f 1bc00-1bc99 1df00-1dfff 1e030-1e06d 1e100-1efff' // all others
] as const;
