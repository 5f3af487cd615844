import type { Audit, AskedInMonth, AuditLine, Evidence, Spread } from '../evidence.ts';
import {
	isCount,
	isDayText,
	isName,
	isText,
	isTimeText,
	listOf,
	orNull,
	textOrNone,
	withFields,
	type Fields,
	type Is
} from './kinds.ts';

const PAGE = 50; // of the audit: the database's my_audit; what happened together comes together

const one = <T>(fields: Fields<T>): Is => withFields(fields);
const count = isCount;
const countOrFewer = orNull(isCount);
const idOrNone = orNull(isName);
const spread = one<Spread>({ count, median: orNull(isCount), longest: orNull(isCount) });
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const month = one<AskedInMonth>({
	month: (value) => isText(value) && MONTH.test(value),
	asked: count,
	answered: count
});

const evidence = one<Evidence>({
	...{ at: isTimeText, from: isDayText, to: isDayText },
	people: one<Evidence['people']>({ children: count, adults: count }),
	asking: one<Evidence['asking']>({ months: listOf(month), late: count }),
	answers: one<Evidence['answers']>({
		kinds: one<Evidence['answers']['kinds']>({ yes: count, partly: count, no: count, not_now: count, not_mine: count }),
		...{ late: count, days: listOf(count), took: spread, asked_again: countOrFewer, did_not_help: countOrFewer }
	}),
	rhythm: orNull(one<NonNullable<Evidence['rhythm']>>({ days: count, times: count, met: count })),
	sessions: one<Evidence['sessions']>({ held: count, cancelled: count, not_recorded: count, not_today: countOrFewer }),
	promises: one<Evidence['promises']>({
		...{ made: count, kept: count, kept_late: count, not_kept: count, late: count, open: count }
	}),
	first_days: one<Evidence['first_days']>({ came: count, card: spread, session: spread }),
	guide: one<Evidence['guide']>({ parts: count, past_review: count, written: count, last_at: orNull(isTimeText) }),
	complaints: one<Evidence['complaints']>({
		...{ came: count, open: count, late: count, asked_again: count, taken_back: count },
		found: one<Evidence['complaints']['found']>({
			...{ upheld: count, partly_upheld: count, not_upheld: count, not_mine: count }
		})
	})
});

/** Whether it is evidence as it can be drawn: all of it, or a figure would be missing without a word. */
export const isEvidence = (data: unknown): data is Evidence => evidence(data);

const auditLine = one<AuditLine>({
	...{ at: isTimeText, what: isName, person_id: idOrNone, about_id: idOrNone, with_id: idOrNone },
	...{ device: textOrNone, because: textOrNone }
});
const isAuditLine = (value: unknown): value is AuditLine => auditLine(value);

/** The lines that can be drawn, and how many cannot. Null: it is no list. */
export function sieveAudit(data: unknown): Audit | null {
	if (!Array.isArray(data)) return null;
	const lines = data.filter(isAuditLine);
	return { lines, lost: data.length - lines.length, more: data.length >= PAGE };
}
