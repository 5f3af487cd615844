import type { ParamMatcher } from '@sveltejs/kit';
import { SECTIONS } from '$lib/domain/vocabulary/sections';
import { type SectionKey } from '$lib/domain/view';

export const match = ((param: string): param is SectionKey =>
	SECTIONS.some((section) => section === param)) satisfies ParamMatcher;
