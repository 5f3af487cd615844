import { of, type Mutant } from './mutant.ts';

/** Keys and locks. */
export const LOCKS: Mutant[] = [
	of(
		'client/local/sealing.ts',
		'a row opens in its place only',
		'[FORMAT, place.table, place.drawer, place.id]',
		'[FORMAT]'
	),
	of(
		'client/local/keys.ts',
		'a wrong secret opens nothing',
		"const bytes = utf8.encode(secret.normalize('NFKC'));",
		"const bytes = utf8.encode('');"
	),
	of(
		'client/local/keys.ts',
		'the device has a key of its own',
		"crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt'])",
		"crypto.subtle.importKey('raw', new Uint8Array(32), AES, false, ['encrypt', 'decrypt'])"
	),
	of(
		'client/local/keys.ts',
		'keys cannot be read out',
		"crypto.subtle.importKey('raw', plain.slice(0, 32), AES, false,",
		"crypto.subtle.importKey('raw', plain.slice(0, 32), AES, true,"
	),
	of(
		'client/local/drawers.ts',
		'a try is counted before it is checked',
		'wait > 0 ? { since: tries.since } : countTry(tries, now)',
		'{ since: tries.since }'
	),
	of(
		'client/local/waits.ts',
		'waits grow',
		'return [30 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE][tries - 3] ?? 60 * MINUTE;',
		'return 30 * SECOND;'
	),
	of(
		'client/local/waits.ts',
		'a clock that is set back shortens nothing',
		'Math.min(kept.wait, Math.max(0, kept.since + kept.wait - now))',
		'now < kept.since ? 0 : Math.max(0, kept.since + kept.wait - now)'
	),
	of(
		'client/local/waits.ts',
		'a clock that ran ahead locks nobody out',
		'return now < kept.since ? { ...kept, since: now } : kept;',
		'return kept;'
	),
	of(
		'client/local/accounts.ts',
		"staff's session opens with their drawer only",
		"'keys' in drawer && drawer.kind === 'staff' ? drawer.keys.data : drawer.device",
		'drawer.device'
	),
	of(
		'client/device/shut.ts',
		'staff send while their drawer is open only',
		"if (row.kind === 'staff' && row.demo === null) continue;",
		''
	),
	of(
		'client/device/joining.ts',
		'an answer that is lost becomes a sign-in',
		'const found = await findJoining(gear.db, code);',
		'const found = null as Awaited<ReturnType<typeof findJoining>>;'
	),
	of(
		'client/device/removing.ts',
		"nobody takes another child's drawer away",
		"if (!(await mayRemove({ db }, row, open))) return 'not_yours';",
		''
	),
	of(
		'client/device/removing.ts',
		'a device that nobody vouched for takes no older drawer away',
		' && approved_at !== null',
		''
	),
	of(
		'client/device/removing.ts',
		'what would be lost is told first',
		'if (unsent > 0 && !evenUnsent) return { unsent };',
		''
	),
	of(
		'client/local/pictures.ts',
		'a picture is what its hash says',
		'if (!bytes || (await hashOf(bytes)) !== picture.hash) return null;',
		'if (!bytes) return null;'
	)
];
