/** What a file that was taken along runs to open itself. It asks nothing of any network, and writes words only as text. */
export const VIEWER = `
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const bytes = (text) => Uint8Array.from(atob(text), (entry) => entry.charCodeAt(0));
const [sealed, words] = [read('sealed'), read('words')];
const [form, said, all] = [document.forms[0], document.getElementById('said'), document.getElementById('all')];
const make = (name, text) => Object.assign(document.createElement(name), { textContent: text, dir: 'auto' });
async function open(word) {
	const { subtle } = crypto;
	const base = await subtle.importKey('raw', new TextEncoder().encode(word.normalize('NFKC').trim()), 'PBKDF2', false, ['deriveKey']);
	const way = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(sealed.salt), iterations: sealed.rounds };
	const key = await subtle.deriveKey(way, base, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
	const plain = await subtle.decrypt({ name: 'AES-GCM', iv: bytes(sealed.iv) }, key, bytes(sealed.data));
	return JSON.parse(new TextDecoder().decode(plain));
}
function show({ title, lines, picture, sound }) {
	const one = document.createElement('article');
	one.append(make('h2', title), ...lines.map((line) => make('p', line)));
	if (picture) one.append(Object.assign(new Image(), { src: picture, alt: '' }));
	if (sound) one.append(Object.assign(new Audio(sound), { controls: true }));
	return one;
}
if (!globalThis.crypto || !crypto.subtle) said.textContent = words.old;
form.addEventListener('submit', async (event) => {
	event.preventDefault();
	said.textContent = '';
	try {
		const entries = await open(document.getElementById('word').value);
		all.replaceChildren(...entries.map(show));
		form.remove();
	} catch {
		said.textContent = globalThis.crypto && crypto.subtle ? words.wrong : words.old;
	}
});
`;
