/** The one in the middle: what a noisy machine says most often. */
export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
