import { describe, expect, it } from 'vitest';
import { key, load } from './words.ts';

describe('a home’s own words', () => {
	it('law 13: take the place of ours, also at the start of a sentence', async () => {
		const { t } = await load('en', ['public'], { key_worker: 'link worker' });
		expect(t(($) => $.common.keyWorker)).toBe('link worker');
		const arabic = await load('ar', ['public'], { key_worker: 'link worker' });
		expect(arabic.t(($) => $.common.KeyWorker)).toContain('\u2068Link worker\u2069');
	});
	it('are ours, in the reader’s language, where the home has none', async () => {
		expect((await load('en-easy', ['public'])).t(($) => $.common.keyWorker)).toBe('key worker');
		expect((await load('cy', ['public'])).t(($) => $.common.keyWorker)).toBe('gweithiwr allweddol');
	});
});

it('a name in Latin letters does not turn an Arabic sentence round', async () => {
	const { t } = await load('ar', ['public']);
	expect(t(($) => $.help.ring, { name: 'Childline' })).toBe('اتصل بـ \u2068Childline\u2069');
});

it('what somebody wrote is shown as they wrote it', async () => {
	const { t } = await load('en', ['public']);
	expect(t(($) => $.help.ring, { name: '<b>&{{name}} $t(guide.close)' })).toBe('Ring <b>&{{name}} $t(guide.close)');
});

it('every language counts in its own way', async () => {
	const days = async (lang: 'cy' | 'ar' | 'en', count: number) =>
		(await load(lang, ['my'])).t(($) => $.kit.days, { count });
	expect(await days('en', 1)).toBe('1 day');
	expect(await days('cy', 2)).toBe('2 ddiwrnod');
	expect(await days('ar', 11)).toBe('11 يومًا');
});

it('a Welsh day softens after the words that ask for it, and nowhere else', async () => {
	const { t } = await load('cy', ['my']);
	expect(t(($) => $.today.away, { when: 'dydd Iau 4:10' })).toBe('I ffwrdd tan ddydd Iau 4:10');
	expect(t(($) => $.today.away, { when: 'yfory' })).toBe('I ffwrdd tan yfory');
	expect(t(($) => $.time.promises.owner, { name: 'Sam', day: 'dydd Iau' })).toBe('Sam, erbyn dydd Iau');
});

it('an Arabic promise by Thursday is not one before Thursday', async () => {
	const { t } = await load('ar', ['my']);
	const said = t(($) => $.time.promises.owner, { name: 'سام', day: 'الخميس' }).replace(/[\u2068\u2069]/g, '');
	expect(said).toBe('سام، في موعد أقصاه الخميس');
});

it('safety words have English beside a translation that nobody has checked, and only there', async () => {
	const danger = key(($) => $.safety.danger);
	expect((await load('ar', ['public'])).english?.(danger)).toBe('In danger? Go to an adult you feel safe with.');
	const welsh = await load('cy', ['public']);
	expect(welsh.english?.(key(($) => $.common.keyWorker))).toBe('key worker');
	expect((await load('en-easy', ['public'])).english).toBeNull();
});

it('the language for testing is longer, and leaves the gaps alone', async () => {
	const { t, dir } = await load('qps', ['public']);
	const said = t(($) => $.help.ring, { name: 'Jo' });
	expect(dir).toBe('rtl');
	expect(said).toContain('Jo');
	expect(said.length).toBeGreaterThan('Ring {{name}}'.length);
});
