import type { Evidence } from '$lib/domain/evidence.ts';
import type { StaffContext } from '../staff-context.ts';
import type { BarGroup, Tone } from './bars.ts';

export interface FigureRow {
	label: string;
	cells: readonly string[];
	tone?: Tone;
}

/** One thing that is counted: its number, a chart, and the table with the same numbers. */
export interface EvidenceFigure {
	title: string;
	number: string;
	said: string;
	groups: readonly BarGroup[];
	columns: readonly { label: string; tone?: Tone }[];
	rows: readonly FigureRow[];
}

export type Say = (evidence: Evidence, staff: StaffContext) => EvidenceFigure;

export const bar = (label: string, value: number, tone: Tone): BarGroup => ({ label, bars: [{ value, tone }] });
export const row = (label: string, value: number | string, tone?: Tone): FigureRow => ({
	...{ label, cells: [String(value)] },
	...(tone && { tone })
});

/** "fewer than 5", none among them. */
export const orFewer = (many: number | null, { words }: StaffContext) => many ?? words.t(($) => $.evidence.fewer);
