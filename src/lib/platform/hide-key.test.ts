import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Key = { type: string; key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean };
const NONE = { ctrlKey: false, altKey: false, metaKey: false };
let onKey: (key: Key) => void;
let hidden: number;
let line: { textContent: string; dataset: Record<string, string> };
let page: EventTarget;

beforeEach(async () => {
	vi.useFakeTimers();
	vi.resetModules();
	hidden = 0;
	line = { textContent: '', dataset: { two: 'two more', one: 'one more', late: 'not hidden' } };
	page = new EventTarget();
	vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
	const found: Record<string, unknown> = { '[data-hide]': { click: () => hidden++ }, '[data-late]': line };
	vi.stubGlobal('document', { querySelector: (what: string) => found[what] });
	({ onKey } = await import('./hide-key.ts'));
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const down = (key: string, held: Partial<Key> = {}) => onKey({ type: 'keydown', key, ...NONE, ...held });
const up = (key: string) => onKey({ type: 'keyup', key, ...NONE });
function press(key: string, held: Partial<Key> = {}): void {
	down(key, held);
	up(key);
}

describe('Shift three times', () => {
	it('presses Hide, and tells each time how often still', () => {
		press('Shift');
		expect(line.textContent).toBe('two more');
		press('Shift');
		expect([line.textContent, hidden]).toEqual(['one more', 0]);
		press('Shift');
		expect([line.textContent, hidden]).toEqual(['', 1]);
	});

	it('may be as slow as five seconds from one to the next', () => {
		press('Shift');
		vi.advanceTimersByTime(4900);
		press('Shift');
		vi.advanceTimersByTime(4900);
		press('Shift');
		expect(hidden).toBe(1);
	});

	it('is forgotten after five seconds, and that is told for a while', () => {
		press('Shift');
		press('Shift');
		vi.advanceTimersByTime(5000);
		expect(line.textContent).toBe('not hidden');
		press('Shift');
		expect([line.textContent, hidden]).toEqual(['two more', 0]);
		vi.advanceTimersByTime(10_000);
		expect(line.textContent).toBe('');
	});

	it('held for long is one press', () => {
		for (let times = 0; times < 50; times++) down('Shift');
		up('Shift');
		expect(line.textContent).toBe('two more');
	});

	it('does nothing, and says nothing, where there is no Hide', () => {
		vi.stubGlobal('document', { querySelector: (what: string) => (what === '[data-late]' ? line : null) });
		for (let times = 0; times < 3; times++) press('Shift');
		expect([line.textContent, hidden]).toEqual(['', 0]);
	});
});

describe('Shift is not counted', () => {
	const thrice = (how: () => void) => {
		for (let times = 0; times < 3; times++) how();
		expect(hidden).toBe(0);
	};

	it('for capital entries', () =>
		thrice(() => {
			down('Shift');
			press('A');
			up('Shift');
		}));

	it('for a capital letter whose Shift is let go first', () =>
		thrice(() => {
			down('Shift');
			down('A');
			up('Shift');
			up('A');
		}));

	it.each(['ctrlKey', 'altKey', 'metaKey'])('with %s held, as VoiceOver and others do', (held) =>
		thrice(() => press('Shift', { [held]: true }))
	);

	it('with a key of NVDA or JAWS held', () => {
		down('Insert');
		thrice(() => press('Shift'));
		up('Insert');
		for (let times = 0; times < 3; times++) press('Shift');
		expect(hidden).toBe(1);
	});

	it('where another key comes between', () =>
		thrice(() => {
			press('Shift');
			press('Shift');
			press('Tab');
		}));

	it('where the mouse or a finger comes between, or with it', () =>
		thrice(() => {
			down('Shift');
			page.dispatchEvent(new Event('pointerdown'));
			up('Shift');
		}));

	it('and a key whose end another window saw is not held for ever', () => {
		down('Alt');
		page.dispatchEvent(new Event('blur'));
		for (let times = 0; times < 3; times++) press('Shift');
		expect(hidden).toBe(1);
	});
});
