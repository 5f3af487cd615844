import { expect, it, vi } from 'vitest';
import { createPart } from './part.ts';

it('a part that fails says nothing of it, neither to who asked nor to the log: it leaves that to the site', async () => {
	const print = vi.spyOn(console, 'error');
	const part = createPart();
	part.get('/broken', () => {
		throw new Error('Robin’s words');
	});
	await expect(async () => part.fetch(new Request('http://x.invalid/broken'))).rejects.toThrow('Robin’s words');
	expect(print).not.toHaveBeenCalled();
	print.mockRestore();
});

it('what it does not have is not there', async () => {
	const answer = await createPart().request('/anything');
	expect([answer.status, (await answer.json()).code]).toEqual([404, 'not_found']);
});
