import type { EntryGenerator } from './$types';
import { everyPack } from '../../../../../content/every-pack';

export const entries: EntryGenerator = () => everyPack();
