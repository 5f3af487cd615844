import { expect, it } from 'vitest';
import { hours, mapleAs, NOW, wish } from '../../testing/maple.ts';
import type { ItemEvent } from '../../item.ts';
import { answerBy, answerOf, askedAgain, isAnswerOverdue, recentlyAsked, unseenAnswers } from './answers.ts';

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

const by = (id: string, person_id: string) => ({ id, person_id, at: NOW });
const answered = (id: string): ItemEvent => ({
	...{
		...by(id, 'sam'),
		kind: 'answered' as const,
		answer: 'no' as const,
		because: 'Not on a school day',
		will_happen: null
	},
	...{ by_day: null, asked_whom: null, asked_on: null }
});
const again: ItemEvent = { ...by('again', 'robin'), kind: 'reopened', words: 'But in the holidays?' };

it('the answer is the newest one', () => {
	expect(answerOf(wish())).toBeNull();
	expect(answerOf(wish({ events: [answered('first'), again, answered('second')] }))?.id).toBe('second');
});

it('it was asked again, until that is answered, too', () => {
	expect(askedAgain(wish())).toBeUndefined();
	expect(askedAgain(wish({ events: [answered('first'), again] }))).toEqual({ words: 'But in the holidays?' });
	expect(askedAgain(wish({ events: [answered('first'), again, answered('second')] }))).toBeUndefined();
});

it('what I asked for is new answers, then what waits longest, then what was answered this week: five of those', () => {
	const waiting = (id: string, since: number) => wish({ id, asked_at: hours(since) });
	const done = (id: string, since: number) => wish({ id, answered_at: hours(since), closed_at: hours(since) });
	const items = [
		...[waiting('young', -1), waiting('old', -9), done('known', -2), done('fresh', -3), done('fresher', -1)],
		...[done('long ago', -8 * 24), wish({ id: 'taken back', taken_back_at: NOW, closed_at: NOW })],
		...[wish({ id: 'topic', kind: 'topic' }), wish({ id: 'for kai', author_id: 'kai' })]
	];
	const asked = (more = items) =>
		recentlyAsked(mapleAs('robin', { items: more }), NOW, ({ id }) => id.startsWith('fresh')).map(({ id }) => id);
	expect(asked()).toEqual(['fresher', 'fresh', 'old', 'young', 'known']);
	const many = [1, 2, 3, 4, 5, 6].map((age) => waiting(`waits ${age}`, -age));
	expect(asked([...items, ...many])).toHaveLength(2 + 5);
});

it('by when it is answered is what was last said, until it is asked again', () => {
	const says = (id: string, by_day: string, at: number): ItemEvent => ({
		...{ id, person_id: 'sam', at: hours(at), kind: 'handled', by_day }
	});
	const events = [says('first', '2026-12-02', -3), says('second', '2026-12-04', -2)];
	const asked = (at: number) => wish({ asked_at: hours(at), events });
	expect(answerBy(wish())).toBeNull();
	expect(answerBy(asked(-4))?.id).toBe('second');
	expect(answerBy(asked(-1))).toBeNull();
	expect(isAnswerOverdue(asked(-4), '2026-12-04')).toBe(false);
	expect(isAnswerOverdue(asked(-4), '2026-12-05')).toBe(true);
	expect(isAnswerOverdue({ ...asked(-4), closed_at: NOW }, '2026-12-05')).toBe(false);
	expect(isAnswerOverdue(wish(), '2026-12-05')).toBe(false);
});
