import type { ParamMatcher } from '@sveltejs/kit';
import { nationOf } from '../content/nations';

/** England's pages have no nation in their address: each page has one address only. */
export const match = ((param: string): boolean =>
	param !== 'england' && nationOf(param) !== undefined) satisfies ParamMatcher;
