import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { isHttps } from './request-origin.ts';

/** The camera reads a code, a child may say something aloud; nothing else of the device is anybody's business here. */
const permissionsPolicy = {
	camera: ['self'],
	accelerometer: [],
	displayCapture: [],
	encryptedMedia: [],
	geolocation: [],
	gyroscope: [],
	hid: [],
	idleDetection: [],
	localFonts: [],
	magnetometer: [],
	microphone: ['self'],
	midi: [],
	payment: [],
	publickeyCredentialsGet: [],
	screenWakeLock: [],
	serial: [],
	usb: [],
	xrSpatialTracking: []
};

/** `frame-ancestors` says more than X-Frame-Options; the others are for browsers that we do not promise anything. */
const obsolete = {
	originAgentCluster: false,
	xDnsPrefetchControl: false,
	xDownloadOptions: false,
	xFrameOptions: false,
	xPermittedCrossDomainPolicies: false,
	xXssProtection: false
};

/**
 * What a page's own <meta> cannot say. Two policies both hold, so this one must not forbid the inline script that the page's hash
 * allows.
 */
const forPages = {
	frameAncestors: ["'none'"],
	baseUri: ["'none'"],
	formAction: ["'self'"],
	objectSrc: ["'none'"]
};

/** A worker has no <meta>: the policy that comes with its script is its own. It too asks nobody but us. */
const forScripts = { defaultSrc: ["'none'"], scriptSrc: ["'self'"], connectSrc: ["'self'"], ...forPages };

/** What every answer says to the browser. */
export function securityHeaders(trustProxy: boolean): MiddlewareHandler {
	const headers = (contentSecurityPolicy: typeof forPages, strictTransportSecurity: string | false) =>
		secureHeaders({ permissionsPolicy, ...obsolete, contentSecurityPolicy, strictTransportSecurity });
	const overHttp = { page: headers(forPages, false), script: headers(forScripts, false) };
	const overHttps = { page: headers(forPages, 'max-age=63072000'), script: headers(forScripts, 'max-age=63072000') };
	return (c, next) => {
		const { page, script } = isHttps(c, trustProxy) ? overHttps : overHttp;
		return c.req.path.endsWith('.js') ? script(c, next) : page(c, next);
	};
}
