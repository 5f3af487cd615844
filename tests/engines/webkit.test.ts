import { freePort } from './engine.ts';
import { needed } from './installed.ts';
import { journeysIn } from './journeys.ts';
import { openWebKit } from './webkit.ts';

journeysIn('WebKitGTK', async () => openWebKit(needed().webkit, await freePort()));
