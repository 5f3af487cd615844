import type { Locator } from '@playwright/test';
import { expect, test } from '../support/journey.ts';

/** Pastes as a person does. */
async function paste(field: Locator, text: string): Promise<void> {
	await field.evaluate((element: HTMLTextAreaElement | HTMLInputElement, pasted) => {
		element.focus();
		element.select();
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', pasted);
		const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
		if (!element.dispatchEvent(event)) return;
		element.setRangeText(pasted, 0, element.value.length, 'end');
		element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
	}, text);
}

test('what is pasted in the guide is kept whole: too much is said and refused, lines stay lines, a number is shown as it rings', async ({
	adult
}, { retry }) => {
	const pat = await adult('Pat');
	await pat.go('Guide');
	await pat.press(`Write it: ${retry === 0 ? 'Seeing my family' : 'My social worker’s team'}`);
	const line = (count: number) => pat.page.getByRole('textbox', { name: `Line ${count}`, exact: true });
	const long = `${'You can say it to any adult here. '.repeat(15)}Nobody may punish you.`.slice(-520);
	await paste(line(1), long);
	await expect(line(1)).toHaveValue(long);
	await expect(pat.words('That is too long. Take out 220 letters.')).toBeVisible();
	await pat.press('Publish');
	await expect(line(1)).toBeFocused();
	await expect(pat.words('Done. Children can read it once this device is online.')).toBeHidden();

	await paste(line(1), 'Knock first.\r\n\r\nNo shouting.\nBe kind.');
	await expect(line(1)).toHaveValue('Knock first.');
	await expect(line(2)).toHaveValue('No shouting.');
	await expect(line(3)).toHaveValue('Be kind.');
	await expect(line(3)).toBeFocused();

	await pat.page.getByRole('combobox', { name: 'What it is' }).nth(2).selectOption('ring');
	await pat.page.getByRole('textbox', { name: 'Number' }).fill('+44 (0)20\u00a07946\u20110958');
	await expect(pat.words('This is what will be rung: +44 20 7946 0958')).toBeVisible();
	await pat.press('Publish');
	await expect(pat.words('Done. Children can read it once this device is online.')).toBeVisible();
});

test('a name that is pasted is kept whole, with two lines as two words', async ({ adult }) => {
	const pat = await adult('Pat');
	await pat.go('People');
	const name = pat.page.getByLabel('Name to call them', { exact: true });
	await paste(name, 'Mary\r\nAnn');
	await expect(name).toHaveValue('Mary Ann');
	await paste(name, 'x'.repeat(52));
	await expect(name).toHaveValue('x'.repeat(52));
	await expect(pat.words('That is too long. Take out 12 letters.')).toBeVisible();
});
