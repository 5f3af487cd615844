import type { Plan } from '$lib/domain/questions/time/sessions.ts';
import type { Words } from '$lib/i18n/words.ts';
import { sayActivity } from '$lib/shell/say-activity.ts';

/** "Walk"; "Do something: Food: Bake a cake", where the child said what. */
export function sayHow({ how, activity }: Pick<Plan, 'how' | 'activity'>, words: Words): string {
	const said = words.t((w) => w.staff.how[how]);
	return activity ? `${said}: ${sayActivity(activity, words)}` : said;
}
