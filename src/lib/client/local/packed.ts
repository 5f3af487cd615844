import type { Bytes } from '$lib/platform/ids.ts';

/** What a view is stored as: JSON, made small first, since it is read and sealed whole and repeats itself. */
export const pack = (value: unknown): Promise<Bytes> =>
	through(new CompressionStream('gzip'), new TextEncoder().encode(JSON.stringify(value)));

const GZIP = 0x1f; // how each of these begins, and no JSON

/** Whether `pack` made it: a drawer of an older version holds its view as it is. */
export const isPacked = (bytes: Bytes): boolean => bytes[0] === GZIP;

/** Throws where it is not what `pack` made. What it is, whoever packed it knows. */
export const unpack = async <T>(bytes: Bytes): Promise<T> =>
	JSON.parse(new TextDecoder().decode(await through(new DecompressionStream('gzip'), bytes)));

const through = async (stream: CompressionStream | DecompressionStream, bytes: Bytes): Promise<Bytes> =>
	new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
