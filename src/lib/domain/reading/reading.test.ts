import { describe, expect, it } from 'vitest';
import type { Draft } from './facts.ts';
import { getsWords, readersOf, whoWillSee } from './reading.ts';
import { hours, mapleAs, NOW, person, topic, wish } from '../testing/maple.ts';
import type { Away, View } from '../view.ts';
import type { Reader } from '../item.ts';

const draft = (more: Partial<Draft> = {}): Draft => ({
	...{
		kind: 'wish',
		readers: ['sam'],
		left_out: [],
		may_move: true,
		shown: ['jo', 'pat', 'morgan', 'lou'],
		about: null
	},
	...more
});
const told = (readers: Reader[], now = NOW): string[] =>
	readers.map(({ person_id, why, words, from_at, until }) => {
		const hour = (time: string) => (Date.parse(time) - Date.parse(now)) / 3_600_000;
		const end = until === null ? '' : ` to ${hour(until)}h`;
		return `${person_id} ${why}${words ? '' : ' without words'} from ${hour(from_at)}h${end}`;
	});
const see = (view: View, more: Partial<Draft> = {}) => told(whoWillSee(view, draft(more), NOW));
const away = (worker_id: string, cover_id: string | null, more: Partial<Away> = {}): Away => ({
	...{ id: `${worker_id} away`, worker_id, cover_id, from_at: hours(-24), until: hours(48), refused_by: [] },
	...more
});
const quiet = { away: [] };

describe('a wish to a key worker', () => {
	it('is read by them, then by the other one and the manager, then the responsible individual', () => {
		expect(see(mapleAs('robin', quiet))).toEqual([
			...['sam picked from 0h', 'jo handed_on from 24h', 'pat handed_on from 24h', 'morgan handed_on from 48h']
		]);
	});

	it('shows the next ones no words when they are not to move', () => {
		expect(see(mapleAs('robin', quiet), { may_move: false })).toContain('jo handed_on without words from 24h');
	});

	it('shows whoever was not shown no words', () => {
		expect(see(mapleAs('robin', quiet), { shown: ['jo'] })).toContain('pat handed_on without words from 24h');
	});

	it('reaches the manager as soon when there is no other key worker', () => {
		const { key_workers } = mapleAs('robin');
		const view = mapleAs('robin', {
			...quiet,
			key_workers: key_workers.filter(({ worker_id }) => worker_id === 'sam')
		});
		expect(see(view)).toEqual(['sam picked from 0h', 'pat handed_on from 24h', 'morgan handed_on from 48h']);
	});

	it('goes past the manager when they were left out', () => {
		expect(see(mapleAs('robin', quiet), { left_out: ['pat', 'jo'] })).toEqual([
			...['sam picked from 0h', 'morgan handed_on from 24h']
		]);
	});

	it('moves at once when they are not at work, and not because they are the child’s key worker no more', () => {
		const people = mapleAs('robin').people.map((one) => (one.id === 'sam' ? { ...one, at_work: false } : one));
		expect(see(mapleAs('robin', { ...quiet, people }))).toEqual([
			...['jo handed_on from 0h', 'pat handed_on from 0h', 'morgan handed_on from 48h']
		]);
		const key_workers = mapleAs('robin').key_workers.map((one) =>
			one.worker_id === 'sam' ? { ...one, until: hours(-0.5) } : one
		);
		const view = mapleAs('robin', { ...quiet, key_workers });
		expect(told(readersOf(view, wish(), NOW))).toContain('jo handed_on from 23h');
	});

	it('does not stop at a manager who is not there', () => {
		const people = mapleAs('robin').people.map((one) => (one.id === 'pat' ? { ...one, at_work: false } : one));
		expect(see(mapleAs('robin', { ...quiet, people }))).toEqual([
			...['sam picked from 0h', 'jo handed_on from 24h', 'morgan handed_on from 48h']
		]);
	});

	it('goes to nobody whom this device has never heard of', () => {
		expect(see(mapleAs('robin', quiet), { readers: ['stranger'] })).toEqual([
			...['pat handed_on from 0h', 'morgan handed_on from 48h']
		]);
		const key_workers = [{ ...mapleAs('robin').key_workers[0]!, child_id: 'robin', worker_id: 'stranger' }];
		expect(see(mapleAs('robin', { ...quiet, key_workers }), { readers: ['lou'] })).toHaveLength(3);
	});
});

