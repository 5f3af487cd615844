// The kept look, before paint. Hide leaves no page behind.
const worn = document.documentElement.dataset;
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
addEventListener('click', (event) => {
	const hide = event.target.closest('a[data-hide]');
	if (!hide || event.defaultPrevented) return;
	event.preventDefault();
	location.replace(hide);
});
