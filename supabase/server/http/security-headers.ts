/**
 * What every answer says to the browser. The policy here holds what a page's own <meta> cannot say; two policies both
 * hold, so it must not forbid the inline script that the page's hash allows.
 */
export function securityHeaders(path: string, https: boolean): Record<string, string> {
	return {
		'content-security-policy': path.endsWith('.js') ? FOR_SCRIPTS : FOR_THE_REST,
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'no-referrer',
		'permissions-policy': PERMISSIONS,
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		...(https && { 'strict-transport-security': 'max-age=63072000' })
	};
}

const FOR_THE_REST = "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

/** A worker has no <meta>: the policy that comes with its script is its own. It too asks nobody but us. */
const FOR_SCRIPTS = `default-src 'none'; script-src 'self'; connect-src 'self'; ${FOR_THE_REST}`;

/** The camera reads a code; nothing else of the device is anybody's business here. */
const PERMISSIONS = [
	'camera=(self)',
	...[
		'accelerometer',
		'display-capture',
		'encrypted-media',
		'geolocation',
		'gyroscope',
		'hid',
		'idle-detection',
		'local-fonts',
		'magnetometer',
		'microphone',
		'midi',
		'payment',
		'publickey-credentials-get',
		'screen-wake-lock',
		'serial',
		'usb',
		'xr-spatial-tracking'
	].map((feature) => `${feature}=()`)
].join(', ');
