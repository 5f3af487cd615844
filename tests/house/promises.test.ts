import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What a child's screens promise, word by word, and the test that would fail if it were not so: a file, and part of its name. */
const E2E = 'tests/e2e';
const SQL = 'supabase/tests/sql';
const promises: Record<string, [file: string, name: string]> = {
	'unclear.sees': [`${SQL}/unclear.test.sql`, 'a mark has no words, no person and no hour'],
	'privacy.pick': [`${E2E}/ask.spec.ts`, 'reach exactly those whose faces were shown'],
	'privacy.cover': [`${SQL}/reading.test.sql`, 'Jo covers and reads what Sam has'],
	'privacy.moves': [`${E2E}/ask.spec.ts`, 'whether the words may go on to the next person'],
	'privacy.words': [`${E2E}/ask.spec.ts`, 'whether the words may go on to the next person'],
	'privacy.leaveOut': [`${E2E}/left-out.spec.ts`, 'finds no trace'],
	'privacy.seen': [`${E2E}/story.spec.ts`, 'a child sees who opened it'],
	'privacy.records': [`${SQL}/taken_back.test.sql`, 'Robin keeps it, marked'],
	'privacy.draft': [`${E2E}/promises.spec.ts`, 'no word of it leaves the tablet before Send'],
	'privacy.back': [`${E2E}/story.spec.ts`, 'after it was opened, taking it back says who can still read it'],
	'privacy.readAny': [`${SQL}/reading.test.sql`, 'Robin keeps all of it'],
	'ask.limits.chosen': [`${E2E}/ask.spec.ts`, 'reach exactly those whose faces were shown'],
	'ask.limits.again': [`${SQL}/reading.test.sql`, 'Robin keeps all of it'],
	'ask.safeHere': [`${E2E}/promises.spec.ts`, 'It is safe in your drawer. Nobody else can see it yet.'],
	'ask.isKept': [`${E2E}/ask-keeping.spec.ts`, 'what was begun is still there after a lock and a reload'],
	'ask.notKept': [`${E2E}/storage.spec.ts`, 'storage full: the screen says so'],
	'ask.who.notHint': [`${E2E}/ask.spec.ts`, 'finds no trace of it, not even while covering'],
	'ask.who.notUnless': [`${SQL}/keep_safe.test.sql`, 'leaving out never blocks keeping safe'],
	'ask.who.unsureBack': [`${E2E}/story.spec.ts`, 'before anybody has opened it, taking it back'],
	'ask.send.newCover': [`${E2E}/story.spec.ts`, 'reads nothing until the child says yes'],
	'ask.send.nobodyToday': [`${E2E}/ask.spec.ts`, 'finds no trace of it, not even while covering'],
	'ask.send.unread': [`${SQL}/reading.test.sql`, 'Robin sees a cover that is planned, with its time'],
	'ask.send.lateTell': [`${E2E}/ask.spec.ts`, 'whether the words may go on to the next person'],
	'card.another.unseen': [`${SQL}/requests_and_notes.test.sql`, 'view has changed'],
	'card.another.cover': [`${SQL}/requests_and_notes.test.sql`, 'not even while Sam covers for Pat, who was asked'],
	'card.another.decides': [`${E2E}/key-workers.spec.ts`, 'the manager gets it, and the key worker never sees it'],
	'card.change.was': [`${E2E}/key-workers.spec.ts`, 'who was my key worker before, until when and why'],
	'card.refuseSaid': [`${SQL}/key_workers_and_away.test.sql`, 'Robin says no to a cover'],
	'door.forgot.start': [`${E2E}/promises.spec.ts`, 'Your things come back.'],
	'door.forgot.some': [`${SQL}/law_one.test.sql`, 'it shows what Sam could read anyway'],
	'door.forgot.stays': ['tests/faults/drawer.test.ts', 'it leaves the shut drawer when the network is back'],
	'door.forgot.goes': ['src/lib/client/local/drafts.test.ts', 'belongs to one screen, one item and one child'],
	'door.lock.waitWhy': [`${E2E}/shared-tablet.spec.ts`, 'leaves the other drawer alone'],
	'door.noScript': [`${E2E}/door.spec.ts`, 'help, the guide and how to get an advocate are one press away'],
	'join.making.failed': ['tests/faults/joining.test.ts', 'the drawer is there, or the same code works again'],
	'join.code.offline': [`${E2E}/join.spec.ts`, 'with no network a new drawer says what it needs'],
	'join.tablet.opens': [`${SQL}/tablets.test.sql`, 'it has no view'],
	'here.stays': [`${E2E}/paired.spec.ts`, 'until an adult ends it'],
	'join.code.scanKept': ['tests/house/laws.test.ts', 'the camera is asked for a code only'],
	'join.picture.none': [`${E2E}/promises.spec.ts`, 'a new name and picture are for the others'],
	'look.onlyHere': [`${E2E}/my-things.spec.ts`, 'my look is mine'],
	'look.lock.idle_other': ['src/lib/platform/presence.test.ts', 'for five minutes: the drawer shuts'],
	'look.lock.changed': [`${E2E}/my-things.spec.ts`, 'a lock can be changed by who knows the old one'],
	'look.name.drawer': [`${E2E}/promises.spec.ts`, 'The front of your drawer on this tablet stays as it is.'],
	'look.name.said': [`${E2E}/join.spec.ts`, 'picks a name, a front and a lock'],
	'devices.asks': [`${SQL}/law_one.test.sql`, 'it shows what Sam could read anyway'],
	'today.fetchMeanwhile': [`${E2E}/promises.spec.ts`, 'You can look at Help now while you wait.'],
	'devices.switchOffSaid': ['tests/faults/drawer.test.ts', 'is whole again when the person is let in again'],
	'devices.oldSaid': ['tests/faults/drawer.test.ts', 'whose lock was forgotten is for the same person'],
	'notices.offline': [`${E2E}/ask-keeping.spec.ts`, 'it waits on this tablet, and goes by itself, once'],
	'notices.updateSaid': [`${E2E}/network-update.spec.ts`, 'waits for them, and keeps every word'],
	'notices.storage_full': [`${E2E}/storage.spec.ts`, 'storage full: the screen says so'],
	'notices.refused.intro': [`${E2E}/needs-you.spec.ts`, 'its words were never lost'],
	'notices.refused.takeSaid': [`${E2E}/needs-you.spec.ts`, 'goes only when I say so twice'],
	'notices.unread': [`${E2E}/promises.spec.ts`, 'what cannot be read any more on this device is told'],
	'notices.cutOff.unsent': [`${E2E}/network.spec.ts`, 'shows what did not go, to be copied'],
	'story.one.waitingHint': [`${E2E}/ask-keeping.spec.ts`, 'it waits on this tablet, and goes by itself, once'],
	'story.one.movedNoWords': [`${SQL}/reading.test.sql`, 'a face that was not shown gets no words'],
	'story.letIn.until': [`${E2E}/story.spec.ts`, 'reads nothing until the child says yes'],
	'story.takeBack.unread': [`${SQL}/taken_back.test.sql`, 'and can no longer open or answer it'],
	'story.takeBack.marked': [`${SQL}/taken_back.test.sql`, 'law 8: marked as taken back'],
	'story.reopen.hint': [`${E2E}/story.spec.ts`, 'asks again, with the new words'],
	'shared.intro': [`${SQL}/reading.test.sql`, 'Robin keeps all of it'],
	'time.notToday.done': [`${E2E}/time.spec.ts`, 'asks for no reason and says that nothing bad happens'],
	'time.agreement.counts': [`${E2E}/time.spec.ts`, 'how we meet: the child says yes, or asks to change it'],
	'list.form.readBefore': [`${E2E}/list.spec.ts`, 'taken off, said who had read it'],
	'list.hint': [`${E2E}/list.spec.ts`, 'which session it is planned for']
};

/** Whole pages of words that only promise. Titles, buttons and what adults do is not ours to prove. */
const wholly: Record<string, string[]> = {
	privacy: ['title', 'hurtTitle', 'draftTitle', 'most'],
	'ask.limits': ['title', 'read', 'written', 'stays']
};

const textOf = (key: string): unknown => {
	const [page = '', ...path] = key.split('.');
	const words: unknown = JSON.parse(readFileSync(`src/lib/i18n/locales/en/${page}.json`, 'utf8'));
	return path.reduce((at, part) => (at as Record<string, unknown> | undefined)?.[part], words);
};

describe('a promise on a screen has a test with its name', () => {
	it.each(Object.entries(promises))('%s', (key, [file, name]) => {
		expect(textOf(key)).toBeTypeOf('string');
		expect(readFileSync(file, 'utf8')).toContain(name);
	});

	it.each(Object.entries(wholly))('each one on %s', (page, others) => {
		const said = Object.keys(textOf(page) as object).filter((key) => !others.includes(key));
		expect(said.filter((key) => !(`${page}.${key}` in promises))).toEqual([]);
	});
});
