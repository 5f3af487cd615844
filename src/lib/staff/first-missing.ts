import { tick } from 'svelte';

/** Puts the focus on the first field that still needs something, once its words stand under it. */
export async function toFirstMissing(form: HTMLElement | undefined): Promise<void> {
	await tick();
	const error = form?.querySelector('.field-error');
	error?.closest('fieldset, .field')?.querySelector<HTMLElement>('input, select, textarea')?.focus();
}
