import { mount } from 'svelte';
import '$lib/ui/css/everyone.css';
import '$lib/ui/css/inside.css';
import '$lib/ui/css/staff.css';
import { dirOf, isLang, langAttribute } from '$lib/i18n/languages';
import { load } from '$lib/i18n/words';
import Kit from './Kit.svelte';
import Staff from './Staff.svelte';

const asked = new URLSearchParams(location.search);
const found = asked.get('lang') ?? 'en';
const lang = isLang(found) ? found : 'en';
document.documentElement.lang = langAttribute(lang);
document.documentElement.dir = dirOf(lang);
for (const name of ['theme', 'text']) {
	const value = asked.get(name);
	if (value) document.documentElement.dataset[name] = value;
}
const words = await load(lang, ['door', 'my', 'work', 'home']);
mount(asked.has('staff') ? Staff : Kit, { target: document.querySelector('#kit')!, props: { words } });
