import type { View } from './view.ts';

/** What a screen reads in the moment in which a drawer shuts under it: nobody and nothing. */
export const EMPTY_VIEW: View = {
	shape: 1,
	epoch: '',
	last_call: 0,
	me: '',
	login: '',
	home: {
		id: '',
		name: '',
		nation: 'england',
		time_zone: 'Europe/London',
		labels: {},
		rhythm_days: null,
		unread_hours: 24,
		answer_hours: 168,
		complaint_hours: 672,
		reading_days: 90,
		demo: false
	},
	people: [],
	key_workers: [],
	away: [],
	cards: [],
	items: [],
	waiting: [],
	house: [],
	handover: [],
	oversight: [],
	sessions: [],
	promises: [],
	agreements: [],
	sections: [],
	devices: [],
	invites: []
};
