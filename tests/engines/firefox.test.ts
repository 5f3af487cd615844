import { freePort } from './engine.ts';
import { openFirefox } from './firefox.ts';
import { needed } from './installed.ts';
import { journeysIn } from './journeys.ts';

journeysIn('Firefox', async () => openFirefox(needed().firefox, await freePort()));