describe('something to other people than a key worker', () => {
	it('moves to the manager, not to a key worker whom the child did not pick', () => {
		expect(see(mapleAs('robin', quiet), { readers: ['lou'] })).toEqual([
			...['lou picked from 0h', 'pat handed_on from 24h', 'morgan handed_on from 48h']
		]);
	});

	it('like a complaint never reaches the person whom it is about, nor whom they cover for', () => {
		const view = mapleAs('robin', { away: [away('lou', 'pat')] });
		expect(see(view, { kind: 'complaint', readers: ['lou'], about: 'pat' })).toEqual([
			...['lou picked from 0h', 'morgan handed_on from 24h']
		]);
		expect(see(view, { kind: 'request', readers: ['pat'], about: 'sam' })).toEqual([
			...['pat picked from 0h', 'morgan handed_on from 24h']
		]);
	});

	it('like a complaint never reaches whoever covers for the person whom it is about', () => {
		const view = mapleAs('robin', { away: [away('pat', 'sam', { until: hours(99) })] });
		expect(see(view, { kind: 'complaint', readers: ['lou'], about: 'pat', shown: ['sam'] })).toEqual([
			...['lou picked from 0h', 'morgan handed_on without words from 24h']
		]);
	});

	it('like a topic never moves', () => {
		expect(see(mapleAs('robin', quiet), { kind: 'topic' })).toEqual(['sam picked from 0h']);
		const view = mapleAs('robin', quiet);
		expect(told(readersOf(view, wish({ unread_hours: null }), NOW))).toEqual(['sam picked from -1h']);
	});

	it('like a note is read by whoever wrote it down, too', () => {
		expect(see(mapleAs('lou', quiet), { kind: 'note', child: 'robin' })).toEqual([
			...['lou author from 0h', 'sam picked from 0h']
		]);
	});
});

describe('whoever covers', () => {
	it('reads as long as the other is away, and words only if they were shown', () => {
		expect(see(mapleAs('robin'), { readers: ['sam'] })).toContain('jo cover from 0h to 48h');
		expect(see(mapleAs('robin'), { readers: ['sam'], shown: [] })).toContain('jo cover without words from 0h to 48h');
	});

	it('reads from when the other goes', () => {
		const view = mapleAs('robin', { away: [away('jo', 'lou', { from_at: hours(30), until: hours(40) })] });
		expect(see(view)).toContain('lou cover from 30h to 40h');
	});

	it('reads nothing when the child said no, or when nobody covers', () => {
		const refused = mapleAs('robin', { away: [away('sam', 'lou', { refused_by: ['robin'] }), away('sam', null)] });
		expect(see(refused).filter((one) => one.includes('cover'))).toEqual([]);
	});

	it('reads nothing of what leaves them out, or whom they cover for', () => {
		const view = mapleAs('robin', { away: [away('sam', 'lou'), away('jo', 'lou')] });
		expect(see(view, { left_out: ['lou'] }).filter((one) => one.includes('lou'))).toEqual([]);
		expect(see(view, { left_out: ['jo'] })).toEqual([
			...['lou cover from 0h to 48h', 'sam picked from 0h', 'pat handed_on from 24h', 'morgan handed_on from 48h']
		]);
	});

	it('is nobody who has left, and no child', () => {
		const people = [...mapleAs('robin').people, person('max', 'worker', { left_at: hours(-1) })];
		const view = mapleAs('robin', { people, away: [away('sam', 'max'), away('sam', 'kai'), away('sam', 'stranger')] });
		expect(see(view).filter((one) => one.includes('cover'))).toEqual([]);
	});

	it('covers no more for who has left', () => {
		const people = mapleAs('robin').people.map((one) => (one.id === 'sam' ? { ...one, left_at: hours(-1) } : one));
		expect(see(mapleAs('robin', { people })).filter((one) => one.includes('cover'))).toEqual([]);
	});

	it('gets words when the child says yes to them', () => {
		const view = mapleAs('robin', { away: [away('sam', 'lou'), away('jo', 'lou')] });
		const reader = { person_id: 'lou', why: 'cover', words: false, from_at: hours(-1), until: hours(48) } as const;
		const still = wish({ may_move: false });
		expect(getsWords(view, still, reader)).toBe(true);
		expect(getsWords(view, still, { ...reader, person_id: 'morgan' })).toBe(false);
		expect(getsWords(view, still, { ...reader, from_at: hours(-99) })).toBe(false);
		expect(getsWords(view, still, { ...reader, until: null })).toBe(false);
		expect(getsWords(view, { ...still, picked: null }, reader)).toBe(false);
		expect(getsWords(view, { ...still, picked: ['pat'] }, reader)).toBe(false);
		expect(getsWords(view, still, { ...reader, why: 'handed_on' })).toBe(false);
		expect(getsWords(view, wish(), { ...reader, why: 'handed_on' })).toBe(true);
		expect(getsWords(view, still, { ...reader, why: 'picked', words: true })).toBe(true);
	});
});

