import { readFileSync } from 'node:fs';

export interface ServerUser {
	uid?: number;
	gid?: number;
}

/** PostgreSQL refuses to run as root: then as Debian's postgres, or as nobody. */
export function serverUser(): ServerUser {
	if (process.getuid?.() !== 0) return {};
	const users = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'));
	const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
	return found ? { uid: Number(found[2]), gid: Number(found[3]) } : { uid: 65534, gid: 65534 };
}
