/** What stands behind the door: fetched as soon as the door is painted, before anybody can have asked for it. */
export { default as Prefetch } from './Prefetch.svelte';
export { default as Demo } from './Demo.svelte';
export { findDemo } from './demo-home.ts';
export { default as DoorLook } from './DoorLook.svelte';
export { default as HearFirst } from './HearFirst.svelte';
export { default as Forgot } from './Forgot.svelte';
export { default as Listen } from '$lib/ui/telling/Listen.svelte';
export { default as OpenDrawer } from './OpenDrawer.svelte';
