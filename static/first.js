// What every page does first, also one without a framework: wears the kept look before paint, leaves no page behind when
// it is hidden, and keeps Sayso on this device for when there is no signal.
{
	const worn = document.documentElement.dataset;
	const { connection: line, serviceWorker: worker } = navigator;
	let lang = navigator.language.slice(0, 2);
	try {
		const look = JSON.parse(localStorage['sayso.look']);
		for (const name of ['theme', 'text', 'motion']) if (look[name]) worn[name] = look[name];
		lang = look.lang ?? lang;
	} catch {
		// none
	}
	// The door is made in English: who reads another language waits a moment for theirs (css/base.css).
	if (location.pathname === '/' && ['en-easy', 'cy', 'ar'].includes(lang)) worn.words = 'later';
	const url = '/service-worker.js';
	const policy = window.trustedTypes?.createPolicy('app-sw', { createScriptURL: (s) => (s === url ? s : '') });
	const keep = () => {
		if (worn.kept === 'ask') worn.kept = 'soon';
		worker.register(policy?.createScriptURL(url) ?? url).catch(() => (worn.kept = '')); // a private window: it works without
	};
	if (worker) {
		worker.ready.then(() => (worn.kept = worn.kept === 'yes' ? 'yes' : 'now'));
		// Where data costs money, nothing is fetched until somebody says so (lib/ui/Kept.svelte, lib/platform/keeping.ts).
		const asks = !worker.controller && (line?.saveData || line?.type === 'cellular');
		worn.kept = asks ? 'ask' : worker.controller ? 'yes' : 'soon';
		addEventListener(asks ? 'keep' : 'load', keep, { once: true });
	}
	addEventListener('click', (event) => {
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
