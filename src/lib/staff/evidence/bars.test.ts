import { expect, it } from 'vitest';
import { CHART, placed } from './bars.ts';

const groups = [
	{ label: 'March', bars: [{ value: 4, tone: 'say' } as const, { value: 2, tone: 'hear' } as const] },
	{ label: 'April', bars: [{ value: 0, tone: 'say' } as const, { value: 1, tone: 'hear' } as const] }
];

it('the highest bar fills the chart, the others stand in proportion, and none hides another', () => {
	const [march, april] = placed(groups, false);
	expect(march?.bars.map(({ height }) => height)).toEqual([60, 30]);
	expect(april?.bars.map(({ height }) => height)).toEqual([0, 15]);
	const all = [...(march?.bars ?? []), ...(april?.bars ?? [])];
	for (const [i, { x, width }] of all.entries()) {
		expect(x).toBeGreaterThanOrEqual(0);
		expect(x + width).toBeLessThanOrEqual(all[i + 1]?.x ?? CHART.width);
	}
});

it('from the right, the first stands at the right', () => {
	const [march, april] = placed(groups, true);
	expect(march!.x).toBeGreaterThan(april!.x);
	expect(march!.bars[0]!.x).toBeGreaterThan(march!.bars[1]!.x);
	expect(placed([{ label: 'none', bars: [{ value: 0, tone: 'say' }] }], true)[0]?.bars[0]?.height).toBe(0);
});
