import { expect, type Page } from '@playwright/test';
import type { languages } from '../../src/lib/i18n/languages.ts';
import { findsNothingWrong } from './axe.ts';

/** How a desk can look: a language and a theme. */
export interface DeskLook {
	lang: (typeof languages)[number];
	theme?: 'night' | 'contrast';
	text?: 'large' | 'largest';
}

/** A person of the made-up home, at a desk that looks so. By no word of any language: it may be any. */
export async function sitsDown(page: Page, person: 'Jo' | 'Pat' | 'Morgan', look: DeskLook): Promise<void> {
	await page.addInitScript((kept) => localStorage.setItem('sayso.look', JSON.stringify(kept)), look);
	await page.goto('/');
	await page
		.locator('.demo-btn')
		.filter({ hasText: new RegExp(`\\b${person}\\b`) })
		.click();
	await expect(page.locator('.places a').first()).toBeVisible({ timeout: 30_000 });
	await expect(page.locator('html')).toHaveAttribute('lang', look.lang === 'en-easy' ? /en/ : look.lang);
}

/** To a page of the app, as its links lead there: without loading anything anew, which would shut the drawer. */
export async function goes(page: Page, href: string): Promise<void> {
	await page.evaluate((to) => {
		const link = Object.assign(document.createElement('a'), { href: to });
		document.body.append(link);
		link.click();
		link.remove();
	}, href);
	await expect(page).toHaveURL((url) => url.pathname === href);
	await expect(page.locator('h1').first()).toBeVisible();
}

/** The same for pages that are about a child, a time or a thing: the first link there is to them. */
export async function follows(page: Page, href: string): Promise<void> {
	await page.locator(`main a[href="${href}"]`).first().click();
	await expect(page).toHaveURL((url) => url.pathname === href);
	await expect(page.locator('h1').first()).toBeVisible();
}

/** Presses the main button of a form that is not filled in (the last one there is): what it says about that is looked at, too. */
export async function tooEarly(page: Page, form = page.locator('main form').last()): Promise<void> {
	await form.locator('button[type=submit]').last().click();
	await expect(page.locator('.field-error').first()).toBeVisible();
	await findsNothingWrong(page);
}
