/** A made-up home of its own for the journeys: `node tests/support/demo-server.ts PORT`. Its folder goes with it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'sayso-journeys-'));
process.env['PORT'] = process.argv[2] ?? '4199';
process.env['SAYSO_DATA'] = join(folder, 'home');
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
await import('../../supabase/server/start.ts');
