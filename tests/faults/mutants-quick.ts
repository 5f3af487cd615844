import { of, type Mutant } from './mutant.ts';

/** Numbers that open what a password opened: for how long, how often they may be tried, and what they open. */
export const QUICK: Mutant[] = [
	of('client/local/quick.ts', 'a try is counted before it is checked', 'tries: row.tries + 1 }', 'tries: row.tries }'),
	of('client/local/quick.ts', 'five wrong tries are the last', 'const MOST_TRIES = 5;', 'const MOST_TRIES = 6;'),
	of(
		'client/local/quick.ts',
		'after the last wrong try the numbers are gone',
		"...(why !== 'time' && { latch: null })",
		''
	),
	of('client/local/quick.ts', 'they end with their time', "isOver(row, now) ? 'time' :", ''),
	of(
		'client/local/quick.ts',
		'what ended goes off the disk',
		"isOver(noted, heard.now) ? { ...noted, keys: null, why: 'time' } : noted",
		'noted'
	),
	of(
		'client/local/quick.ts',
		'they open nothing before the password was typed',
		'keys: null, tries: 0, why: null };',
		'keys: await postBytes(publicHalf, placeOf(drawer), new Uint8Array(64)), tries: 0, why: null };'
	),
	of('client/local/quick-time.ts', 'a clock that is set back ends them', 'now < time.seen - CLOCK_SLIPS || ', ''),
	of('client/local/quick-time.ts', 'each opening takes a minute', 'used: noted.used + MINUTE }', 'used: noted.used }'),
	of(
		'client/local/quick-time.ts',
		'the steady clock counts',
		'Math.max(time.used + passed, now - time.since)',
		'Math.max(time.used, now - time.since)'
	),
	of(
		'client/local/quick-time.ts',
		'the server’s clock counts',
		'used: Math.max(used, server - since), server: since',
		'used, server: since'
	),
	of(
		'client/device/quick.ts',
		'new numbers need the password',
		'if (isOpen(proved)) return done(null);',
		'return done(null);'
	),
	of(
		'client/device/quick.ts',
		'a wrong password leaves the old ones as they were',
		'(before ? db.quick.put(before) : db.quick.delete(drawer.id))',
		'db.quick.delete(drawer.id)'
	),
	of('client/device/quick.ts', 'numbers are not too easy', 'if (problem) return failed(problem);', ''),
	of(
		'client/device/drawer-sync.ts',
		'who was switched off opens by no numbers',
		"if (isCutOff) await endQuick(deps.db, drawer.id, 'off');",
		''
	),
	of(
		'client/device/drawer-sync.ts',
		'where the sign-in was ended, numbers open nothing',
		"if (code === 'signed_out' && onSignedOut)",
		'if (!code && onSignedOut)'
	),
	of(
		'client/device/password.ts',
		'a password is changed for one’s own e-mail only',
		"if (row?.found_by !== mark) return 'wrong_password';",
		''
	),
	of(
		'client/device/password.ts',
		'where the server says no, the old password opens',
		'if (!reply.ok) return failed(codeOfSignIn(reply));',
		"if (!reply.ok) return (await keep(deps, opened, { who, password, session: { access_token: '', refresh_token: '' } }), failed(codeOfSignIn(reply)));"
	)
];
