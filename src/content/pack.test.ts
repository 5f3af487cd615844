import { expect, it } from 'vitest';
import { languages } from '$lib/i18n/languages';
import { contact } from './contacts';
import { explained } from './glossary';
import { load } from '$lib/i18n/words';
import { labelsOf, withLabels } from './labels';
import { langsOf, leafOf, loadPack, names, nations, type Pack } from './pack';

const blocksOf = (pack: Pack, name: string) => leafOf(pack, name).parts.flatMap((part) => part.blocks);
const packs = nations.flatMap((nation) => langsOf(nation).map((lang) => ({ nation, lang })));

it('there is a pack for each language of England, and for what other nations have', async () => {
	expect(langsOf('england')).toEqual(languages);
	expect(langsOf('wales')).toContain('cy');
	for (const { nation, lang } of packs) expect(leafOf(await loadPack(lang, nation), 'help').nation).toBe(nation);
});

it.each(packs)(
	'in $nation, in $lang, the guide has the four parts that the law asks for, each with something to read',
	async ({ nation, lang }) => {
		const { parts } = leafOf(await loadPack(lang, nation), 'guide');
		for (const id of ['expect', 'support', 'complain', 'advocate']) {
			const part = parts.find((one) => one.id === id);
			const ideas = part?.blocks.flatMap((block) => ('ideas' in block ? block.ideas : [])) ?? [];
			expect(ideas.length, id).toBeGreaterThan(2);
			expect(
				part?.blocks.some(({ kind }) => kind === 'home'),
				id
			).toBe(true);
			expect(
				ideas.every(({ words }) => words.length > 0),
				id
			).toBe(true);
		}
	}
);

it.each(packs)(
	'in $nation, in $lang, every page is there, its people are real and its ways lead somewhere',
	async (one) => {
		const pack = await loadPack(one.lang, one.nation);
		expect(Object.keys(pack).toSorted()).toEqual([...names].toSorted());
		const all = names.flatMap((name) => blocksOf(pack, name));
		const people = all.flatMap((block) => (block.kind === 'people' ? block.ids : []));
		expect(people.length).toBeGreaterThan(10);
		expect(people.map((id) => contact(id).id)).toEqual(people);
		const ways = all.flatMap((block) => (block.kind === 'ways' ? block.ways : [])).map(({ to }) => to.split('#')[0]);
		expect(ways.length).toBeGreaterThan(10);
		expect(names).toEqual(expect.arrayContaining(ways));
	}
);

it.each(packs)(
	'in $nation, in $lang, a page marks a hard word once, and says what it means',
	async ({ nation, lang }) => {
		const pack = await loadPack(lang, nation);
		const known = leafOf(pack, 'words').parts.map(({ id }) => id);
		const marked = names.flatMap((name) => [explained(leafOf(pack, name))]);
		expect(marked.flat().length).toBeGreaterThan(20);
		for (const ids of marked) {
			expect(ids.filter((id) => !known.includes(id))).toEqual([]);
			expect(new Set(ids).size).toBe(ids.length);
		}
	}
);

it.each(packs.filter(({ lang }) => ['cy', 'ar'].includes(lang)))(
	'in $nation, in $lang, which nobody has checked, words about safety stay in English beside',
	async ({ nation, lang }) => {
		const ideas = blocksOf(await loadPack(lang, nation), 'help').flatMap((block) =>
			'ideas' in block ? block.ideas : []
		);
		expect(ideas.filter(({ english }) => english).length).toBeGreaterThan(5);
	}
);

it('English beside Welsh says in English what a home calls its workers', async () => {
	const welsh = await load('cy', ['public']);
	expect(withLabels('Your {{keyWorker}}.', welsh, true)).toBe('Your key worker.');
	expect(withLabels('Your {{keyWorker}}.', welsh)).toBe('Your gweithiwr allweddol.');
});

it('the pages of Wales say the law’s word for that worker, each language its own', async () => {
	const welsh = await load('cy', ['public'], labelsOf('wales', 'cy'), labelsOf('wales', 'en'));
	expect(withLabels('Your {{keyWorker}}.', welsh, true)).toBe('Your link worker.');
	expect(withLabels('Your {{keyWorker}}.', welsh)).toBe('Your gweithiwr dolen gyswllt.');
	expect(labelsOf('scotland', 'en')).toEqual({}); // its law has no word for it
});
