import { createHash } from 'node:crypto';
import type { CallArgs } from '../../../src/lib/domain/calls.ts';
import { aChild, aPerson, newId, oneOf, reason, type Writer } from './saying.ts';

const JPEG = '/9j/4AAQSkZJRgABAQAAAQABAAD/';
const hours = ({ now }: Writer, n: number) => new Date(Date.parse(now) + n * 3_600_000 + 31 * 60_000).toISOString();
const line = ({ random }: Writer) => (random.once(12) ? 'x'.repeat(301) : 'Ask at the office');

const LOOKALIKES = [
	'Sam\u200b',
	'S\u0430m',
	'Ｓａｍ',
	'Ѕаmmy',
	'Max\u202e',
	'ΜΑΧ',
	'M\u00e1x',
	'\u3164',
	'محمد',
	'Łukasz'
];

/** Cards, absences, people, devices, the home. */
export const PEOPLE = {
	save_card: (writer: Writer) => ({
		id: newId(writer),
		job: line(writer),
		things: Array.from({ length: writer.random.upTo(5) }, () => ({
			symbol: writer.random.pick([null, 'bird']),
			words: writer.random.pick(['I like "tea"', 'Tab\tand\nline', '🐋', 'x'.repeat(960), 'é'.repeat(970)])
		})),
		reach: line(writer),
		here: line(writer),
		picture: writer.random.once(12) ? 'no hash' : null
	}),
	put_picture: ({ random }: Writer) => {
		const data = random.pick(['no base64!', 'AAAA', JPEG.slice(0, 8), JPEG, JPEG.replace('/9j', 'AAA')]);
		const hash = createHash('sha256').update(Buffer.from(data, 'base64')).digest('hex');
		return { hash: random.once(3) ? 'no hash' : hash, data }; // only the database looks whether it fits
	},
	set_my_face: ({ random, view }: Writer) => ({
		name: random.pick([
			' Sam ',
			`Sam ${random.upTo(99)}`,
			...LOOKALIKES,
			'',
			'x'.repeat(41),
			random.pick(view.people).name.toUpperCase()
		]),
		picture: random.pick([null, 'bird', '1']),
		...(random.once(2) && { pronouns: random.pick(['', ' she ', 'they/them', 'x'.repeat(41)]) })
	}),
	set_away: (writer: Writer): CallArgs['set_away'] => {
		const from = writer.random.upTo(80) - 30;
		const worker = writer.random.once(3) ? { worker: aPerson(writer) } : {};
		return {
			id: newId(writer),
			...worker,
			from_at: hours(writer, from),
			until: writer.random.once(20) ? 'later' : hours(writer, from + writer.random.upTo(90)),
			cover: writer.random.once(4) ? null : aPerson(writer)
		};
	},
	end_away: (writer: Writer) => ({ away: oneOf(writer, writer.view.away) }),
	refuse_cover: (writer: Writer) => ({ away: oneOf(writer, writer.view.away) }),
	add_person: (writer: Writer): CallArgs['add_person'] => ({
		id: newId(writer),
		role: writer.random.pick(['child', 'worker', 'manager', 'responsible_individual'] as const),
		name: writer.random.pick(['Max', ` Max ${writer.random.upTo(99)}`, ...LOOKALIKES, '', 'x'.repeat(41)])
	}),
	set_at_work: (writer: Writer) => {
		const off = writer.view.people.filter(({ at_work }) => !at_work);
		if (off.length > 0 && writer.random.once(2)) return { person: writer.random.pick(off).id, at_work: true };
		return { person: aPerson(writer), at_work: writer.random.once(3) };
	},
	person_left: (writer: Writer) => ({ person: aPerson(writer) }),
	set_key_worker: (writer: Writer): CallArgs['set_key_worker'] => ({
		id: newId(writer),
		child: aChild(writer),
		worker: aPerson(writer),
		place: writer.random.pick([1, 2] as const),
		because: writer.random.once(3) ? null : reason(writer)
	}),
	end_key_worker: (writer: Writer) => ({
		key_worker: oneOf(
			writer,
			writer.view.key_workers.filter(({ until }) => until === null || writer.random.once(9))
		),
		because: reason(writer)
	}),
	invite: (writer: Writer) => ({
		id: newId(writer),
		person: aPerson(writer),
		device: writer.random.pick(['Blue\u00a0tablet\u202e', '\u3164', ' ', 'x'.repeat(61), 'Phone', 'Phone']),
		code_hash: writer.random.once(9) ? writer.random.pick(['xyz', 'abcd']) : writer.random.hex(64)
	}),
	end_code: (writer: Writer) => ({ invite: oneOf(writer, writer.view.invites) }),
	keep_device: () => ({}),
	approve_device: (writer: Writer) => ({ login: oneOf(writer, writer.view.devices) }),
	cut_off_device: (writer: Writer) => ({ login: oneOf(writer, writer.view.devices) }),
	invite_tablet: (writer: Writer) => ({
		id: newId(writer),
		device: writer.random.pick(['Kitchen tablet', ' ', 'x'.repeat(61), 'Hall', 'Hall']),
		code_hash: writer.random.once(9) ? writer.random.pick(['xyz', 'abcd']) : writer.random.hex(64)
	}),
	cut_off_tablet: (writer: Writer) => ({ tablet: oneOf(writer, writer.view.tablets ?? []) }),
	set_home: ({ random }: Writer): CallArgs['set_home'] => ({
		name: random.pick(['Maple House', ' Maple ', 'Maple\u200b\u00a0House', '\u2800', '', 'x'.repeat(61)]),
		nation: random.pick(['england', 'wales'] as const),
		time_zone: random.pick(['Europe/London', 'Europe/London', 'Mars/Phobos', 'posixrules']),
		labels: random.pick([{}, { wish: 'Ask' }, { wish: 'é'.repeat(40) }, { wish: 'x'.repeat(41), child: 'y' }]),
		rhythm_days: random.pick([7, null, 0, 61, 14]),
		unread_hours: random.pick([24, 24, 0, 721, 1, 1.5]),
		answer_hours: random.pick([168, 168, 0, 1441, 30]),
		...(random.once(2) ? { complaint_hours: random.pick([240, 240, 0, 1441]) } : {}),
		...(random.once(2) && { recordings: random.once(2) })
	})
};
