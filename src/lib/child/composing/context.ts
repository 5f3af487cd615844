import { createContext } from 'svelte';
import type { Saying } from './wish-draft.svelte.ts';

const [get, set] = createContext<Saying>();

/** The steps of asking are pages of their own, so that Back goes one step back. They share what is being said. */
export const provideSaying = set;
export const useSaying = get;
