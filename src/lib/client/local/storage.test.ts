import { expect, it, vi } from 'vitest';
import { attempt, codeOf, stored, storedMakingRoom, StorageProblem } from './storage.ts';

const full = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
const refused = () => Promise.reject(new DOMException('private window', 'InvalidStateError'));

it.each([
	['a full disk', () => full(), 'storage_full'],
	[
		'a full disk inside a broken transaction',
		() => Promise.reject({ name: 'AbortError', inner: { name: 'QuotaExceededError' } }),
		'storage_full'
	],
	[
		'a full disk for one of many rows',
		() => Promise.reject({ name: 'BulkError', failures: [{ name: 'QuotaExceededError' }] }),
		'storage_full'
	],
	['a private window', () => refused(), 'storage_refused'],
	['anything else', () => Promise.reject(null), 'storage_refused']
])('%s has a code', async (_, work, code) => {
	await expect(stored(work)).rejects.toMatchObject({ code });
	expect(await attempt(() => stored(work))).toEqual({ ok: false, problem: code });
});

it('passes on what was read', async () => {
	expect(await stored(async () => 'words')).toBe('words');
});

it('does not take a mistake of ours for a problem of the storage', async () => {
	expect(() => codeOf(new TypeError('ours'))).toThrow('ours');
	await expect(attempt(() => Promise.reject(new TypeError('ours')))).rejects.toThrow('ours');
});

it('gives pictures up for words: they can be fetched again', async () => {
	const clear = vi.fn(async () => undefined);
	const work = vi.fn(async () => 'kept').mockImplementationOnce(full);
	expect(await storedMakingRoom({ clear }, work)).toBe('kept');
	expect(clear).toHaveBeenCalledOnce();
});

it('gives up nothing where the storage says no for another reason', async () => {
	const clear = vi.fn(async () => undefined);
	await expect(storedMakingRoom({ clear }, refused)).rejects.toBeInstanceOf(StorageProblem);
	expect(clear).not.toHaveBeenCalled();
});
