import { describe, expect, it } from 'vitest';
import type { CallArgs } from '../calls.ts';
import { after, hours, mapleAs, NOW, refusal, session } from '../testing/maple.ts';
import type { Agreement, Pledge } from '../view.ts';

const pledge = (more: Partial<Pledge> = {}): Pledge => ({
	...{ id: 'promise', child_id: 'robin', session_id: null, owner_id: 'sam', made_by: 'sam', words: 'I ring.' },
	...{ due: '2026-12-05', made_at: hours(-9), ended_at: null, kept: null, because: null },
	...more
});

describe('a promise', () => {
	const args: CallArgs['make_promise'] = {
		...{ id: 'new', child: 'robin', session: 'session', owner: 'jo', words: 'I ring your brother.', due: '2026-12-04' }
	};
	const sam = mapleAs('sam', { sessions: [session()], promises: [pledge()] });

	it('is made to a child by whoever works with them, and the soonest stands first', () => {
		const { promises } = after(sam, 'make_promise', args);
		expect(promises.map(({ id }) => id)).toEqual(['new', 'promise']);
		expect(promises[0]).toMatchObject({
			owner_id: 'jo',
			made_by: 'sam',
			made_at: NOW,
			kept: null,
			session_id: 'session'
		});
		expect(refusal(mapleAs('lou'), 'make_promise', args)).toBe('not_yours');
	});

	it('has an owner who works here, a day, and words', () => {
		const why = (more: Partial<CallArgs['make_promise']>) => refusal(sam, 'make_promise', { ...args, ...more });
		expect(why({ owner: 'kai' })).toBe('not_yours');
		expect(why({ session: 'stranger' })).toBe('not_yours');
		expect(why({ session: null })).toBeNull();
		expect(why({ words: ' ' })).toBe('promise_needs_words');
		expect(why({ words: 'x'.repeat(301) })).toBe('promise_needs_words');
		expect(why({ id: 'promise' })).toBe('already_there');
	});

	it('is not shown to somebody from above who only covers, unless it is theirs', () => {
		const away = [{ ...sam.away[0]!, cover_id: 'morgan' }];
		const morgan = mapleAs('morgan', { away });
		expect(after(morgan, 'make_promise', { ...args, session: null }).promises).toEqual([]);
		expect(after(morgan, 'make_promise', { ...args, session: null, owner: 'morgan' }).promises).toHaveLength(1);
	});

	it('is kept, or not kept for a reason', () => {
		const end = { promise: 'promise', kept: true, because: null };
		expect(after(sam, 'end_promise', end).promises[0]).toMatchObject({ kept: true, ended_at: NOW });
		expect(refusal(sam, 'end_promise', { ...end, kept: false })).toBe('broken_needs_reason');
		expect(refusal(sam, 'end_promise', { ...end, kept: false, because: 'x'.repeat(301) })).toBe('because_too_long');
		expect(refusal(sam, 'end_promise', { ...end, kept: false, because: 'They were out.' })).toBeNull();
	});

	it('ends once, by its owner or whoever works with the child', () => {
		const end = { promise: 'promise', kept: true, because: null };
		const lou = (more: Partial<Pledge>) => refusal(mapleAs('lou', { promises: [pledge(more)] }), 'end_promise', end);
		expect(lou({})).toBe('not_yours');
		expect(lou({ owner_id: 'lou' })).toBeNull();
		expect(lou({ owner_id: 'lou', ended_at: NOW })).toBe('already_there');
		expect(refusal(mapleAs('sam'), 'end_promise', end)).toBe('not_yours');
	});
});

describe('how we meet', () => {
	const terms = { how_often: 'Weekly', where_we_meet: 'Garden', how_to_stop: 'Hand up', notes_kept: 'In my file' };
	const offer = { id: 'new', child: 'robin', ...terms };
	const agreement = (more: Partial<Agreement> = {}): Agreement => ({
		...{ id: 'old', child_id: 'robin', made_by: 'sam', made_at: hours(-9), ...terms, agreed: [] },
		...more
	});
	const robin = mapleAs('robin', { agreements: [agreement()] });

	it('is offered by either, who has said yes to it, and the newest counts', () => {
		const view = after(
			{ ...robin, agreements: [agreement({ id: 'kai’s', child_id: 'kai' }), agreement()] },
			'offer_agreement',
			offer
		);
		expect(view.agreements.map(({ id }) => id)).toEqual(['kai’s', 'new']);
		expect(view.agreements[1]?.agreed).toEqual([{ person_id: 'robin', at: NOW }]);
		expect(refusal(mapleAs('sam'), 'offer_agreement', offer)).toBeNull();
		expect(refusal(mapleAs('lou'), 'offer_agreement', offer)).toBe('not_yours');
		expect(refusal(mapleAs('sam'), 'offer_agreement', { ...offer, child: 'sam' })).toBe('not_yours');
		expect(refusal(robin, 'offer_agreement', { ...offer, id: 'old' })).toBe('already_there');
	});

	it('says each thing in a line', () => {
		const long = 'x'.repeat(301);
		expect(refusal(robin, 'offer_agreement', { ...offer, how_often: long })).toBe('how_often_too_long');
		expect(refusal(robin, 'offer_agreement', { ...offer, where_we_meet: long })).toBe('where_too_long');
		expect(refusal(robin, 'offer_agreement', { ...offer, how_to_stop: long })).toBe('how_to_stop_too_long');
		expect(refusal(robin, 'offer_agreement', { ...offer, notes_kept: long })).toBe('notes_too_long');
	});

	it('is agreed once by each', () => {
		const yes = after(robin, 'agree', { agreement: 'old' });
		expect(yes.agreements[0]?.agreed).toEqual([{ person_id: 'robin', at: NOW }]);
		expect(after(yes, 'agree', { agreement: 'old' }, hours(1))).toEqual(yes);
		expect(refusal(mapleAs('sam', { agreements: [agreement()] }), 'agree', { agreement: 'old' })).toBeNull();
		expect(refusal(mapleAs('pat', { agreements: [agreement()] }), 'agree', { agreement: 'old' })).toBe('not_yours');
		expect(refusal(mapleAs('robin'), 'agree', { agreement: 'old' })).toBe('not_yours');
	});
});
