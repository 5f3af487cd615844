import { expect, it } from 'vitest';
import { evidence } from '../testing/evidence.ts';
import { isEvidence, sieveAudit } from './evidence-shapes.ts';

it('evidence is drawn whole or not at all', () => {
	expect(isEvidence(evidence())).toBe(true);
	expect(isEvidence(evidence({ rhythm: null }))).toBe(true);
	expect(isEvidence({ ...evidence(), more: 'of a newer server' })).toBe(true);
	for (const name of Object.keys(evidence())) {
		expect(isEvidence({ ...evidence(), [name]: undefined })).toBe(false);
		expect(isEvidence({ ...evidence(), [name]: 'x' })).toBe(false);
	}
	expect(isEvidence(null)).toBe(false);
	const months = (month: unknown) =>
		evidence({ asking: { months: [{ month, asked: 1, answered: 1 } as never], late: 0 } });
	expect(['2026-03', '2026-13', 3].map((month) => isEvidence(months(month)))).toEqual([true, false, false]);
	expect(isEvidence(evidence({ people: { children: -1, adults: 1 } }))).toBe(false);
});

it('lines of the audit that cannot be drawn are counted, and the others are there', () => {
	const line = {
		...{ at: '2026-06-16T08:12:00Z', what: 'joined', person_id: null, about_id: 'robin', with_id: 'pat' },
		...{ device: 'Tablet', because: null }
	};
	expect(sieveAudit([line, { ...line, at: 'soon' }, 7])).toEqual({ lines: [line], lost: 2, more: false });
	expect(sieveAudit({ lines: [] })).toBeNull();
	expect([49, 50, 51].map((many) => sieveAudit(Array(many).fill(line))?.more)).toEqual([false, true, true]);
});
