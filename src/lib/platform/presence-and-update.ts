/** What watches over an open app. Nobody needs it before the first paint. */
export { keepFocus } from './keep-focus.ts';
export { watchPresence } from './presence.ts';
export { QuietUpdates } from './update.ts';
