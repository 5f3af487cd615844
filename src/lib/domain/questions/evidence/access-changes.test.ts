import { expect, it } from 'vitest';
import type { AuditLine } from '../../evidence.ts';
import { accessChange } from './access-changes.ts';

const line = (what: string): AuditLine => ({
	...{
		at: '2026-06-16T08:12:00Z',
		what,
		person_id: 'pat',
		about_id: 'robin',
		with_id: null,
		device: null,
		because: null
	}
});

it('each change is known by its name, and one of a newer server is another', () => {
	expect(accessChange(line('set_key_worker'))).toBe('set_key_worker');
	expect(accessChange(line('set_on_fire'))).toBe('other');
});
