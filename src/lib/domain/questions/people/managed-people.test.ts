import { expect, it } from 'vitest';
import { hours, mapleAs, person } from '../../testing/maple.ts';
import { invitablePeople, managedPeople, rolesToAdd } from './managed-people.ts';

const ids = (list: { id: string }[]) => list.map(({ id }) => id);
const people = [
	...[person('pat', 'manager'), person('morgan', 'responsible_individual'), person('jo', 'worker')],
	...[person('robin', 'child'), person('left', 'worker', { left_at: hours(-1) })],
	person('ill', 'worker', { at_work: false })
];
const as = (me: string) => mapleAs(me, { people });

it('the manager runs all of the home’s people; whoever stands above, managers and their like', () => {
	expect(ids(managedPeople(as('pat')))).toEqual(['robin', 'ill', 'jo', 'left', 'pat', 'morgan']);
	expect(ids(managedPeople(as('morgan')))).toEqual(['pat', 'morgan']);
});

it('a code is made for who is here and at work, and not for whoever stands above the one who makes it', () => {
	expect(ids(invitablePeople(as('pat')))).toEqual(['robin', 'jo', 'pat']);
	expect(ids(invitablePeople(as('morgan')))).toEqual(['pat', 'morgan']);
});

it('nobody inside the app adds whoever stands above the manager', () => {
	expect(rolesToAdd(as('pat'))).toEqual(['child', 'worker', 'manager']);
	expect(rolesToAdd(as('morgan'))).toEqual(['manager']);
	expect(rolesToAdd(as('jo'))).toEqual([]);
});
