import { expect, it } from 'vitest';
import { pack, unpack } from './packed.ts';

it('what is packed comes back whole, in any letters', async () => {
	const view = { items: ['I want to see my brother', 'Dw i eisiau gweld fy mrawd', 'أريد أن أرى أخي', '😀'] };
	expect(await unpack(await pack(view))).toEqual(view);
});

it('a view that repeats itself becomes a tenth', async () => {
	const items = Array.from({ length: 1000 }, (_, i) => ({
		id: i,
		readers: ['sam', 'jo'],
		words: `I want to go swimming ${i}`
	}));
	expect((await pack(items)).length).toBeLessThan(JSON.stringify(items).length / 10);
});

it('what was not packed is not opened', async () => {
	await expect(unpack(new TextEncoder().encode('{"items":[]}'))).rejects.toThrow();
});
