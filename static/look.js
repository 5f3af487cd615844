// The kept look, before paint. Hide leaves no page behind.
try {
	const look = JSON.parse(localStorage['sayso.look']);
	for (const name of ['theme', 'text', 'motion']) if (look[name]) document.documentElement.dataset[name] = look[name];
} catch {
	// none
}
addEventListener('click', (event) => {
	const hide = event.target.closest('a[data-hide]');
	if (!hide || event.defaultPrevented) return;
	event.preventDefault();
	location.replace(hide);
});
