import { describe, expect, it } from 'vitest';
import type { Lang } from './languages.ts';
import { sayDate, sayDay, sayDayShort, sayNames, sayOnPaper, sayTime, sayWhen } from './when.ts';

const at = (lang: Lang, zone = 'Europe/London') => ({ now: '2026-06-16T15:10:00Z', zone, lang });

describe('a child reads when something is', () => {
	it('as today, tomorrow and yesterday', () => {
		expect(sayDay('2026-06-16T22:30:00Z', at('en'))).toBe('today');
		expect(sayDay('2026-06-17', at('en'))).toBe('tomorrow');
		expect(sayDay('2026-06-15', at('en-easy'))).toBe('yesterday');
	});
	it('as a day of the week within six days, and with its date beyond', () => {
		expect(sayDay('2026-06-18', at('en'))).toBe('Thursday');
		expect(sayDay('2026-06-10', at('en'))).toBe('Wednesday');
		expect(sayDay('2026-06-23', at('en'))).toBe('Tuesday 23 June');
		expect(sayDate('2027-01-05', at('en'))).toBe('Tuesday 5 January 2027');
	});
	it('by the clock on the wall of the home, not of the device', () => {
		expect(sayWhen('2026-06-16T23:30:00Z', at('en'))).toBe('tomorrow 12:30 in the morning');
		expect(sayWhen('2026-06-16T23:30:00Z', at('en', 'America/New_York'))).toBe('today 7:30');
	});
	it('with the part of the day only where the hour could be mistaken', () => {
		expect(sayTime('2026-06-09T15:10:00Z', at('en'))).toBe('4:10');
		expect(sayTime('2026-06-09T06:32:00Z', at('en'))).toBe('7:32 in the morning');
		expect(sayTime('2026-06-09T20:15:00Z', at('en'))).toBe('9:15 at night');
	});
	it('as "Thursday 18 June, 4:30" when there are two numbers', () => {
		expect(sayWhen('2026-06-25T15:30:00Z', at('en'))).toBe('Thursday 25 June, 4:30');
		expect(sayWhen('2026-06-18T15:30:00Z', at('en'))).toBe('Thursday 4:30');
	});
	it('in Welsh, which Chromium does not know', () => {
		expect(sayWhen('2026-06-18T15:30:00Z', at('cy'))).toBe('dydd Iau 4:30');
		expect(sayDate('2026-06-18', at('cy'))).toBe('dydd Iau 18 Mehefin');
		expect(sayDay('2026-06-17', at('cy'))).toBe('yfory');
		expect(sayTime('2026-06-09T06:32:00Z', at('cy'))).toBe('7:32 y bore');
	});
	it('in Arabic, with the digits of the clocks here', () => {
		expect(sayWhen('2026-06-18T15:30:00Z', at('ar'))).toBe('الخميس، الساعة 4:30');
		expect(sayDay('2026-06-16', at('ar'))).toBe('اليوم');
	});
});

describe('where there is little room', () => {
	it('a day of a table is short once it is not near', () => {
		expect(sayDayShort('2026-06-18', at('en'))).toBe('Thursday');
		expect(sayDayShort('2026-06-01T15:30:00Z', at('en'))).toBe('1 Jun');
		expect(sayDayShort('2026-06-01', at('cy'))).toBe('dydd Llun 1 Mehefin');
		expect(sayWhen('2026-06-25T15:30:00Z', at('en'), '25 Jun')).toBe('25 Jun, 4:30');
	});
	it('a paper that lies around has the year, and 24 hours on the clocks of the home', () => {
		expect(sayOnPaper('2026-06-25T15:30:00Z', at('en'))).toBe('25/06/2026, 16:30');
		expect(sayOnPaper('2026-12-31T23:30:00Z', at('en'))).toBe('31/12/2026, 23:30');
		expect(sayOnPaper('2026-06-30T23:30:00Z', at('en'))).toBe('01/07/2026, 00:30');
		expect(sayOnPaper('2026-06-25', at('ar'))).toBe('25/06/2026');
	});
});

it('names stand in a row as each language says it', () => {
	expect(sayNames(['Sam', 'Jo', 'Pat'], 'en')).toBe('Sam, Jo and Pat');
	expect(sayNames(['Sam', 'Ash'], 'cy')).toBe('Sam ac Ash');
	expect(sayNames(['Sam', 'Jo'], 'ar')).toBe('\u2068Sam\u2069 و\u2068Jo\u2069'); // else Sam would stand on the left
	expect(sayNames(['Sam'], 'cy')).toBe('Sam');
});
