import { expect, it } from 'vitest';
import { easyAmong } from '../../../content/easy.ts';
import { easyWords } from '../../../content/easy-list.ts';
import { loadPack } from '../../../content/pack.ts';
import { figuresOf, findingsIn, howItReads, isForeign, withoutPicture, type Yardstick } from './how-easy.ts';

const isEasy = easyAmong(new Set(easyWords()));
const yardstick: Yardstick = { pack: await loadPack('en'), isEasy, names: new Set(['pat', 'anneliese']) };
const hard = (text: string) => findingsIn(text, yardstick).flatMap((one) => (one.kind === 'hard' ? one.words : []));

it('a word that not every child knows is named', () => {
	expect(hard('Residents must notify personnel prior to departure.')).toEqual([
		'Residents',
		'notify',
		'personnel',
		'departure'
	]);
	expect(hard('You can ask any adult here. They must listen to you.')).toEqual([]);
});

it('names and numbers are not hard words', () => {
	expect(hard('Pat and Anneliese work here. Ask Oluwaseun, or Anneliese’s cover.')).toEqual([]);
	expect(hard('Ring 01632 960017 at 9 in the morning, room 4b.')).toEqual([]);
	expect(hard('Go to Llanfairpwll with Aunt Zebedee.')).toEqual([]);
});

it('what adults call it is told with the easier word, once', () => {
	const found = findingsIn('Your independent reviewing officer comes.', yardstick);
	expect(found.map(({ kind }) => kind)).toEqual(['word']);
	expect(
		findingsIn('This one single sentence has a good many more words than twelve, has it not?', yardstick)[0]
	).toEqual({ kind: 'long', count: 15 });
});

it('a section has figures: its words, its longest sentence, its hard words', () => {
	const texts = ['You can ask. They must listen to you.', 'Residents notify us.'];
	expect(figuresOf(texts, yardstick)).toEqual({
		words: 11,
		longest: { count: 5, sentence: 'They must listen to you' },
		hard: 18
	});
	expect(figuresOf([], yardstick)).toEqual({ words: 0, longest: { count: 0, sentence: '' }, hard: null });
	expect(figuresOf(texts, { ...yardstick, isEasy: null }).hard).toBeNull();
});

it('of another language nothing is said but its length', () => {
	const arabic = ['ينطلق جرس الإنذار. اخرج من أقرب باب.'];
	const welsh = ['Gelli di ofyn i unrhyw oedolyn yma am help.'];
	for (const texts of [arabic, welsh]) {
		expect(isForeign(texts, yardstick)).toBe(true);
		expect(figuresOf(texts, yardstick).hard).toBeNull();
	}
	expect(
		isForeign(
			['Residents notify personnel prior to departure from the premises, and they sign the book in the hall.'],
			yardstick
		)
	).toBe(false);
});

it('every idea wants a picture, a heading does not', () => {
	const line = { kind: 'line', words: 'Tea is at six.', symbol: '' };
	expect(
		withoutPicture([
			line,
			{ ...line, symbol: 'food' },
			{ ...line, kind: 'head' },
			{ ...line, words: ' ' },
			{ ...line, kind: 'ring' }
		])
	).toEqual([1, 5]);
});

it('what is written to one child is held to the children’s list, however short it is', () => {
	const reads = (text: string) => howItReads(text, yardstick);
	expect(reads('You get a box with a key. It fits in your drawer.')).toEqual([]);
	expect(reads('Pursuant to policy.')).toEqual([{ kind: 'hard', words: ['Pursuant', 'policy'] }]);
	expect(reads('constructor toString')).toEqual([{ kind: 'hard', words: ['constructor', 'toString'] }]);
	expect(reads('')).toBeNull();
});

it('a word that adults in care use is named with what a child would say, once', () => {
	const said = findingsIn('Your siblings, and a placement. A placement.', yardstick);
	expect(said).toContainEqual({ kind: 'word', word: 'siblings', easier: 'brothers and sisters' });
	expect(said.filter((one) => one.kind === 'word' && one.word === 'placement')).toHaveLength(1);
});

it('nothing is said of what the list does not know: another language, or no list', () => {
	expect(howItReads('نلتقي غدًا؟ نعم. سنمشي في الحديقة.', yardstick)).toBeNull();
	expect(howItReads('Mae’r gegin ar agor tan ddeg o’r gloch bob nos.', yardstick)).toBeNull();
	expect(howItReads('Pursuant to policy.', { ...yardstick, isEasy: null })).toBeNull();
});
