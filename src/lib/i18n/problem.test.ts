import { expect, it } from 'vitest';
import { sayProblem } from './problem.ts';
import { load } from './words.ts';

const words = await load('en', ['join']);
const unknown = words.t(($) => $.problems.unknown);

it('says why in a sentence', () => {
	expect(sayProblem(words, 'too_many')).toBe(words.t(($) => Reflect.get($.problems, 'too_many')));
	expect(sayProblem(words, 'too_many')).not.toBe(unknown);
});

it.each([null, '', 'never_heard_of', 'a.b', 'common.help', 'constructor', '__proto__', 'offline.'])(
	'has a sentence for a code that it does not know: %j',
	(code) => {
		expect(sayProblem(words, code)).toBe(unknown);
	}
);
