import { expect, it } from 'vitest';
import { howItReads, readsEasily } from './how-it-reads.ts';

it('says nothing about short sentences in everyday words', () => {
	expect(readsEasily(howItReads('Sort the trip form together. Say how your new room feels.'))).toBe(true);
	expect(readsEasily(howItReads(''))).toBe(true);
});

it('names the first sentence of more than fifteen words', () => {
	const long = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen';
	expect(howItReads(`Short one. ${long}. Short two.`).long).toBe(long);
	expect(howItReads(long.split(' ').slice(0, 15).join(' ')).long).toBeNull();
});

it('counts a word with an apostrophe or a hyphen once, and a line as a sentence', () => {
	expect(howItReads(Array(8).fill("don't well-known").join('\n')).long).toBeNull();
});

it('offers what a child would say for a word that only adults use, once, in the order of the text', () => {
	expect(howItReads('Your placement, and contact with your siblings. A placement.').hard).toEqual([
		{ word: 'placement', plainer: 'home' },
		{ word: 'contact', plainer: 'family time' },
		{ word: 'siblings', plainer: 'brothers and sisters' }
	]);
});

it('reads Arabic sentences and is not fooled by the names of an object’s own things', () => {
	expect(readsEasily(howItReads('constructor toString'))).toBe(true);
	expect(readsEasily(howItReads('نلتقي غدًا؟ نعم. سنمشي في الحديقة.'))).toBe(true);
});
