/**
 * `npm run bench:canary [ROUNDS]`: a new child on a new tablet says, draws, hears and begins things, and leaves by a lock, by
 * Hide or by a flat battery. Then everything that the browser wrote is searched for them, and everything the server printed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Tablet } from '../support/canary/chromium.ts';
import { findIn, findOnDisk, type Found } from '../support/canary/disk.ts';
import { keptBy } from '../support/canary/kept.ts';
import { leaveBy, newWord, plant, wordCanary, type Planted } from '../support/canary/plant.ts';
import { Home } from '../support/home.ts';

const rounds = Number(process.argv[2] ?? 50);
const port = Number(process.env['PORT'] ?? 4198);
const base = `http://127.0.0.1:${port}`;
const ways = ['lock', 'hide', 'kill'] as const;

const server = spawn(process.execPath, ['tests/support/demo-server.ts', String(port)]);
process.once('exit', () => server.kill());
let printed = '';
for (const stream of [server.stdout, server.stderr]) stream.on('data', (part: Buffer) => (printed += part.toString()));
while (!printed.includes('Sayso is open')) await once(server.stdout, 'data');

/** One child on one tablet. What was found of them. */
async function round(way: (typeof ways)[number], home: Home): Promise<{ found: Found[]; planted: Planted }> {
	const profile = mkdtempSync(join(tmpdir(), 'sayso-profile-'));
	const tablet = await Tablet.open(profile);
	try {
		const page = await tablet.context.newPage();
		await page.goto(base);
		const planted = await plant(page, home);
		const { child, canaries } = planted;
		if (way === 'kill')
			await page.waitForTimeout(4000); // the browser writes down open pages every few seconds
		else await leaveBy[way](child);
		const inPage = way === 'kill' ? [] : findIn(await keptBy(page), canaries);
		await (way === 'hide' ? tablet.close() : tablet.kill());
		const found = [...inPage.map((what) => ({ what, where: 'the page' })), ...findOnDisk(profile, canaries)];
		return { found, planted };
	} finally {
		await tablet.kill();
		rmSync(profile, { recursive: true, force: true });
	}
}

/** A word that is kept in plain, and how it is left: a search that does not find it proves nothing. */
async function control(way: 'close' | 'kill'): Promise<boolean> {
	const profile = mkdtempSync(join(tmpdir(), 'sayso-profile-'));
	const tablet = await Tablet.open(profile);
	const word = newWord();
	const page = await tablet.context.newPage();
	await page.goto(base);
	await page.evaluate(async (words) => {
		const request = indexedDB.open('plain', 1);
		request.onupgradeneeded = () => request.result.createObjectStore('rows');
		await new Promise((done) => (request.onsuccess = done));
		const { transaction } = request.result.transaction('rows', 'readwrite').objectStore('rows').put({ words }, 1);
		await new Promise((done) => transaction && (transaction.oncomplete = done));
	}, word);
	await tablet[way]();
	const found = findOnDisk(profile, [wordCanary('control', word)]).length > 0;
	rmSync(profile, { recursive: true, force: true });
	return found;
}

const home = await Home.at(base);
const all: Found[] = [];
let planted = 0;
for (let turn = 0; turn < rounds; turn++) {
	const way = ways[turn % ways.length] ?? 'lock';
	const one = await round(way, home);
	planted += one.planted.canaries.length;
	const told = findIn(printed, one.planted.canaries).map((what) => ({ what, where: 'what the server printed' }));
	all.push(...one.found, ...told);
	console.log(`${turn + 1}/${rounds} ${way}: ${one.found.length + told.length} found`);
}
const seen = (await control('close')) && (await control('kill'));
for (const { what, where } of all) console.log(`FOUND ${what} in ${where}`);
console.log(`canaries: ${all.length} of ${planted} found in ${rounds} rounds; control ${seen ? 'found' : 'NOT FOUND'}`);
process.exit(all.length === 0 && seen ? 0 : 1);
