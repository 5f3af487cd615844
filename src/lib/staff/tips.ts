import type { Messages } from '$lib/i18n/messages.d.ts';

/** Something that young people asked of their workers: dated facts, told in our words. */
interface Tip {
	tip: keyof Messages['plan']['tip'];
	who: string;
	source: string;
	checked_on: string;
}

/** Said about social workers. The home's own young people have not written theirs yet: nothing is made up in their place. */
export const TIPS: readonly Tip[] = [
	{
		tip: 'trafford',
		who: 'Children in Care Council, Trafford, 2019',
		source:
			'https://www.trafford.gov.uk/residents/children-and-families/family-update/2019/Q1/Children-in-Care-Council.aspx',
		checked_on: '2026-11-22'
	},
	{
		tip: 'bcp',
		who: 'Young people in Bournemouth, Christchurch and Poole',
		source: 'https://www.bcppartnershipacademy.co.uk/our-children-and-young-people/voices-of-our-young-people',
		checked_on: '2026-11-22'
	}
];
