// Wears the look that this device keeps before anything is painted (src/lib/platform/look.ts). No other script runs so early.
try {
	var look = JSON.parse(localStorage.getItem('sayso.look')) || {};
	['theme', 'text', 'motion'].forEach(function (name) {
		if (look[name]) document.documentElement.dataset[name] = look[name];
	});
} catch {
	// nothing kept, or nothing may be kept here
}
// Hide leads to the door without leaving this page behind in the history. Without script it is a plain link.
addEventListener('click', function (event) {
	var hide = event.target.closest && event.target.closest('a[data-hide]');
	if (!hide || event.defaultPrevented) return;
	event.preventDefault();
	location.replace(hide.href);
});
