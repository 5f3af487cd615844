import { expect, it } from 'vitest';
import { ITERATIONS, makeDeviceKey, makeKeys, makeNameKey, nameOf, openBox, shutBox, takeKeys } from './keys.ts';

const box = async (secret: string, drawer = 'ada') => {
	const [{ plain }, device] = [await makeKeys(), await makeDeviceKey()];
	const of = { drawer, device };
	return { plain, of, shut: await shutBox(plain, of, secret, 1) };
};

it('gives the keys back for the right secret', async () => {
	const { plain, of, shut } = await box('135790');
	expect(await openBox(shut, of, '135790')).toEqual(plain);
});

it('gives nothing for a wrong one', async () => {
	const { of, shut } = await box('135790');
	expect(await openBox(shut, of, '135791')).toBeNull();
});

it('takes a secret however its entries are put together', async () => {
	const { of, shut } = await box('caf\u00e9 caf\u00e9');
	expect(await openBox(shut, of, 'cafe\u0301 cafe\u0301')).not.toBeNull();
});

it('is worth nothing on another device, even with the secret', async () => {
	const { shut } = await box('135790');
	await expect(openBox(shut, { drawer: 'ada', device: await makeDeviceKey() }, '135790')).rejects.toThrow();
});

it("cannot be put in the place of another child's", async () => {
	const { of, shut } = await box('135790');
	await expect(openBox(shut, { ...of, drawer: 'ben' }, '135790')).rejects.toThrow();
});

it('is salted: the same secret makes another box', async () => {
	const [one, two] = [await box('135790'), await box('135790')];
	expect(one.shut.salt).not.toEqual(two.shut.salt);
});

it('asks as much work of whoever guesses as a cheap tablet can do', () => {
	expect(ITERATIONS).toBeGreaterThanOrEqual(600_000);
});

it('lets nothing read a key out of memory, and wipes the plain bytes', async () => {
	const { plain } = await box('135790');
	const keys = await takeKeys(plain);
	expect([...plain].every((byte) => byte === 0)).toBe(true);
	for (const key of [...Object.values(keys), await makeDeviceKey(), await makeNameKey()]) {
		expect(key.extractable).toBe(false);
	}
});

it('makes names that are the same for the same thing, and tell nothing of it', async () => {
	const [one, two] = [await makeNameKey(), await makeNameKey()];
	expect(await nameOf(one, 'draft complain/new')).toBe(await nameOf(one, 'draft complain/new'));
	expect(await nameOf(one, 'draft complain/new')).not.toBe(await nameOf(two, 'draft complain/new'));
	expect(await nameOf(one, 'draft complain/new')).toMatch(/^[0-9a-f]{64}$/);
});
