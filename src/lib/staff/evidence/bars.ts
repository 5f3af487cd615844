/** What a bar means, by its fill: asked or said, answered or kept, late, and neither. Its number stands on it all the same. */
export type Tone = 'say' | 'hear' | 'late' | 'none';

export interface BarGroup {
	label: string;
	bars: readonly { value: number; tone: Tone }[];
}

interface PlacedBar {
	x: number;
	y: number;
	width: number;
	height: number;
	value: number;
	tone: Tone;
}

export const CHART = { width: 340, height: 96, floor: 76, top: 16 };
const MOST = 34; // units wide
const EDGE = 4;
const GAP = 3;

/** Where each bar and each label stands; from the right where lines run so. */
export function placed(groups: readonly BarGroup[], fromRight: boolean) {
	const most = Math.max(1, ...groups.flatMap(({ bars }) => bars.map(({ value }) => value)));
	const room = (CHART.width - 2 * EDGE) / groups.length;
	const turned = (x: number) => (fromRight ? CHART.width - x : x);
	return groups.map(({ label, bars }, place) => {
		const middle = EDGE + room * (place + 0.5);
		const width = Math.min(MOST, (room - 2 * GAP) / bars.length - GAP);
		const start = middle - (bars.length * (width + GAP) - GAP) / 2;
		return {
			label,
			x: turned(middle),
			bars: bars.map(({ value, tone }, index): PlacedBar => {
				const x = start + index * (width + GAP);
				const height = ((CHART.floor - CHART.top) * value) / most;
				return { x: fromRight ? turned(x) - width : x, y: CHART.floor - height, width, height, value, tone };
			})
		};
	});
}
