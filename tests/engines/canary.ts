import { setTimeout as wait } from 'node:timers/promises';
import { findOnDisk } from '../support/canary/disk.ts';
import { newWord, wordCanary } from '../support/canary/plant.ts';
import type { Firefox } from './firefox.ts';
import { Hands, asks } from './journey.ts';

/** Firefox writes down open pages, and what stands in their fields, every 15 seconds. */
const WRITTEN_DOWN = 20_000;

/** Words that lie in plain, so that a search that finds nothing proves something: kept by a page, and typed into a field. */
const PLAIN = `
	const request = indexedDB.open('plain', 1);
	request.onupgradeneeded = () => request.result.createObjectStore('rows');
	await new Promise((done) => (request.onsuccess = done));
	const { transaction } = request.result.transaction('rows', 'readwrite').objectStore('rows').put({ words: WORDS.kept }, 1);
	await new Promise((done) => (transaction.oncomplete = done));
	const field = document.querySelector('main').appendChild(document.createElement('textarea'));
	field.id = 'plain';
	field.value = WORDS.typed;
	field.dispatchEvent(new Event('input', { bubbles: true }));`;

/** A child asks for something and is in the middle of a sentence when the battery goes. What of it lies on the disk. */
export async function nothingOnDisk(firefox: Firefox, base: string): Promise<void> {
	const hands = new Hands(firefox);
	const word = { asked: newWord(), begun: newWord() };
	const plain = { kept: newWord(), typed: newWord() };
	await firefox.go(`${base}/`);
	await hands.press(/Open Robin’s drawer/);
	await hands.sees(/^Hello Robin/, 'h1', 60);
	await asks(hands, word.asked);
	await hands.press(/^All I asked/);
	await hands.press(/^Today/);
	await hands.press(/Ask for something/);
	await hands.press(/^Food$/);
	await hands.pressIfThere(/^Write$/);
	await hands.writes(word.begun);
	await firefox.run(PLAIN.replaceAll('WORDS', JSON.stringify(plain)));
	await wait(WRITTEN_DOWN);
	await firefox.kill();
	const canaries = Object.entries({ ...word, ...plain }).map(([what, one]) => wordCanary(what, one));
	const found = [...new Set(findOnDisk(firefox.profile, canaries).map(({ what }) => what))].toSorted();
	if (found.join() !== 'kept,typed') throw new Error(`found on the disk: ${found.join(', ') || 'nothing'}`);
}
