import { of } from './mutant.ts';

/** What a device does when the server was set back to an earlier day, broken one at a time. */
export const SET_BACK = [
	of('client/inbound/pull.ts', 'whoever looks names what was done last', 'await doneLast(db, drawer.id));', '[]);'),
	of('client/outbound/batch.ts', 'whoever sends names what was done last', 'await doneLast(db, drawer.id));', '[]);'),
	of(
		'client/inbound/receive.ts',
		'what is lacking is in doubt',
		'if (pulled.lacks) await markDoubtful(db, drawer.id);',
		''
	),
	of(
		'client/outbound/batch.ts',
		'what is lacking goes again before anything new',
		'await markDoubtful(db, drawer.id);',
		''
	),
	of('client/inbound/pull.ts', 'a device that nobody knows shows nothing as sent', "code === 'not_known'", 'false'),
	of(
		'client/outbound/session.ts',
		'a device that nobody knows is told so',
		' && !this.#typed ? NOT_KNOWN',
		' && this.#typed ? NOT_KNOWN'
	),
	of(
		'client/outbound/resend.ts',
		'what went through another login is named, too',
		'i === 0 || number === 0',
		'i === 0'
	),
	of('client/outbound/resend.ts', 'what is in doubt is not named', 'epoch !== null).sort', 'epoch !== undefined).sort'),
	of(
		'client/inbound/projection.ts',
		'what was done in another life is not shown as sent',
		'(now.epoch === null || row.epoch === now.epoch)',
		'(now.epoch !== undefined)'
	),
	of(
		'client/outbound/batch.ts',
		'what others have still to send again is waited for',
		'const lacks = inDoubt || ',
		'const lacks = inDoubt && '
	)
];
