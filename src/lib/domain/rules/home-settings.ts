import { LABELS } from '../vocabulary/home.ts';
import type { FullArgs } from '../calls.ts';
import { may } from '../abilities.ts';
import { LIMITS } from '../vocabulary/limits.ts';
import { isTimeZone } from '../time/days.ts';
import { isText } from '../checks/kinds.ts';
import { shownName } from '../text/names.ts';
import { isBlank, lengthOf } from '../text/words.ts';
import { mayRecord } from '../recordings.ts';
import { firstOf, type Rules } from './rule.ts';

/** For how many days a child who left reads on: the end is said weeks before. */
export const READING_DAYS = { least: 28, most: 366 };
const MOST_DAYS = { rhythm: 60, unread: 30, answer: 60 };

/** The home's own words and times. */
export const HOME_SETTINGS: Rules<'set_home'> = {
	set_home: {
		check: (view, { name, time_zone, labels, rhythm_days, reading_days, ...clocks }) =>
			firstOf(
				[!may(view, 'run_home'), 'not_yours'],
				[!isTimeZone(time_zone), 'bad_time_zone'],
				[!areLabels(labels), 'bad_labels'],
				[isBlank(shownName(name)), 'bad_name'],
				[!isWithin(reading_days ?? READING_DAYS.least, READING_DAYS.most, READING_DAYS.least), 'bad_reading_days'],
				[rhythm_days !== null && !isWithin(rhythm_days, MOST_DAYS.rhythm), 'bad_rhythm'],
				[!areClocks(clocks), 'bad_unread'],
				[lengthOf(shownName(name)) > LIMITS.home, 'name_too_long']
			),
		apply: (view, { args }) => {
			const { home } = view; // a version that does not know one leaves it as it is
			const reading_days = args.reading_days ?? home.reading_days;
			const complaint_hours = args.complaint_hours ?? home.complaint_hours;
			const recordings = args.recordings ?? mayRecord(home);
			const name = shownName(args.name);
			return { ...view, home: { ...home, ...args, name, reading_days, complaint_hours, recordings } };
		}
	}
};

type Clocks = Pick<FullArgs<'set_home'>, 'unread_hours' | 'answer_hours' | 'complaint_hours'>;

const areClocks = ({ unread_hours, answer_hours, complaint_hours }: Clocks): boolean =>
	isWithin(unread_hours, 24 * MOST_DAYS.unread) &&
	isWithin(answer_hours, 24 * MOST_DAYS.answer) &&
	isWithin(complaint_hours ?? 1, 24 * MOST_DAYS.answer);

/** No others than these four, each with words. */
const areLabels = (labels: object): boolean =>
	Object.entries(labels).every(
		([name, label]: [string, unknown]) =>
			LABELS.some((one) => one === name) && isText(label) && !isBlank(label) && lengthOf(label) <= LIMITS.label
	);

const isWithin = (value: number, most: number, least = 1): boolean => value >= least && value <= most;
