import { expect, it } from 'vitest';
import { languages } from '$lib/i18n/languages';
import { contact } from './contacts';
import { explained } from './glossary';
import { load } from '$lib/i18n/words';
import { withLabels } from './labels';
import { leafOf, loadPack, names } from './pack';

const blocks = async (lang: (typeof languages)[number], name: string) =>
	leafOf(await loadPack(lang), name).parts.flatMap((part) => part.blocks);

it.each(languages)(
	'in %s the guide has the four parts that the law asks for, each with something to read',
	async (lang) => {
		const { parts } = leafOf(await loadPack(lang), 'guide');
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

it.each(languages)('in %s every page is there, its people are real and its ways lead somewhere', async (lang) => {
	const pack = await loadPack(lang);
	expect(Object.keys(pack).toSorted()).toEqual([...names].toSorted());
	const all = (await Promise.all(names.map((name) => blocks(lang, name)))).flat();
	const people = all.flatMap((block) => (block.kind === 'people' ? block.ids : []));
	expect(people.length).toBeGreaterThan(10);
	expect(people.map((id) => contact(id).id)).toEqual(people);
	const ways = all.flatMap((block) => (block.kind === 'ways' ? block.ways : [])).map(({ to }) => to.split('#')[0]);
	expect(ways.length).toBeGreaterThan(10);
	expect(names).toEqual(expect.arrayContaining(ways));
});

it.each(languages)('in %s a page marks a hard word once, and says what it means', async (lang) => {
	const pack = await loadPack(lang);
	const known = leafOf(pack, 'words').parts.map(({ id }) => id);
	const marked = names.flatMap((name) => [explained(leafOf(pack, name))]);
	expect(marked.flat().length).toBeGreaterThan(20);
	for (const ids of marked) {
		expect(ids.filter((id) => !known.includes(id))).toEqual([]);
		expect(new Set(ids).size).toBe(ids.length);
	}
});

it.each(['cy', 'ar'] as const)(
	'in %s, which nobody has checked, words about safety stay in English beside',
	async (lang) => {
		const ideas = (await blocks(lang, 'help')).flatMap((block) => ('ideas' in block ? block.ideas : []));
		expect(ideas.filter(({ english }) => english).length).toBeGreaterThan(5);
	}
);

it('English beside Welsh says in English what a home calls its workers', async () => {
	const welsh = await load('cy', ['public']);
	expect(withLabels('Your {{keyWorker}}.', welsh, true)).toBe('Your key worker.');
	expect(withLabels('Your {{keyWorker}}.', welsh)).toBe('Your gweithiwr allweddol.');
});
