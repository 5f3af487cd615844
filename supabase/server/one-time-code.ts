import { createHash, randomBytes } from 'node:crypto';
import { makeCode } from '../../src/lib/domain/code.ts';

/** A fresh one-time code, as letters to type. */
export const makeOneTimeCode = (): string => makeCode((bytes) => randomBytes(bytes));

/** All that the database ever knows of a code. */
export const hashOf = (code: string): Buffer => createHash('sha256').update(code).digest();
