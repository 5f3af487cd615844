import type { Call, CallArgs, CallName } from '$lib/domain/calls.ts';
import type { Id, Time } from '$lib/domain/item.ts';
import { tidy } from '$lib/domain/text/words.ts';

/** Writes a call down, as the JSON that travels: one sign that no database takes would hold up all that is sent with it. */
export function makeCall<N extends CallName>(name: N, args: CallArgs[N], id: Id, at: Time): Call {
	const json = JSON.stringify({ id, name, args, at });
	return JSON.parse(json, (_, value: unknown) => (typeof value === 'string' ? tidy(value) : value));
}

/** What a call takes up on its way, in bytes. */
export const sizeOf = (call: Call): number => new TextEncoder().encode(JSON.stringify(call)).length;
