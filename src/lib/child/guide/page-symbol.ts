import type { SymbolId } from '$lib/ui/symbols/symbols.ts';

/** The picture that fits a page of the guide, where there is one to say something with. */
const SYMBOLS: Readonly<Record<string, SymbolId>> = {
	review: 'my_plan',
	held: 'held',
	night: 'sleep',
	moving: 'moving',
	'guide#rules': 'rule',
	'guide#money': 'money',
	'guide#family': 'family',
	'guide#phone': 'phone',
	'guide#nights': 'sleep',
	'guide#health': 'health',
	'guide#bullying': 'bullied',
	'guide#leave': 'moving',
	'home/rules': 'rule',
	'home/money': 'money',
	'home/family_time': 'family',
	'home/visitors': 'friends',
	'home/phone': 'phone',
	'home/night': 'sleep'
};

/** Null: words alone. */
export const symbolOf = (page: string): SymbolId | null => SYMBOLS[page] ?? null;
