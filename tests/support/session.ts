import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { CallArgs } from '../../src/lib/domain/calls.ts';
import type { Id } from '../../src/lib/domain/item.ts';
import { newChild } from './asking.ts';
import type { Child } from './child.ts';
import type { Home } from './home.ts';

export const soon = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
export const PLAN = { place: 'The park', how: 'walk', purpose: 'Hear how school is.' } as const;

/** A child whose key worker is Jo, and a time with her. */
export async function planned(
	home: Home,
	child: Child,
	change: Partial<CallArgs['plan_session']> = {}
): Promise<{ me: Id; session: Id }> {
	const jo = await home.as('jo');
	await home.as('pat');
	const me = await newChild(home, child, ['Jo']);
	const session = randomUUID();
	await jo.call('plan_session', {
		id: session,
		event: randomUUID(),
		child: me,
		starts_at: soon(3),
		...PLAN,
		...change
	});
	await child.looksAgain();
	return { me, session };
}

export async function toOurTime(child: Child): Promise<void> {
	await child.page.getByRole('region', { name: 'Our time' }).getByRole('link').click({ timeout: 20_000 });
	await expect(child.page.getByRole('heading', { level: 1, name: 'Our time' })).toBeVisible();
}
