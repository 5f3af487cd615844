import { describe, expect, it } from 'vitest';
import { saidOf, utterances, type Seen } from './utterances.ts';

type Piece = Seen<string>;
const chosen = { text: 'Picked', lang: 'en' };
const words = (text: string, lang = 'en'): Piece => ({ of: text.trim(), as: 'words', lang, text, parts: [] });
const made =
	(as: Piece['as']) =>
	(of: string, ...parts: (Piece | string)[]): Piece => ({
		...{ of, as, lang: 'en' },
		parts: parts.map((part) => (typeof part === 'string' ? words(part) : part))
	});
const [line, box, whole, press, last] = [made('line'), made('box'), made('whole'), made('press'), made('last')];
const heard = (...parts: (Piece | string)[]) =>
	utterances(box('page', ...parts), chosen).map(({ of, said }) => [of, said.map(({ text }) => text).join(' | ')]);

describe('what is read in one go', () => {
	it('a heading, a paragraph with a link in it, words that stand in a place by themselves', () => {
		expect(heard(whole('h1', 'Today'), whole('p', 'Read ', line('a', 'your rights'), ' here.'), 'Alone')).toEqual([
			['h1', 'Today'],
			['p', 'Read your rights here.'],
			['Alone', 'Alone']
		]);
	});

	it('what is pressed, with all that stands on it, once: not its parts again', () => {
		const row = press('a', box('b', 'My list'), box('span', whole('p', 'Football on Saturday')));
		expect(heard(whole('li', row))).toEqual([['a', 'My list\nFootball on Saturday']]);
	});

	it('a face, its name and what happens', () => {
		expect(heard(whole('li', box('b', 'Pat'), box('span', 'Is told that it waits')))).toEqual([
			['li', 'Pat\nIs told that it waits']
		]);
	});

	it('not a list item with paragraphs in it: each of them by itself, and what stands loose between', () => {
		expect(heard(whole('li', whole('h3', 'One'), 'and ', line('i', 'two'), box('div', press('a', 'Three'))))).toEqual([
			['h3', 'One'],
			['li', 'and two'],
			['a', 'Three']
		]);
	});

	it('loose words in one line are marked where they stand', () => {
		expect(heard(box('div', ' ', line('span', 'Alone'), ' '))).toEqual([['span', 'Alone']]);
	});

	it('a button in a line, and the words around it', () => {
		expect(heard(line('span', 'Before ', press('button', 'Yes'), ' after'))).toEqual([
			['Before', 'Before'],
			['button', 'Yes'],
			['after', 'after']
		]);
	});
});

it('what is picked is said to be so, in the language of the page', () => {
	const tile: Piece = { ...press('tile', words('Ysgol', 'cy')), isChosen: true };
	expect(saidOf([tile], chosen)).toEqual([
		{ text: 'Ysgol', lang: 'cy' },
		{ text: 'Picked', lang: 'en' }
	]);
});

it('other languages are said by themselves, and lines keep their rests', () => {
	const part = whole('p', words('نص '), words('\n'), words('Childline', 'en-GB'), words(' ', 'ar'), words('نص', 'ar'));
	expect(saidOf([part], chosen)).toEqual([
		{ text: 'نص', lang: 'en' },
		{ text: 'Childline', lang: 'en-GB' },
		{ text: 'نص', lang: 'ar' }
	]);
});

it('numbers to ring are read figure by figure, and a code letter by letter', () => {
	expect(
		heard(whole('p', 'Ring 0800 1111 now'), { ...whole('code', line('a', 'ABCD'), ' E2'), isSpelled: true })
	).toEqual([
		['p', 'Ring 0 8 0 0, 1 1 1 1 now'],
		['code', 'A B C D, E 2']
	]);
});

it('what frames a page comes after it, the head of it first', () => {
	const page = [
		last('bar', press('help', 'Help now')),
		whole('h1', 'Today'),
		box('main', last('crumb', press('back', 'Back')))
	];
	expect(heard(...page).map(([of]) => of)).toEqual(['h1', 'help', 'back']);
});

it('what shows no word says nothing', () => {
	expect(heard(whole('p', ' '), press('button'), box('div', '…'))).toEqual([]);
});