describe('what was sent', () => {
	const view = mapleAs('robin', quiet);
	const read = (more: Parameters<typeof wish>[0], as: View = view) => told(readersOf(as, wish(more), NOW));

	it('stays unread no longer once it was opened: then only the answer’s clock runs', () => {
		expect(read({ opened_at: hours(-0.5) })).toContain('jo handed_on from 167h');
		expect(read({ opened_at: hours(-0.5) })).toContain('pat handed_on from 167h');
		expect(read({ sent_at: hours(-40), asked_at: hours(-40), opened_at: hours(-2) })).toContain(
			'jo handed_on from -16h'
		);
	});

	it('moves no further once it has an answer', () => {
		expect(read({ closed_at: hours(-0.5), answered_at: hours(-0.5) })).toEqual(['sam picked from -1h']);
	});

	it('is not read by a key worker who came after the answer', () => {
		const late = view.key_workers.map((one) => (one.worker_id === 'jo' ? { ...one, from_at: hours(-0.5) } : one));
		const old = { sent_at: hours(-90), asked_at: hours(-90), closed_at: hours(-9), answered_at: hours(-9) };
		expect(read(old)).toContain('jo handed_on from -66h');
		expect(read(old, { ...view, key_workers: late })).not.toContain('jo handed_on from -0.5h');
	});

	it('is read by whoever was picked for as long as they work there, whatever their role', () => {
		const ended = view.key_workers.map((one) => (one.worker_id === 'sam' ? { ...one, until: hours(-0.5) } : one));
		expect(read({}, { ...view, key_workers: ended })).toContain('sam picked from -1h');
		const people = view.people.map((one) => (one.id === 'sam' ? { ...one, left_at: hours(-0.5) } : one));
		expect(read({}, { ...view, people })).not.toContain('sam picked from -1h');
	});

	it('and taken back stays only with whoever had opened it', () => {
		const taken = { taken_back_at: hours(-0.1), closed_at: hours(-0.1), opened_at: hours(-0.5) };
		const opened = { id: 'o', kind: 'opened', person_id: 'sam', at: hours(-0.5) } as const;
		expect(read({ ...taken, picked: ['sam', 'lou'], events: [opened] })).toEqual(['sam picked from -1h']);
		expect(read({ ...taken, opened_at: null, events: [opened] })).toEqual([]);
	});

	it('and asked again was opened before, as all know', () => {
		const opened = { id: 'o', kind: 'opened', person_id: 'sam', at: hours(-5) } as const;
		const taken = { taken_back_at: hours(-0.1), closed_at: hours(-0.1), sent_at: hours(-9), events: [opened] };
		expect(read(taken)).toEqual(['sam picked from -9h']);
	});

	it('and shared to keep safe is read by whoever was left out', () => {
		const event = { with_ids: ['lou', 'stranger'], because: 'I fear harm.', told_child: true, hidden: false };
		const raised = { id: 'r', kind: 'raised', person_id: 'sam', at: hours(-0.5), ...event } as const;
		expect(read({ left_out: ['lou'], events: [raised] })).toContain('lou raised from -0.5h');
	});

	it('by somebody else shows no list of whom they picked', () => {
		const topicOfKai = topic({ picked: null, left_out: null, shown: null });
		expect(readersOf(view, topicOfKai, NOW)).toEqual([]);
	});

	it('moves to the other key worker only if it went to one, whenever that was', () => {
		expect(read({ as_key_worker: [] })).not.toContain('jo handed_on from 23h');
		const since = view.key_workers.map((one) => (one.worker_id === 'sam' ? { ...one, from_at: hours(-0.6) } : one));
		const later = { ...view, key_workers: since };
		expect(read({ asked_at: hours(-0.5), as_key_worker: ['sam'] }, later)).toContain('jo handed_on from 23.5h');
		expect(read({}, later)).not.toContain('jo handed_on from 23h'); // an older snapshot: as it was when it was sent
	});
});
