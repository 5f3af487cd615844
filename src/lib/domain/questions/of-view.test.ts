import { describe, expect, it } from 'vitest';
import {
	awayUntil,
	cardsFor,
	coverFor,
	labels,
	mayHaveGone,
	needsCard,
	newDevices,
	openWishes,
	planFirst
} from './of-view.ts';
import { promisesDue, readersNeedingYes, topicsOf, unseenAnswers } from './of-view.ts';
import { device, hours, mapleAs, NOW, person, topic, wish } from '../testing/maple.ts';
import type { Card, Pledge, Reader } from '../view.ts';

const card = (person_id: string): Card => ({
	...{ person_id, job: 'Key worker', things: [], reach: 'Ring', here: 'Days', picture: null, at: NOW }
});

describe('my key workers', () => {
	it('stand in their places, with card, absence and cover', () => {
		const [sam, jo] = cardsFor(mapleAs('robin', { cards: [card('jo')] }), 'robin', NOW);
		expect(sam).toMatchObject({ place: 1, card: null, away_until: hours(48), cover: { id: 'jo' } });
		expect(jo).toMatchObject({ place: 2, card: { job: 'Key worker' }, away_until: null, cover: null });
	});

	it('have nobody here for them while who covers is away, too', () => {
		const [leave] = mapleAs('robin').away;
		const away = [leave!, { ...leave!, id: 'ill', worker_id: 'jo', cover_id: 'sam' }];
		const covers = cardsFor(mapleAs('robin', { away }), 'robin', NOW).map(({ cover }) => cover);
		expect(covers).toEqual([null, null]);
		expect(coverFor(mapleAs('robin', { away }), 'sam', NOW)?.id).toBe('jo'); // and can read it all the same
	});

	it('are those of now, whom this device knows', () => {
		const [first] = mapleAs('robin').key_workers;
		const key_workers = [
			{ ...first!, child_id: 'robin', worker_id: 'lou', until: hours(-1) },
			{ ...first!, child_id: 'robin', worker_id: 'stranger' }
		];
		expect(cardsFor(mapleAs('robin', { key_workers }), 'robin', NOW)).toEqual([]);
	});

	it('owe a card until they have made one; a child owes none', () => {
		const view = mapleAs('sam', { cards: [card('jo')] });
		expect([needsCard(view), needsCard(view, 'jo'), needsCard(view, 'robin'), needsCard(view, 'stranger')]).toEqual([
			...[true, false, false, false]
		]);
	});

	it('are away until they are back', () => {
		expect(awayUntil(mapleAs('robin'), 'sam', NOW)).toBe(hours(48));
		expect(awayUntil(mapleAs('robin'), 'sam', hours(50))).toBeNull();
	});

	it('are covered by somebody who works here, and to whom the child did not say no', () => {
		const [leave] = mapleAs('robin').away;
		const with_ = (more: object, people = mapleAs('robin').people) =>
			coverFor(mapleAs('robin', { away: [{ ...leave!, ...more }], people }), 'sam', NOW)?.id;
		expect(with_({})).toBe('jo');
		expect(with_({ refused_by: ['robin'] })).toBeUndefined();
		expect(with_({ cover_id: null })).toBeUndefined();
		expect(with_({}, [person('jo', 'worker', { at_work: false })])).toBeUndefined();
		expect(with_({}, [person('jo', 'worker', { left_at: NOW })])).toBeUndefined();
	});
});

