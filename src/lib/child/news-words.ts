import { personOf } from '$lib/domain/me.ts';
import type { News } from '$lib/domain/questions/news.ts';
import type { View } from '$lib/domain/view.ts';
import { sayDay, sayWhen, type Clock } from '$lib/i18n/when.ts';
import { capital, type Words } from '$lib/i18n/words.ts';
import { onAList } from './in-short.ts';

/** What came back, as a row says it: never the answer itself, nor what a complaint says. */
export function sayNews(news: News, view: View, words: Words, clock: Clock): { title: string; hint?: string } {
	const name = personOf(view, news.person_id)?.name ?? '';
	switch (news.kind) {
		case 'device':
			return { title: words.t(($) => $.today.news.device), hint: words.t(($) => $.today.news.deviceHint) };
		case 'agreement':
			return { title: words.t(($) => $.today.news.agreement), hint: words.t(($) => $.today.news.agreementHint) };
		case 'worker_changed':
			return { title: sayChange(news, words) };
		case 'promise_broken':
		case 'promise_late':
			return { title: words.t((w) => w.today.news[news.kind]), hint: news.promise.words };
		case 'recorded': {
			const when = sayDay(news.session.starts_at, clock);
			const hint = words.t(($) => $.today.news.recordedHint, { when });
			return { title: words.t(($) => $.today.news.recorded, { name }), hint };
		}
		case 'session_changed':
		case 'session_cancelled': {
			const hint = capital(sayWhen(news.session.starts_at, clock), words.lang);
			return { title: words.t((w) => w.today.news[news.kind]), hint };
		}
		default: {
			const hint = onAList(words, news.item) ?? words.t(($) => $.today.drawing);
			return { title: sayOfItem(news.kind, name, words), hint };
		}
	}
}

function sayChange({ change }: Extract<News, { kind: 'worker_changed' }>, words: Words): string {
	const { after, before } = change;
	return after
		? words.t(($) => $.today.news.worker, { name: after.name })
		: words.t(($) => $.today.news.workerGone, { name: before.name });
}

function sayOfItem(
	kind: 'answered' | 'let_in' | 'new_worker' | 'handled' | 'late',
	name: string,
	words: Words
): string {
	switch (kind) {
		case 'answered':
			return words.t(($) => $.today.answered, { name });
		case 'let_in':
			return words.t(($) => $.today.letIn.title, { name });
		case 'new_worker':
			return words.t(($) => $.today.newWorker.title, { name });
		case 'handled':
			return words.t(($) => $.story.one.handled, { name });
		case 'late':
			return words.t(($) => $.today.news.late);
	}
}
