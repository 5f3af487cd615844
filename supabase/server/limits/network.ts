/** A device changes its IPv6 address at will within its /64: count that. */
export const networkOf = (address: string): string => firstOf(address, 4, 4);

/** The networks that whoever has one of them can often have, too: an IPv4 /24, an IPv6 /48. */
export const regionOf = (address: string): string => firstOf(address, 3, 3);

function firstOf(address: string, bytes: number, groups: number): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
	if (!plain.includes(':')) return plain.split('.').slice(0, bytes).join('.');
	const [head = '', tail = ''] = plain.split('::');
	const left = head.split(':').filter(Boolean);
	const right = tail.split(':').filter(Boolean);
	const zeros = plain.includes('::') ? Array<string>(8 - left.length - right.length).fill('0') : [];
	return [...left, ...zeros, ...right].slice(0, groups).map(plainGroup).join(':');
}

/** 0db8, DB8 and db8 are one. */
const plainGroup = (group: string) => (group.replace(/^0+(?=.)/, '') || '0').toLowerCase();
