// Looks through the list that is already on this page. Nothing that is typed is sent or kept.
const box = document.querySelector('[data-search]');
const [input, status] = [box.querySelector('input'), box.querySelector('[role=status]')];
const rows = [...document.querySelectorAll('[data-heap]')];
const bare = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').trim();
box.hidden = false;
input.oninput = () => {
	const wanted = bare(input.value).split(/\s+/);
	for (const row of rows) row.hidden = !wanted.every((word) => row.dataset.heap.includes(word));
	for (const part of document.querySelectorAll('.found')) part.hidden = !part.querySelector('li:not([hidden])');
	const number = rows.filter((row) => !row.hidden).length;
	const { found, nothing } = status.dataset;
	status.textContent = input.value && (number ? found.replace('#', number) : nothing);
};
