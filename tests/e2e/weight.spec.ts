import { readFileSync } from 'node:fs';
import { weigh } from '../bench/weight.ts';
import { expect, test } from '../support/journey.ts';

/** Kilobytes of gzip. What is there now and a little more: whoever needs room here says why. */
// What says what went wrong after a press, and first.js: an old browser must read it too, and it asks what is kept. Today: whose
// device it is, what a device that was stopped says, and taking back for ten seconds what was pressed; what a view may hold for
// adults (who waits, the handover) is checked on every device. Offline: tap to hear, the register of complaints, a page for a
// review, evidence, and how staff come in (numbers, another password, a sheet of codes). Both: every page more is a row of the
// router's list (complaints: three, their register: one, a page for a review: four, evidence and audit: two, how staff come in:
// two; our time: three, the front of a drawer: one); what a child keeps off Today. Offline: recording and playing, and their words; a time that nobody
// planned, another time by pictures, what a time is for and what to do, what a child tells of themselves (four pages of the router's list more, and of Not sent yet). Plain pages: Listen shows itself only where a voice is no joke; whose guide it is stands above each page, and the device
// keeps what was chosen (four ways, and 0.2 of first.js). A nation: as much as England's.
const LIMITS = { door: 63.7, today: 89, plainScripts: 2.4, plain: 15.7, offline: 1080, nation: 330, all: 1490 };

test('what is fetched before something is seen, and all that is kept for offline, stays small', () => {
	const { door, today, help, guide, offline } = weigh();
	const kilobytes = (bytes: number) => bytes / 1024;
	expect(kilobytes(door.scripts)).toBeLessThan(LIMITS.door);
	expect(kilobytes(today.scripts)).toBeLessThan(LIMITS.today);
	expect([door, today].filter(({ scripts, files }) => kilobytes(scripts) < 28 || files < 5)).toEqual([]); // Kit alone is 28
	for (const page of [help, guide]) {
		expect(kilobytes(page.scripts)).toBeLessThan(LIMITS.plainScripts);
		expect(kilobytes(page.all)).toBeLessThan(LIMITS.plain);
		expect(page.sheets).toContainEqual(expect.stringContaining('/pack.')); // the sheet that a page of the guide wears
	}
	expect(kilobytes(offline.bytes)).toBeLessThan(LIMITS.offline);
	expect(offline.nations.length).toBeGreaterThan(0);
	for (const [nation, more] of offline.nations) {
		expect(kilobytes(more), nation).toBeLessThan(LIMITS.nation);
		expect(kilobytes(offline.bytes + more), nation).toBeLessThan(LIMITS.all); // 1.5 MB, whoever chose one
	}
});

test('what the pages say that a device keeps is what it fetches, in few answers', () => {
	const { files, fetched, bytes, said } = weigh().offline;
	expect(files).toBeGreaterThan(200);
	expect(fetched).toBeLessThan(20);
	expect(said - bytes / 1e6).toBeGreaterThanOrEqual(0);
	expect(said - bytes / 1e6).toBeLessThan(0.11);
	const page = readFileSync('build/200.html', 'utf8'); // where somebody begins who opens their drawer’s address with no signal
	expect(page).toContain(`data-size="${said.toFixed(1)}"`);
});
