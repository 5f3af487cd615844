import type { Home } from './view.ts';

/** What a recording may hold, as the database allows; it stops by itself a little before. */
export const RECORDING = { seconds: 60, bytes: 122_880 };

/** Whether children may say something aloud. What an older app kept does not tell: then the home decides when it arrives. */
export const mayRecord = ({ recordings = true }: Pick<Home, 'recordings'>): boolean => recordings;
