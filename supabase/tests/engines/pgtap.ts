import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { root } from './kinds.ts';

const BLOCK = 512;

/**
 * pgTAP is plain SQL, and PGlite's package carries it: so both engines run the same version, and none needs a package of
 * the system. It stands in a schema of its own, open to every role, since our migrations close what is made later.
 */
export function pgtap(): string {
	const archive = gunzipSync(readFileSync(`${root}node_modules/@electric-sql/pglite/dist/pgtap.tar.gz`));
	const sql = fileIn(archive, /\/extension\/pgtap\.sql$/);
	return `create schema tap; set search_path = tap; ${sql};
		grant usage on schema tap to public; grant execute on all functions in schema tap to public;
		grant select on all tables in schema tap to public; reset search_path;`;
}

function fileIn(archive: Buffer, wanted: RegExp): string {
	for (let at = 0; at + BLOCK <= archive.length;) {
		const header = archive.subarray(at, at + BLOCK).toString('latin1');
		const name = header.slice(0, 100).split('\0', 1)[0] ?? '';
		const size = Number.parseInt(header.slice(124, 136), 8) || 0;
		if (wanted.test(name)) return archive.subarray(at + BLOCK, at + BLOCK + size).toString('utf8');
		at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
	}
	throw new Error(`PGlite's package no longer carries ${wanted.source}`);
}
