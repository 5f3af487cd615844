import type { News } from '$lib/domain/questions/news.ts';
import { selected } from '$lib/shell/selected.svelte.ts';
import { readNews } from './dismissed.svelte.ts';

/** Where something that came back is opened, and what is then in sight. Opening it takes it off; whose a device is, is said. */
export function goToNews(news: News): { href: string; open: () => Promise<void> } {
	const read = async (): Promise<void> => {
		if (news.kind !== 'answered' && news.kind !== 'device') await readNews.add(news.id);
	};
	switch (news.kind) {
		case 'device':
			return { href: '/my/devices', open: read };
		case 'worker_changed':
			return {
				href: '/my/card',
				open: () => (select({ person: (news.change.after ?? news.change.before).id }), read())
			};
		case 'session_changed':
		case 'session_cancelled':
			return { href: '/my/time', open: read };
		case 'agreement':
			return { href: '/my/time/meet', open: read };
		case 'recorded':
		case 'promise_broken':
		case 'promise_late':
			return { href: '/my/time/last', open: read };
		default:
			return { href: '/my/story', open: () => (select({ item: news.item.id }), read()) };
	}
}

const select = (what: Partial<typeof selected>): unknown => Object.assign(selected, what);
