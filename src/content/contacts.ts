import { key, type Key } from '$lib/i18n/words';
import type { DrawingName } from '$lib/ui/icons';
import type { PictureId } from '$lib/ui/symbols';

/** `hold` never reaches a child. `recheck` does, without what is not sure: its hours, mostly. */
type Status = 'ok' | 'recheck' | 'hold';

/** Somebody outside the home who helps: dated facts, so data. Print only what stands here. */
export interface Contact {
	id: string;
	name: string;
	nation: 'uk' | 'england' | 'wales' | 'scotland' | 'northern_ireland';
	does: Key;
	picture: PictureId | DrawingName;
	phone?: string;
	text?: { word?: string; to: string };
	web?: string;
	/** Only where the body itself says so. */
	hours?: Key;
	cost?: Key;
	source: string;
	checked_on: string;
	status: Status;
}

/** When somebody last looked at these facts. */
export const CHECKED = '2026-11-21';

const all: readonly Contact[] = [
	{
		id: 'childline',
		name: 'Childline',
		nation: 'uk',
		does: key(($) => $.contacts.childline),
		picture: 'call',
		phone: '0800 1111',
		web: 'childline.org.uk',
		cost: key(($) => $.contacts.free),
		source: 'childline.org.uk',
		checked_on: CHECKED,
		status: 'recheck' // its pages disagree about its hours, so none are printed
	},
	{
		id: 'shout',
		name: 'Shout',
		nation: 'uk',
		does: key(($) => $.contacts.shout),
		picture: 'text',
		text: { word: 'SHOUT', to: '85258' },
		hours: key(($) => $.contacts.anyTime),
		cost: key(($) => $.contacts.free),
		source: 'giveusashout.org',
		checked_on: CHECKED,
		status: 'ok'
	},
	{
		id: 'nhs111',
		name: 'NHS 111',
		nation: 'england',
		does: key(($) => $.contacts.nhs111),
		picture: 'nurse',
		phone: '111',
		hours: key(($) => $.contacts.anyTime),
		source: 'tewv.nhs.uk, northeastnorthcumbria.nhs.uk',
		checked_on: CHECKED,
		status: 'ok'
	},
	{
		id: 'help_at_hand',
		name: 'Help at Hand',
		nation: 'england',
		does: key(($) => $.contacts.helpAtHand),
		picture: 'megaphone',
		phone: '0800 528 0731',
		cost: key(($) => $.contacts.free),
		source: 'childrenscommissioner.gov.uk',
		checked_on: CHECKED,
		status: 'recheck' // hours of 2022
	},
	{
		id: 'coram_voice',
		name: 'Coram Voice',
		nation: 'england',
		does: key(($) => $.contacts.coramVoice),
		picture: 'advocate',
		phone: '0808 800 5792',
		source: 'coramvoice.org.uk',
		checked_on: CHECKED,
		status: 'recheck' // does the service go on under its name?
	},
	{
		id: 'ofsted',
		name: 'Ofsted',
		nation: 'england',
		does: key(($) => $.contacts.ofsted),
		picture: 'magnifier',
		phone: '0300 123 1231',
		source: 'manuals of children’s homes',
		checked_on: CHECKED,
		status: 'recheck' // another number is seen for worries about childcare
	},
	{
		id: 'nyas',
		name: 'NYAS',
		nation: 'england',
		does: key(($) => $.contacts.coramVoice),
		picture: 'advocate',
		phone: '0808 808 1001',
		source: 'sample data only',
		checked_on: CHECKED,
		status: 'hold' // the number was never seen on a page of theirs
	},
	{
		id: 'become',
		name: 'Become',
		nation: 'england',
		does: key(($) => $.contacts.coramVoice),
		picture: 'advocate',
		phone: '0800 023 2033',
		source: 'becomecharity.org.uk, about 2017',
		checked_on: CHECKED,
		status: 'hold'
	},
	{
		id: 'meic',
		name: 'Meic',
		nation: 'wales',
		does: key(($) => $.contacts.meic),
		picture: 'call',
		phone: '080880 23456',
		text: { to: '84001' },
		source: 'promo.cymru, eryica.org',
		checked_on: CHECKED,
		status: 'recheck'
	},
	{
		id: 'cypcs',
		name: 'Children and Young People’s Commissioner Scotland',
		nation: 'scotland',
		does: key(($) => $.contacts.cypcs),
		picture: 'megaphone',
		phone: '0800 019 1179',
		source: 'cypcs.org.uk',
		checked_on: CHECKED,
		status: 'ok'
	}
];

/** What children may see, in the order of the list. */
export const contacts: readonly Contact[] = all.filter(({ status }) => status !== 'hold');

/** One of them. A name that is held back is a mistake in a page, and is told at once. */
export function contact(id: string): Contact {
	const found = contacts.find((one) => one.id === id);
	if (!found) throw new Error(`no contact ${id}`);
	return found;
}
