/** What watches over an open app. Nobody needs it before the first paint. */
export { watchPresence } from './presence.ts';
export { QuietUpdates } from './update.ts';
