const first = Number(process.env['PORT'] ?? 4199);

/** Where the made-up homes of the journeys answer: one home for each that runs at the same time. */
export const ports = [first, first + 1];
