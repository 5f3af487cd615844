import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute and more: begun last, one of them would run alone while a worker has nothing to do. */
const LONG = [
	'one-bad-adult',
	'process.test',
	'drawer.test',
	'faults.test',
	'words.test',
	'sql.test',
	'differential',
	'letters',
	'calls.test'
];

export class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const rank = ({ moduleId }: TestSpecification) => {
			const place = LONG.findIndex((name) => moduleId.includes(`/${name}`));
			return place < 0 ? LONG.length : place;
		};
		return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
	}
}
