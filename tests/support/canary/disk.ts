import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { unpackLevelDb, unsnappy } from './leveldb.ts';

/** Something that nobody but its child and its readers may ever see: a random word, or a piece of a drawing. */
export interface Canary {
	what: string;
	bytes: Buffer;
}

export interface Found {
	what: string;
	where: string;
}

/**
 * Looks for canaries in every file of a browser's profile, in every form in which they could lie there. What this cannot
 * see: what the browser itself encrypts (cookies, saved passwords), a compression other than LevelDB's and Chromium's own
 * snappy, blocks that the file system has let go of, swap, and memory.
 */
export function findOnDisk(folder: string, canaries: Canary[]): Found[] {
	const forms = canaries.map(({ what, bytes }) => ({ what, forms: formsOf(bytes) }));
	return filesIn(folder).flatMap((file) => {
		const layers = layersOf(file);
		return forms
			.filter(({ forms }) => layers.some((layer) => forms.some((form) => layer.includes(form))))
			.map(({ what }) => ({ what, where: relative(folder, file) }));
	});
}

/** The canaries that stand in a text, as they are, encoded, or as JSON writes them: a drawing is bytes that it escapes. */
export const findIn = (text: string, canaries: Canary[]): string[] =>
	canaries
		.filter(({ bytes }) => [...inJson(latin1(bytes)), ...formsOf(bytes).map(latin1)].some((one) => text.includes(one)))
		.map(({ what }) => what);

const latin1 = (bytes: Buffer): string => bytes.toString('latin1');

function inJson(plain: string): string[] {
	const once = JSON.stringify(plain).slice(1, -1);
	return [plain, once, JSON.stringify(once).slice(1, -1)];
}

const LETTERS = /^[\x20-\x7e]+$/;

/** As UTF-8 and UTF-16, as hex, and as base64 wherever it begins in a longer text. */
export function formsOf(bytes: Buffer): Buffer[] {
	const text = latin1(bytes);
	const wide = LETTERS.test(text) ? [Buffer.from(text, 'utf16le')] : [];
	const encoded = [bytes, ...wide].flatMap((plain) => [0, 1, 2].map((before) => insideBase64(plain, before)));
	const hex = bytes.toString('hex');
	const written = [hex, hex.toUpperCase(), ...encoded, ...encoded.map(urlSafe)];
	return [bytes, ...wide, ...written.flatMap((one) => [Buffer.from(one), Buffer.from(one, 'utf16le')])];
}

/** The letters of base64 that depend on these bytes alone, whatever stands before and after them. */
function insideBase64(bytes: Buffer, before: number): string {
	const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
	const from = Math.ceil((before * 8) / 6);
	const to = Math.floor(((before + bytes.length) * 8) / 6);
	return whole.slice(from, to);
}

const urlSafe = (text: string): string => text.replaceAll('+', '-').replaceAll('/', '_');

function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

/** A file as it is, and what lies in it compressed. */
function layersOf(file: string): Buffer[] {
	const bytes = read(file);
	const unpacked = unpackLevelDb(file, bytes);
	return [bytes, ...unpacked, ...[bytes, ...unpacked].flatMap(packedValues)];
}

function read(file: string): Buffer {
	try {
		return readFileSync(file);
	} catch {
		return Buffer.alloc(0); // it went away while the browser ended
	}
}

const PACKED = Buffer.from([0xff, 0x11, 0x02]);

/** Chromium compresses larger values before LevelDB sees them. */
function packedValues(bytes: Buffer): Buffer[] {
	const found: Buffer[] = [];
	for (let at = bytes.indexOf(PACKED); at !== -1; at = bytes.indexOf(PACKED, at + 1)) {
		const value = unsnappy(bytes.subarray(at + PACKED.length));
		if (value) found.push(value);
	}
	return found;
}
