import { loadPack } from '../../../../../content/pack';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => ({ pack: await loadPack((await parent()).words.lang) });
