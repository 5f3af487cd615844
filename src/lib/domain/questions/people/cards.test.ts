import { expect, it } from 'vitest';
import { mapleAs, NOW } from '../../testing/maple.ts';
import type { Card } from '../../view.ts';
import { needsCard } from './cards.ts';

const card = (person_id: string): Card => ({
	...{ person_id, job: 'Key worker', things: [], reach: 'Ring', here: 'Days', picture: null, at: NOW }
});

it('owe a card until they have made one; a child owes none', () => {
	const view = mapleAs('sam', { cards: [card('jo')] });
	expect([needsCard(view), needsCard(view, 'jo'), needsCard(view, 'robin'), needsCard(view, 'stranger')]).toEqual([
		...[true, false, false, false]
	]);
});
