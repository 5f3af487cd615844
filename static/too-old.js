// A browser that is too old for the app (first.js fetches this then): says so over the page, in words that it can show. Help and
// the guide are plain pages. Written as old browsers read.
(function () {
	var says = {
		en: {
			old: 'This tablet is too old for Sayso. Or it needs an update: ask an adult. Help and the guide still work.',
			help: 'Help now',
			guide: 'Guide to my home'
		},
		'en-easy': {
			old: 'This tablet is too old for Sayso. Or it needs an update. Ask an adult. Help and the guide still work.',
			help: 'Help now',
			guide: 'Guide to my home'
		},
		cy: {
			old: 'Mae’r tabled hwn yn rhy hen i Sayso. Neu mae angen diweddariad arno: gofynna i oedolyn. Mae help a’r canllaw yn dal i weithio.',
			help: 'Help nawr',
			guide: 'Canllaw i fy nghartref'
		},
		ar: {
			old: 'هذا الجهاز قديم جدًا على Sayso. أو يحتاج إلى تحديث: اسأل شخصًا بالغًا. المساعدة والدليل ما زالا يعملان.',
			help: 'مساعدة الآن',
			guide: 'دليل بيتي'
		}
	};
	var asked = document.currentScript && document.currentScript.getAttribute('data-lang');
	var lang = asked && says[asked] ? asked : 'en';
	function link(page) {
		var way = document.createElement('a');
		way.className = 'btn';
		way.href = '/' + lang + '/' + page;
		way.setAttribute('data-sveltekit-reload', ''); // where half of the app runs, it would go there by itself
		way.textContent = says[lang][page];
		return way;
	}
	function say() {
		var note = document.createElement('div');
		note.className = 'page too-old';
		note.lang = lang.slice(0, 2);
		note.dir = lang === 'ar' ? 'rtl' : 'ltr';
		note.setAttribute('role', 'alert');
		var words = document.createElement('p');
		words.className = 'note care';
		words.textContent = says[lang].old;
		var ways = document.createElement('p');
		ways.className = 'row';
		ways.appendChild(link('help'));
		ways.appendChild(link('guide'));
		note.appendChild(words);
		note.appendChild(ways);
		document.body.insertBefore(note, document.body.firstChild);
	}
	if (document.body) say();
	else document.addEventListener('DOMContentLoaded', say);
})();
