import { createContext } from 'svelte';
import type { WishDraft } from './wish-draft.svelte.ts';

const [get, set] = createContext<WishDraft>();

/** The steps of asking are pages of their own, so that Back goes one step back. They share what is being said. */
export const provideWishDraft = set;
export const useWishDraft = get;
