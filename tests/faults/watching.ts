import { stateOf } from '../../src/lib/client/local/call-state.ts';
import type { Meant } from './model.ts';
import type { Page } from './page.ts';
import type { Server } from './server.ts';

/** What must be true of a screen whenever it changes. `owner`: whose drawer it says that it shows. */
export function watch(page: Page, owner: string, meant: Meant, server: Server): string[] {
	const { shown } = page;
	const { view, waiting = [] } = shown;
	if (page.person === '') return view || waiting.length > 0 ? ['shown while the drawer is shut'] : [];
	const wrong: string[] = [];
	const looked = Number(shown.last_synced ?? 0) > server.restoredAt; // since the server was last set back
	for (const item of view?.items ?? []) {
		if (item.author_id !== owner) wrong.push(`shown to ${owner}: what ${item.author_id} said`);
		if (stateOf(waiting, item.id) === 'sent' && !server.ever.has(item.id))
			wrong.push(`shown as sent and was not: ${item.words}`);
		if (looked && stateOf(waiting, item.id) === 'sent' && !server.people.get(owner)?.items.has(item.id))
			wrong.push(`shown as sent and is not there any more: ${item.words}`);
	}
	return view ? [...wrong, ...vanished(page, owner, meant)] : wrong;
}

/** What was kept on this page is in sight, or is shown as refused. */
function vanished(page: Page, owner: string, meant: Meant): string[] {
	const { view, waiting } = page.shown;
	return meant.of(owner).flatMap((said) => {
		if (said.state !== 'kept' || said.page !== page || said.item !== said.ids.at(-1)) return [];
		const inSight = view?.items.some(({ id }) => id === said.item);
		const waits = waiting?.some(({ call }) => 'id' in call.args && call.args.id === said.item);
		return inSight || waits ? [] : [`vanished: ${said.words}`];
	});
}

/** What must be true in the end: all that was kept has arrived, once, and nothing else has. */
export function compare(meant: Meant, server: Server): string[] {
	const wrong: string[] = [];
	for (const said of meant.all) {
		const log = server.people.get(said.person)!.log;
		const times = log.filter((words) => words === said.words).length;
		if (times > 1) wrong.push(`doubled: ${said.words}`);
		if (said.state === 'kept' && times === 0) wrong.push(`lost: ${said.words}`);
		if (times > 0 && said.picture !== null && !server.people.get(said.person)!.pictures.has(said.picture))
			wrong.push(`its drawing was lost: ${said.words}`);
		if ((said.state === 'not' || said.state === 'dropped') && times > 0)
			wrong.push(`sent though the app said no: ${said.words}`);
	}
	const known = new Set(meant.all.map(({ words }) => words));
	for (const { log } of server.people.values())
		for (const words of log) if (!known.has(words)) wrong.push(`nobody said: ${words}`);
	return wrong;
}

/** Nothing overtakes: what was never refused stands on the server in the order in which it was kept. */
export function inOrder(meant: Meant, server: Server): string[] {
	return [...server.people.values()].flatMap(({ id, log }) => {
		const plain = meant.of(id).filter(({ state, mended, draft }) => state === 'kept' && !mended && draft === null);
		const kept = plain.map(({ words }) => words).filter((words) => log.includes(words));
		const there = log.filter((words) => kept.includes(words));
		return there.join() === kept.join() ? [] : [`out of order: ${there.join()} instead of ${kept.join()}`];
	});
}
