import type { Evidence } from '$lib/domain/evidence.ts';
import type { StaffContext } from '../staff-context.ts';
import { asking, kinds, took } from './answer-figures.ts';
import { bar, row, type EvidenceFigure, type Say } from './figure.ts';
import { firstDays, guide, promises, together } from './work-figures.ts';

/** What everybody who may ask prints alike. */
const PAPER: readonly Say[] = [asking, took, kinds, promises, together, firstDays, guide];
export const figuresOf = (evidence: Evidence, staff: StaffContext): EvidenceFigure[] =>
	PAPER.map((say) => say(evidence, staff));

/** Of one's own register: on the screen only. */
export const complaintsOf: Say = ({ complaints: { found, ...stages } }, { words }) => {
	const all = {
		open: stages.open,
		late: stages.late,
		asked_again: stages.asked_again,
		taken_back: stages.taken_back,
		...found
	};
	const label = (name: keyof typeof all | 'came') => words.t((w) => w.evidence.complaints[name]);
	const names = Object.keys(all) as (keyof typeof all)[];
	return {
		title: words.t(($) => $.evidence.complaints.title),
		number: String(stages.came),
		said: words.t(($) => $.evidence.complaints.said),
		groups: [
			bar(label('came'), stages.came, 'say'),
			bar(label('open'), stages.open, 'none'),
			bar(label('upheld'), found.upheld, 'hear'),
			bar(label('not_upheld'), found.not_upheld, 'hear')
		],
		columns: [{ label: words.t(($) => $.evidence.how) }],
		rows: [row(label('came'), stages.came, 'say'), ...names.map((name) => row(label(name), all[name]))]
	};
};
