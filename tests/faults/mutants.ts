import type { Mutant } from './mutant.ts';
import { KEPT } from './mutants-kept.ts';
import { LOCKS } from './mutants-locks.ts';
import { QUICK } from './mutants-quick.ts';
import { READERS } from './mutants-readers.ts';
import { SENT } from './mutants-sent.ts';
import { SET_BACK } from './mutants-set-back.ts';
import { SHOWN } from './mutants-shown.ts';

/** What is broken, one at a time: what a device keeps, sends, shows and seals, and who reads it. */
export const MUTANTS: Mutant[] = [...KEPT, ...SENT, ...SHOWN, ...LOCKS, ...QUICK, ...READERS, ...SET_BACK];
