/** What Chromium keeps in LevelDB (IndexedDB, localStorage, the list of Cache Storage), with its compression undone. */

/** Everything that lies in a file of LevelDB, as it was before it was cut into blocks and compressed. */
export function unpackLevelDb(name: string, bytes: Buffer): Buffer[] {
	if (/\.(ldb|sst)$/.test(name)) return tableBlocks(bytes);
	return /\.log$|MANIFEST-\d+$/.test(name) ? [logRecords(bytes)] : [];
}

const LOG_BLOCK = 32_768;
const LOG_HEADER = 7;

/** A log cuts its records at the ends of blocks: the pieces are put together again. */
function logRecords(bytes: Buffer): Buffer {
	const pieces: Buffer[] = [];
	for (let block = 0; block < bytes.length; block += LOG_BLOCK) {
		const end = Math.min(block + LOG_BLOCK, bytes.length);
		for (let at = block; at + LOG_HEADER <= end;) {
			const length = bytes.readUInt16LE(at + 4);
			if (bytes[at + 6] === 0) break; // the rest of the block is empty
			pieces.push(bytes.subarray(at + LOG_HEADER, Math.min(at + LOG_HEADER + length, end)));
			at += LOG_HEADER + length;
		}
	}
	return Buffer.concat(pieces);
}

const FOOTER = 48;
const MAGIC = Buffer.from('57fb808b247547db', 'hex');

function tableBlocks(bytes: Buffer): Buffer[] {
	if (bytes.length < FOOTER || !bytes.subarray(-8).equals(MAGIC)) return [];
	const footer = new Reader(bytes.subarray(-FOOTER));
	footer.handle(); // of the filters
	const index = blockAt(bytes, footer.handle());
	return index ? entries(index).flatMap(({ value }) => dataBlock(bytes, value)) : [];
}

function dataBlock(bytes: Buffer, handle: Buffer): Buffer[] {
	const block = blockAt(bytes, new Reader(handle).handle());
	return block ? entries(block).flatMap(({ key, value }) => [key, value]) : [];
}

function blockAt(bytes: Buffer, { offset, size }: { offset: number; size: number }): Buffer | null {
	const block = bytes.subarray(offset, offset + size);
	return bytes[offset + size] === 1 ? unsnappy(block) : block;
}

/** Keys are kept by what they share with the one before. */
function entries(block: Buffer): { key: Buffer; value: Buffer }[] {
	const restarts = block.readUInt32LE(block.length - 4);
	const reader = new Reader(block.subarray(0, block.length - 4 * (restarts + 1)));
	const found: { key: Buffer; value: Buffer }[] = [];
	let last: Buffer = Buffer.alloc(0);
	while (!reader.atEnd) {
		const [shared, own, length] = [reader.varint(), reader.varint(), reader.varint()];
		last = Buffer.concat([last.subarray(0, shared), reader.take(own)]);
		found.push({ key: last, value: reader.take(length) });
	}
	return found;
}

class Reader {
	#bytes: Buffer;
	#at = 0;
	constructor(bytes: Buffer) {
		this.#bytes = bytes;
	}
	get atEnd(): boolean {
		return this.#at >= this.#bytes.length;
	}
	varint(): number {
		let value = 0;
		for (let shift = 0; shift < 35; shift += 7) {
			const byte = this.#bytes[this.#at++] ?? 0;
			value += (byte & 0x7f) * 2 ** shift;
			if (byte < 0x80) break;
		}
		return value;
	}
	handle(): { offset: number; size: number } {
		return { offset: this.varint(), size: this.varint() };
	}
	take(count: number): Buffer {
		this.#at += count;
		return this.#bytes.subarray(this.#at - count, this.#at);
	}
}

const LARGEST_FILE = 64 * 1024 * 1024;

/** Google's snappy, as LevelDB uses it for blocks and Chromium for large values. Null: this is none. */
export function unsnappy(bytes: Buffer): Buffer | null {
	const reader = new Reader(bytes);
	const size = reader.varint();
	if (size === 0 || size > LARGEST_FILE) return null;
	const out = Buffer.alloc(size);
	let at = 0;
	while (at < size && !reader.atEnd) {
		const tag = reader.take(1)[0] ?? 0;
		if ((tag & 3) === 0) {
			const literal = reader.take(literalLength(tag >> 2, reader));
			if (at + literal.length > size) return null;
			at += literal.copy(out, at);
			continue;
		}
		const { length, back } = copyOf(tag, reader);
		if (back === 0 || back > at || at + length > size) return null;
		for (let i = 0; i < length; i++, at++) out[at] = out[at - back] ?? 0;
	}
	return out.subarray(0, at);
}

function literalLength(length: number, reader: Reader): number {
	return 1 + (length < 60 ? length : littleEndian(reader.take(length - 59)));
}

function copyOf(tag: number, reader: Reader): { length: number; back: number } {
	if ((tag & 3) === 1) return { length: 4 + ((tag >> 2) & 7), back: ((tag >> 5) << 8) + littleEndian(reader.take(1)) };
	return { length: 1 + (tag >> 2), back: littleEndian(reader.take((tag & 3) === 2 ? 2 : 4)) };
}

const littleEndian = (bytes: Buffer): number => (bytes.length > 0 ? bytes.readUIntLE(0, bytes.length) : 0);
