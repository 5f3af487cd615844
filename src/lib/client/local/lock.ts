/** What opens a drawer: five pictures in an order, a PIN of six digits or more, or a password of twelve signs or more. */
export type Lock = 'pictures' | 'pin' | 'password';

export const LEAST = { pictures: 5, pin: 6, password: 12 } as const;
const LONGEST_PASSWORD = 72; // what a sign-in server takes of a password

export type SecretProblem = 'secret_too_short' | 'secret_too_long' | 'secret_too_easy' | 'secret_not_digits';

/** Whether a secret may lock a drawer. PictureUrls are their names with a space between. */
export function secretProblem(lock: Lock, secret: string): SecretProblem | null {
	const parts = partsOf(lock, secret);
	if (lock === 'pin' && !/^\d*$/.test(secret)) return 'secret_not_digits';
	if (parts.length < LEAST[lock]) return 'secret_too_short';
	if (new TextEncoder().encode(secret).length > LONGEST_PASSWORD && lock === 'password') return 'secret_too_long';
	if (new Set(parts).size < 3 || isRun(lock, parts)) return 'secret_too_easy';
	return null;
}

function partsOf(lock: Lock, secret: string): string[] {
	return lock === 'pictures' ? secret.split(' ').filter((name) => name !== '') : [...secret];
}

/** 123456 and 987654: every step is the same. */
function isRun(lock: Lock, parts: string[]): boolean {
	if (lock !== 'pin') return false;
	const steps = parts.slice(1).map((digit, i) => Number(digit) - Number(parts[i]));
	return Math.abs(steps[0] ?? 0) === 1 && steps.every((step) => step === steps[0]);
}
