import { expect, it } from 'vitest';
import { secretProblem, type Lock } from './lock.ts';

it.each<[Lock, string, ReturnType<typeof secretProblem>]>([
	['pin', '135790', null],
	['pin', '13579', 'secret_too_short'],
	['pin', '13579a', 'secret_not_digits'],
	['pin', '111111', 'secret_too_easy'],
	['pin', '121212', 'secret_too_easy'],
	['pin', '123456', 'secret_too_easy'],
	['pin', '987654', 'secret_too_easy'],
	['pin', '246802', null],
	['pictures', 'sun boat bird tree fish', null],
	['pictures', ' sun boat bird tree fish ', null],
	['pictures', 'sun boat bird tree', 'secret_too_short'],
	['pictures', 'sun sun sun sun sun', 'secret_too_easy'],
	['pictures', 'sun boat sun boat sun', 'secret_too_easy'],
	['password', 'correct horse', null],
	['password', 'too short', 'secret_too_short'],
	['password', 'aaaaaaaaaaaa', 'secret_too_easy'],
	['password', 'x1y'.repeat(25), 'secret_too_long'],
	['password', 'é1y'.repeat(20), 'secret_too_long']
])('a %s of "%s": %s', (lock, secret, problem) => {
	expect(secretProblem(lock, secret)).toBe(problem);
});
