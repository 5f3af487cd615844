import { createHmac, randomBytes } from 'node:crypto';

export interface Keys {
	/** Signs the tokens. */
	jwtSecret: string;
	/** Says "from this app": the page gets it, and it opens nothing by itself. */
	publishable: string;
	/** Signs what a known device shows. */
	devices: string;
	/** Lite wants one. It is new for each run, is told to nobody, and the gate lets none through. */
	secret: string;
}

export const newSecret = () => randomBytes(48).toString('base64url');

/** All keys out of one secret: a lost or changed one only means that every device signs in again. */
export function deriveKeys(secret: string): Keys {
	const derive = (purpose: string) => createHmac('sha256', secret).update(`sayso ${purpose}`).digest('base64url');
	return {
		jwtSecret: derive('tokens'),
		publishable: `sb_publishable_${derive('publishable').slice(0, 32)}`,
		devices: derive('devices'),
		secret: `sb_secret_${newSecret()}`
	};
}
