import { expect, it } from 'vitest';
import { hours, mapleAs, NOW, topic, wish } from '../../testing/maple.ts';
import type { Item } from '../../item.ts';
import {
	allOpen,
	childrenHeard,
	closedItems,
	needsAnswer,
	notes,
	notesAbout,
	openItems,
	waitingWithoutWords
} from './open-items.ts';

const ids = (items: Item[]) => items.map(({ id }) => id);
const note = (id: string, sent: number, child_id = 'robin') =>
	wish({ id, kind: 'note', author_id: 'jo', child_id, sent_at: hours(sent) });
const items = [
	...[wish({ id: 'young' }), topic({ id: 'topic', asked_at: hours(-5) }), wish({ id: 'old', asked_at: hours(-9) })],
	...[note('told', -3), note('told since', -2), note('of kai', -1, 'kai')],
	...[wish({ id: 'answered', closed_at: hours(-4) }), wish({ id: 'taken back', closed_at: hours(-3) })],
	wish({ id: 'kai', child_id: 'kai', asked_at: hours(-7) })
];
const view = mapleAs('jo', { items, waiting: [{ child_id: 'alex', asked_at: NOW }] });

it('what a child said and nobody answered stands oldest first, topics among wishes: what waits longest is seen first', () => {
	expect(ids(openItems(view, 'robin'))).toEqual(['old', 'topic', 'young']);
	expect(ids(allOpen(view))).toEqual(['old', 'kai', 'topic', 'young']);
});

it('what is closed stands newest first', () => {
	expect(ids(closedItems(view, 'robin'))).toEqual(['taken back', 'answered']);
});

it('a note asks for no answer: it stands by itself, newest first', () => {
	expect(ids(notes(view))).toEqual(['of kai', 'told since', 'told']);
	expect(ids(notesAbout(view, 'robin'))).toEqual(['told since', 'told']);
});

it('what a child tells of themselves waits for nobody', () => {
	const told = mapleAs('jo', { items: [wish({ kind: 'about_me' })] });
	expect([allOpen(told), openItems(told, 'robin'), told.items.filter(needsAnswer)]).toEqual([[], [], []]);
});

it('somebody is heard of whom I read something, or only know that something waits', () => {
	expect(childrenHeard(view)).toEqual(['robin', 'kai', 'alex']);
	expect(waitingWithoutWords(view, 'alex')).toHaveLength(1);
	expect(waitingWithoutWords(view, 'robin')).toEqual([]);
});
