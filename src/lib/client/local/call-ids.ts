import type { Call } from '$lib/domain/calls.ts';
import type { Id } from '$lib/domain/item.ts';

/** The ids of what a call makes: its item, session or promise, its event, its picture, and itself. */
export function idsMadeBy(call: Call): string[] {
	const { args } = call;
	const made = [call.id];
	if ('id' in args) made.push(args.id);
	if ('event' in args) made.push(args.event);
	if ('hash' in args) made.push(args.hash);
	return made;
}

/** Whether a call speaks of something that one of these makes: without it, the server would not know what it means. */
export function dependsOn(call: Call, made: Iterable<string>): boolean {
	const named = new Set(textsIn(call.args));
	return [...made].some((id) => id !== call.id && named.has(id));
}

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Whether a call is about an item, session or event: makes it, or happens to it. */
export function isAbout(call: Call, id: Id): boolean {
	if (idsMadeBy(call).includes(id)) return true;
	return 'item' in call.args && call.args.item === id;
}
