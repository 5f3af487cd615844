import type { Evidence } from '../evidence.ts';

const none = { count: 0, median: null, longest: null };

/** What a home with two children has to show, of three months. */
export const evidence = (more: Partial<Evidence> = {}): Evidence => ({
	...{ at: '2026-06-16T08:12:00Z', from: '2026-03-01', to: '2026-05-31', people: { children: 2, adults: 5 } },
	asking: {
		months: [
			{ month: '2026-03', asked: 12, answered: 12 },
			{ month: '2026-04', asked: 15, answered: 14 },
			{ month: '2026-05', asked: 14, answered: 12 }
		],
		late: 1
	},
	answers: {
		kinds: { yes: 17, partly: 9, no: 6, not_now: 4, not_mine: 2 },
		...{ late: 6, days: [9, 13, 10, 4, 2], took: { count: 38, median: 3, longest: 19 } },
		...{ asked_again: 5, did_not_help: null }
	},
	rhythm: { days: 7, times: 26, met: 24 },
	sessions: { held: 25, cancelled: 1, not_recorded: 0, not_today: null },
	promises: { made: 30, kept: 25, kept_late: 2, not_kept: 2, late: 1, open: 3 },
	first_days: { came: 1, card: { count: 1, median: 1, longest: 1 }, session: none },
	guide: { parts: 9, past_review: 1, written: 4, last_at: '2026-05-02T09:00:00Z' },
	complaints: {
		...{ came: 2, open: 1, late: 0, asked_again: 0, taken_back: 0 },
		found: { upheld: 1, partly_upheld: 0, not_upheld: 0, not_mine: 0 }
	},
	...more
});