describe('what I said', () => {
	it('stands on the list in my order', () => {
		const items = [
			...[topic({ id: 'b', place: 2 }), topic({ id: 'a', place: 1 }), topic({ id: 'late', place: null, sent_at: NOW })],
			...[
				topic({ id: 'unplaced', place: null }),
				topic({ id: 'done', closed_at: NOW }),
				topic({ id: 'k', child_id: 'kai' })
			]
		];
		expect(topicsOf(mapleAs('robin', { items }), 'robin').map(({ id }) => id)).toEqual(['a', 'b', 'unplaced', 'late']);
	});

	it('and has no answer yet comes oldest first, in the plan with topics', () => {
		const items = [
			wish({ id: 'new', asked_at: NOW }),
			wish({ id: 'old' }),
			wish({ id: 'done', closed_at: NOW }),
			topic()
		];
		const view = mapleAs('robin', { items: [...items, wish({ id: 'note', kind: 'note' })] });
		expect(openWishes(view).map(({ id }) => id)).toEqual(['old', 'new']);
		expect(planFirst(view, 'robin').map(({ id }) => id)).toEqual(['old', 'topic', 'new']);
	});

	it('and was answered waits for my word whether it helped, newest first', () => {
		const helped = (at: string) => ({
			id: at,
			kind: 'helped' as const,
			person_id: 'robin',
			at,
			helped: 'yes' as const
		});
		const items = [
			...[wish({ id: 'a', answered_at: hours(-2) }), wish({ id: 'b', answered_at: hours(-1) }), wish({ id: 'open' })],
			wish({ id: 'said', answered_at: hours(-2), events: [helped(hours(-1))] }),
			wish({ id: 'again', answered_at: hours(-0.5), events: [helped(hours(-1))] }),
			wish({ id: 'gone', answered_at: hours(-1), taken_back_at: NOW })
		];
		expect(unseenAnswers(mapleAs('robin', { items })).map(({ id }) => id)).toEqual(['again', 'b', 'a']);
	});

	it('and reached somebody new waits for my yes to them', () => {
		const reader = (person_id: string, more: Partial<Reader> = {}): Reader => ({
			...{ person_id, why: 'handed_on', words: false, from_at: hours(-1), until: null },
			...more
		});
		const readers = [reader('lou'), reader('sam', { words: true }), reader('pat', { from_at: hours(1) })];
		const needing = (item: ReturnType<typeof wish>) => readersNeedingYes(mapleAs('robin'), item, NOW);
		expect(needing(wish({ readers })).map(({ person_id }) => person_id)).toEqual(['lou']);
		expect(needing(wish({ readers, may_move: false }))).toEqual([]);
	});
});

describe('what else a screen asks', () => {
	it('is which of my devices are new to me', () => {
		const fresh = { approved_at: null };
		const devices = [
			...[device("robin's tablet", 'robin', fresh), device('new', 'robin', fresh), device('known', 'robin')],
			...[device('lost', 'robin', { ...fresh, cut_off_at: NOW }), device('other', 'kai', fresh)]
		];
		expect(newDevices(mapleAs('robin', { devices })).map(({ id }) => id)).toEqual(['new']);
		const stopped = devices.map((one) => ({ ...one, stop: { by: "robin's tablet", at: NOW, contested_at: null } }));
		expect(newDevices(mapleAs('robin', { devices: stopped }))).toEqual([]); // it was settled
	});

	it('is which devices of a child may have gone with the adult who added them', () => {
		const added = { approved_at: null, invited_by: 'lou' };
		const devices = [device('phone', 'robin', added), device('sure', 'robin', { invited_by: 'lou' })];
		const gone = (more: object, by = person('lou', 'worker', { left_at: NOW })) => {
			const view = mapleAs('jo', { people: [person('robin', 'child'), person('jo', 'worker'), by] });
			return devices.map((one) => ({ ...one, ...more })).filter((one) => mayHaveGone(view, one));
		};
		expect(gone({}).map(({ id }) => id)).toEqual(['phone']); // Robin said yes to the other one
		expect(gone({}, person('lou', 'worker', { at_work: false })).map(({ id }) => id)).toEqual(['phone']);
		expect(gone({}, person('lou', 'worker'))).toEqual([]);
		expect(gone({ approved_by: ['jo'] })).toEqual([]);
		expect(gone({ approved_by: ['lou'] }).map(({ id }) => id)).toEqual(['phone']);
		expect(gone({ cut_off_at: NOW })).toEqual([]);
		expect(gone({ person_id: 'jo' })).toEqual([]);
		expect(gone({ invited_by: null })).toEqual([]);
	});

	it('is which promises are open, and which of them are late in the home’s own days', () => {
		const pledge = (id: string, due: string, kept: boolean | null = null): Pledge => ({
			...{ id, due, kept, child_id: 'robin', session_id: null, owner_id: 'sam', made_by: 'sam', words: 'I ring.' },
			...{ made_at: NOW, ended_at: null, because: null }
		});
		const promises = [pledge('b', '2026-12-02'), pledge('a', '2026-11-30'), pledge('kept', '2026-11-01', true)];
		expect(promisesDue(mapleAs('sam', { promises }), NOW).map(({ promise, late }) => [promise.id, late])).toEqual([
			['a', true],
			['b', false]
		]);
		expect(promisesDue(mapleAs('sam', { promises }), '2026-12-03T00:00:00Z').every(({ late }) => late)).toBe(true);
	});

	it('is what the home calls things, where it has a word of its own', () => {
		const { home } = mapleAs('robin');
		expect(labels(mapleAs('robin', { home: { ...home, labels: { wish: 'Ask', child: ' ' } } }))).toEqual({
			wish: 'Ask'
		});
	});
});
