// What every page does first, also one without a framework: wears the kept look before paint, leaves no page behind when
// it is hidden, and keeps Sayso on this device for when there is no signal.
{
	const worn = document.documentElement.dataset;
	const { connection: line, serviceWorker: worker } = navigator;
	let lang = navigator.language.slice(0, 2);
	let look = {};
	try {
		look = JSON.parse(localStorage['sayso.look']);
		for (const name of ['theme', 'text', 'motion']) if (look[name]) worn[name] = look[name];
		lang = look.lang ?? lang;
	} catch {
		// none
	}
	// The door is made in English: who reads another language waits a moment for theirs (css/base.css).
	if (location.pathname === '/' && ['en-easy', 'cy', 'ar'].includes(lang)) worn.words = 'later';
	const own = ['/service-worker.js', '/too-old.js'];
	const policy = window.trustedTypes?.createPolicy('app-sw', { createScriptURL: (s) => (own.includes(s) ? s : '') });
	const from = (url) => policy?.createScriptURL(url) ?? url;

	// What the oldest browsers that Sayso promises to work in (package.json) all have, and older ones do not. The public pages
	// need none of it, and are as they are.
	const isPublic = /^\/(en|en-easy|cy|ar)(\/|$)/.test(location.pathname);
	// Whose guide belongs on this device beside England's: this page's, else the one that was chosen here.
	const nation = /^\/[\w-]+\/([\w-]+)\//.exec(location.pathname)?.[1] ?? look.nation;
	if (!isPublic && !isYoungEnough()) {
		const say = document.createElement('script');
		say.src = from('/too-old.js');
		say.dataset.lang = lang;
		document.head.append(say);
	}
	function isYoungEnough() {
		try {
			new RegExp('(?<=a)b'); // a pattern that looks back: an older one cannot read this
			return 'toSorted' in [];
		} catch {
			return false;
		}
	}

	if (worker) {
		// Where data costs money, nothing is fetched until somebody says so (lib/ui/telling/OfflineNotice.svelte, lib/platform/persistence.ts).
		const costs = line?.saveData || line?.type === 'cellular';
		const isNew = !worker.controller;
		worn.kept = isNew ? (costs ? 'ask' : 'soon') : 'look';
		const keep = () =>
			worker
				.register(from('/service-worker.js'))
				.then(watch)
				.catch(() => (worn.kept = 'not')); // a private window
		// An install that fails leaves nothing: that is said, and the next page tries again.
		const watch = (registration) => {
			const { active, installing } = registration;
			const failed = () => installing.state === 'redundant' && !registration.active && (worn.kept = 'not');
			if (!active) installing?.addEventListener('statechange', failed);
		};
		// Only the worker knows what is here. KEEP: it fetches what is not.
		// A device that has just come online is told so before anything reaches it: so it tries again, twice.
		let pause;
		const ask = (type) =>
			worker.ready.then(({ active }) => {
				const { port1, port2 } = new MessageChannel();
				const before = worn.kept;
				port1.onmessage = ({ data }) => {
					worn.kept = data ? (before === 'soon' ? 'now' : 'yes') : type === 'KEEP' ? 'not' : 'ask';
					if (worn.kept === 'not' && pause < 9000) setTimeout(ask, (pause *= 3), type);
				};
				active.postMessage({ type, nation }, [port2]);
			});
		addEventListener(isNew && costs ? 'keep' : 'load', keep, { once: true });
		ask(costs && !isNew ? 'KEPT' : 'KEEP');
		addEventListener('keep', () => {
			if (worn.kept === 'ask') worn.kept = 'soon';
			if (!isNew) ask('KEEP');
		});
		addEventListener('online', () => {
			pause = 1000;
			if (worn.kept === 'not') ask(costs ? 'KEPT' : 'KEEP');
		});
	}
	// Which guide is chosen is kept, and the ways to it from the door and the drawers lead there. Only Wales has Welsh pages.
	const choose = ({ target }) => {
		const way = target.closest('a');
		if (way?.dataset.nation) {
			const { nation } = way.dataset;
			try {
				localStorage['sayso.look'] = JSON.stringify(
					Object.assign(look, { nation: nation === 'england' ? undefined : nation })
				);
			} catch {
				// a device that refuses to store anything
			}
		} else if (way && look.nation && !isPublic)
			way.pathname = way.pathname.replace(/^\/(en|en-easy|cy|ar)(?=\/[\w-]+$)/, (lang) =>
				lang === '/cy' && look.nation !== 'wales' ? `/en/${look.nation}` : `${lang}/${look.nation}`
			);
	};
	addEventListener('click', choose, true);
	addEventListener('click', (event) => {
		// Where a browser knows no popover, what a word means stands at the end of the page.
		const word = !('popover' in HTMLElement.prototype) && event.target.closest('[popovertarget]');
		if (word) document.getElementById(word.getAttribute('popovertarget')).scrollIntoView();
		const pressed = event.target.closest('a[data-hide],[data-keep]');
		if (!pressed || event.defaultPrevented) return;
		if (pressed.href) {
			event.preventDefault();
			document.documentElement.hidden = true; // at once, however long the door takes
			location.replace(pressed);
		} else {
			pressed.closest('[role=status]').focus(); // the button goes; whoever reads by ear stays here and hears what comes
			dispatchEvent(new Event('keep'));
		}
	});
	// Keys may hide, too (lib/platform/hide-key.ts). Most people never press one.
	let keys;
	const key = (event) => (keys ??= import('/hide-key.js')).then((all) => all.onKey(event)).catch(() => (keys = null)); // in their order
	addEventListener('keydown', key, true);
	addEventListener('keyup', key, true);
}
