import { LABELS } from '../vocabulary/home.ts';
import { isTimeZone } from '../time/days.ts';
import { isObject, isText } from './kinds.ts';
import type { HomeGuide } from '../questions/devices/tablets.ts';
import { isGuideSection, isHome, isItem, LISTS, type Shape } from './shapes.ts';
import type { Aside, OldItems } from '../item.ts';
import type { Labels, View } from '../view.ts';

const PAGE = 50; // of old items: the database's my_older

/**
 * A view as it can be drawn: each row that cannot is set aside, and told in `aside`; all else is there. An older app may have
 * kept it, a newer database may have made it. Null: not even whose it is can be read.
 */
export function sieve(view: unknown): View | null {
	if (!isCore(view)) return null;
	const lists = Object.entries(LISTS).map(([name, shape]) => [name, sieveList(view[name], shape, name)] as const);
	const aside = lists.flatMap(([, list]) => list.aside);
	if (!isTimeZone(view.home.time_zone)) aside.push({ list: 'home.time_zone', id: null });
	const rows = Object.fromEntries(lists.map(([name, list]) => [name, list.rows]));
	const home = { ...view.home, time_zone: zoneOf(view.home), labels: sieveLabels(view.home.labels) };
	return { ...view, ...rows, home, ...(aside.length > 0 && { aside }) };
}

/** Items that can be drawn, of those that were asked for by themselves. Null: it is no list. */
export function sieveItems(data: unknown): OldItems | null {
	if (!Array.isArray(data)) return null;
	const { rows, aside } = sieveList(data, LISTS.items, 'items');
	return { items: rows.filter(isItem), aside, more: data.length === PAGE };
}

/** What a home's tablet shows, without what cannot be drawn. Null: it is no guide. */
export function sieveGuide(data: unknown): HomeGuide | null {
	if (!isObject(data) || !isObject(data['home']) || !Array.isArray(data['sections'])) return null;
	const { home } = data;
	if (!isText(home['name']) || !isText(home['nation']) || !isText(home['time_zone'])) return null;
	const sections = data['sections'].filter(isGuideSection);
	const aside = data['sections'].length - sections.length;
	const { name, nation, time_zone } = home as unknown as HomeGuide['home'];
	const labels = sieveLabels(home['labels']);
	return { home: { name, nation, time_zone: zoneOf({ time_zone }), labels }, sections, ...(aside > 0 && { aside }) };
}

/** An hour that may be wrong is better than no screen: the home's zone, or British time where this browser does not know it. */
const zoneOf = ({ time_zone }: { time_zone: string }): string => (isTimeZone(time_zone) ? time_zone : 'Europe/London');

/** A label that is no word is none: the product's word stands in its place. */
export function sieveLabels(labels: unknown): Labels {
	if (!isObject(labels)) return {};
	const words = LABELS.map((name) => [name, labels[name]] as const);
	return Object.fromEntries(words.filter(([, label]) => isText(label) && label.trim() !== ''));
}

/** Whose view it is, of which home, and up to where it goes. */
function isCore(view: unknown): view is View & Record<string, unknown> {
	if (!isObject(view) || view['shape'] !== 1 || !isHome(view['home'])) return false;
	const { epoch, last_call, me, login, people } = view;
	if (!isText(epoch) || !isText(me) || !isText(login) || typeof last_call !== 'number') return false;
	return (
		Array.isArray(people) && people.some((one: unknown) => isObject(one) && one['id'] === me && LISTS.people.is(one))
	);
}

interface Sieved {
	rows: unknown[];
	aside: Aside[];
}

/** A list that an older app did not keep yet is empty; what is no list at all is one thing that cannot be shown. */
function sieveList(list: unknown, shape: Shape, name: string): Sieved {
	if (list === undefined) return { rows: [], aside: [] };
	if (!Array.isArray(list)) return { rows: [], aside: [{ list: name, id: null }] };
	const each = list.map((row: unknown) => sieveRow(row, shape, name));
	return { rows: each.flatMap(({ rows }) => rows), aside: each.flatMap(({ aside }) => aside) };
}

function sieveRow(row: unknown, { is, within }: Shape, name: string): Sieved {
	const id = isObject(row) && isText(row['id']) ? row['id'] : null;
	if (!isObject(row) || !is(row)) return { rows: [], aside: [{ list: name, id }] };
	if (!within) return { rows: [row], aside: [] };
	const [field, isOne] = within;
	const inside = row[field] as unknown[]; // its own shape says that it is a list
	const kept = inside.filter(isOne);
	const lost = inside.length - kept.length;
	if (lost === 0) return { rows: [row], aside: [] };
	const aside = { list: `${name}.${field}`, id };
	return { rows: [{ ...row, [field]: kept }], aside: Array<Aside>(lost).fill(aside) };
}
