import { describe, expect, it } from 'vitest';
import { story } from './story.ts';
import { hours, mapleAs, NOW, session, wish } from '../../testing/maple.ts';
import type { Reader } from '../../item.ts';

const view = mapleAs('robin', { sessions: [session()] });
const reader = (person_id: string, why: Reader['why'], from_at: string): Reader => ({
	...{ person_id, why, from_at, words: true, until: null }
});

describe('the story of a wish', () => {
	it('begins on this device, and goes on once it was sent', () => {
		expect(story(view, wish(), NOW, false)).toEqual([{ kind: 'waiting', at: hours(-1) }]);
		expect(story(view, wish(), NOW)).toEqual([{ kind: 'sent', at: hours(-1) }]);
	});

	it('tells who saw it, in which day’s plan it stands, and what the answer was', () => {
		const by = { person_id: 'jo' };
		const events = [
			{ ...by, id: 'o', kind: 'opened' as const, at: hours(-0.9) },
			{ ...by, id: 'p', kind: 'planned' as const, at: hours(-0.8), session_id: 'session' },
			{ ...by, id: 'q', kind: 'planned' as const, at: hours(-0.7), session_id: 'other' }
		];
		expect(story(view, wish({ events }), NOW)).toEqual([
			{ kind: 'sent', at: hours(-1) },
			events[0],
			{ ...events[1], starts_at: hours(53) },
			{ ...events[2], starts_at: null }
		]);
	});

	it('tells to whom it moved and will move, and who covers', () => {
		const readers = [
			...[
				reader('sam', 'picked', hours(-1)),
				reader('pat', 'handed_on', hours(24)),
				reader('jo', 'handed_on', hours(-0.5))
			],
			...[reader('lou', 'cover', hours(-0.4)), reader('max', 'cover', hours(2)), reader('ali', 'cover', hours(-1))]
		];
		expect(
			story(view, wish({ readers }), NOW).map((step) => [step.kind, 'person_id' in step ? step.person_id : ''])
		).toEqual([
			['sent', ''],
			['moved', 'jo'],
			['covered', 'lou'],
			['will_move', 'pat']
		]);
	});
});
