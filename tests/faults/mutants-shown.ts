import { of, type Mutant } from './mutant.ts';

/** What a person sees. */
export const SHOWN: Mutant[] = [
	of(
		'client/local/covered.ts',
		'what is done stays in sight until a snapshot holds it',
		"if (row.state !== 'done' || row.epoch !== snapshot.epoch) return false;",
		"if (row.state === 'done') return true;"
	),
	of('client/local/covered.ts', 'a snapshot of another life covers nothing', ' || row.epoch !== snapshot.epoch', ''),
	of(
		'client/local/covered.ts',
		'a snapshot that was asked for earlier covers nothing',
		' && (row.turn ?? 0) < snapshot.stored',
		''
	),
	of(
		'client/outbound/resend.ts',
		'a restored backup gets what was done again',
		'rows: done.filter((row) => row.epoch !== snapshot.epoch)',
		'rows: []'
	),
	of('client/local/covered.ts', 'done calls stay 30 days', 'snapshot.checked - row.covered > KEEP_DONE', 'true'),
	of(
		'client/local/covered.ts',
		'done calls stay until they are covered',
		'if (!isCovered(row, snapshot)) continue;',
		''
	),
	of(
		'client/local/snapshot.ts',
		'an older answer never comes last',
		'.turn ?? 0) !== turn) return false;',
		'.turn ?? 0) < -1) return false;'
	),
	of(
		'client/inbound/projection.ts',
		'what was refused is not shown as said',
		".filter(({ row }) => row.state !== 'refused')",
		''
	),
	of(
		'client/inbound/projection.ts',
		'what waits is shown as waiting',
		"if (row.state === 'refused') return [{",
		"if (row.state === 'frozen') return [];\n\tif (row.state === 'refused') return [{"
	),
	of(
		'client/inbound/view-refresher.ts',
		'a drawer that was shut shows nothing more',
		'if (!this.#ended) this.#show',
		'this.#show'
	),
	of('client/device/device.ts', 'nothing is shown from the next line on', 'this.#show(SHUT);', ''),
	of(
		'client/device/device.ts',
		'a drawer that was about to open stays shut',
		'if (this.#locks !== locks) return false;',
		''
	),
	of('client/device/device.ts', 'whoever comes in finds nothing open', 'if (this.opened) await this.#close();', ''),
	of(
		'client/inbound/view-refresher.ts',
		'a device that was cut off shows nothing',
		"this.now.state === 'cut_off' ? { ...this.now, view: null } : this.now",
		'this.now'
	)
];
