import type { Lock } from '$lib/client/local/lock.ts';
import type { Style } from '$lib/client/view-state.ts';
import { key, type Key } from '$lib/i18n/words.ts';
import type { FaceId } from '$lib/ui/people/faces.ts';

/** The steps of a child, one question on each. */
export const STEPS: readonly Step[] = ['code', 'name', 'picture', 'lock', 'secret'];
export type Step = 'code' | 'name' | 'picture' | 'lock' | 'secret' | 'making' | 'staff' | 'tablet';

const titles: Record<Step, Key> = {
	code: key(($) => $.join.code.title),
	name: key(($) => $.join.name.title),
	picture: key(($) => $.join.picture.title),
	lock: key(($) => $.lock.how),
	secret: key(($) => $.lock.picturesTitle),
	making: key(($) => $.join.making.title),
	staff: key(($) => $.join.staff.title),
	tablet: key(($) => $.join.tablet.title)
};

/** What somebody has said so far on their way in. It lives in this page only. */
export class Joining {
	step = $state<Step>('code');
	code = $state('');
	name = $state('');
	picture = $state<FaceId | null>(null);
	lock = $state<Exclude<Lock, 'password'>>('pictures');
	secret = $state('');
	problem = $state<string | null>(null);

	get title(): Key {
		if (this.step === 'secret' && this.lock === 'pin') return key(($) => $.lock.pinTitle);
		return titles[this.step];
	}

	/** A letter or a pattern makes a plain drawer. */
	get style(): Style {
		return this.picture?.includes('_') ? 'plain' : 'picture';
	}

	go(step: Step): void {
		this.problem = null;
		this.step = step;
	}

	back(): void {
		const before = STEPS[STEPS.indexOf(this.step) - 1];
		this.secret = '';
		this.go(before ?? 'code');
	}
}
