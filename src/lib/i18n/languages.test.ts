import { expect, it } from 'vitest';
import { langFor } from './languages.ts';

it('the language that was chosen here comes first, then the one of the device, then English', () => {
	expect(langFor('cy', 'ar-SY')).toBe('cy');
	expect(langFor(undefined, 'ar-SY')).toBe('ar');
	expect(langFor(undefined, 'cy')).toBe('cy');
	expect(langFor(undefined, 'en-GB')).toBe('en');
	expect(langFor(undefined, 'fr-FR')).toBe('en');
	expect(langFor('klingon', 'ar')).toBe('ar');
});
