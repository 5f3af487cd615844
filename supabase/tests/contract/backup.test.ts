import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp } from '../../server/backup/backup.ts';
import type { Home } from '../../server/home.ts';
import { openHome } from '../../server/open-home.ts';
import { readConfig } from '../../server/config.ts';
import { restore } from '../../server/backup/restore.ts';
import { serve, type RunningServer } from '../../server/http/serve.ts';
import { asOwner, at } from '../engines/postgres.ts';
import { startServer, type Server } from '../engines/server.ts';
import { joinChild, joinStaff } from '../../../src/lib/client/device/join.ts';
import { RealDevice } from './device.ts';
import { hashOf } from './world.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const drawing = (of: string) => {
	const bytes = Buffer.from(`RIFF....WEBP${of}`);
	return { hash: hex(createHash('sha256').update(bytes).digest()), data: bytes.toString('base64') };
};

describe('a home is destroyed and comes back from its backup', { timeout: 120_000 }, () => {
	const folder = mkdtempSync(join(tmpdir(), 'sayso-backup-'));
	const file = join(folder, 'home.backup');
	let servers: Server[];
	let open: { home: Home; served: RunningServer };
	const origin = () => `http://127.0.0.1:${open.served.port}`;
	beforeAll(async () => {
		servers = [await startServer(), await startServer()];
	});
	afterAll(async () => {
		await shut();
		for (const server of servers) server.stop();
		rmSync(folder, { recursive: true });
	});

	/** Another user and another name on each server: neither is in the backup. */
	async function emptyDatabase(server: Server, owner: string): Promise<string> {
		const name = `home_${randomBytes(4).toString('hex')}`;
		await asOwner(server.url, async (sql) => {
			await sql.unsafe(`create role ${owner} login createrole password 'owner'`);
			await sql.unsafe(`create database ${name} owner ${owner}`);
		});
		const url = new URL(at(server.url, name, owner));
		url.password = 'owner';
		return url.href;
	}
	async function start(database: string): Promise<string[]> {
		const plan = readConfig({
			SAYSO_HOME: 'real',
			DATABASE_URL: database,
			SAYSO_SECRET: 'kept elsewhere, 48 characters of it at least, ok',
			SAYSO_HOME_NAME: 'Oak House',
			SAYSO_MANAGER: 'Nia',
			SAYSO_RESPONSIBLE: 'Max'
		});
		const home = await openHome(plan, () => undefined);
		const site = {
			...home.site,
			files: () => new Response(null, { status: 404 }),
			trustProxy: false,
			log: () => undefined
		};
		open = { home, served: await serve(site, 0, plan.host) };
		return home.notes;
	}
	async function shut(): Promise<void> {
		await open.served.close();
		await open.home.close();
	}
	/** What nobody may lose, and nobody find twice. */
	const held = (database: string) =>
		asOwner(database, (sql) =>
			sql.unsafe(`select 'call ' || id as what from app.calls union all select 'said ' || id || words from app.items
				union all select kind || ' ' || id from app.item_events union all select 'picture ' || hash from app.pictures order by 1`)
		).then((rows) => rows.map(({ what }) => String(what)));

	it('law 4: every device goes on; nothing is lost, doubled, or shown as sent that is not there', async () => {
		const first = await emptyDatabase(servers[0]!, 'first_owner');
		const code = /[A-Z]{4}( [A-Z]{4}){2}/.exec((await start(first)).join('\n'))![0];
		const [nia, jo, robin] = [new RealDevice(origin), new RealDevice(origin), new RealDevice(origin)];
		const staff = (name: string, with_: string) => ({
			code: with_,
			email: `${name}@oak.example`,
			password: 'correct horse 42'
		});
		expect(await nia.device.enter(joinStaff, staff('nia', code))).toMatchObject({ ok: true });
		await nia.looks();
		const ids = { robin: randomUUID(), jo: randomUUID() };
		await nia.does('add_person', { id: ids.robin, role: 'child', name: 'Robin' });
		await nia.does('add_person', { id: ids.jo, role: 'worker', name: 'Jo' });
		await nia.does('set_key_worker', { id: randomUUID(), child: ids.robin, worker: ids.jo, place: 1, because: null });
		const codeFor = async (person: string, made: string) => {
			const code_hash = hex(hashOf(made));
			await nia.does('invite', { id: randomUUID(), person, device: 'Tablet', code_hash });
			return made;
		};
		expect(await jo.device.enter(joinStaff, staff('jo', await codeFor(ids.jo, 'ABCDEFGHJKLM')))).toMatchObject({
			ok: true
		});
		const child = { name: 'Robin', picture: null, lock: 'pin', secret: '135790' } as const;
		expect(
			await robin.device.enter(joinChild, { ...child, code: await codeFor(ids.robin, 'BCDEFGHJKLMN') })
		).toMatchObject({ ok: true });
		await robin.looks();
		const wish = async (words: string) => {
			const [id, picture] = [randomUUID(), drawing(words)];
			const to = { readers: [ids.jo], left_out: [], shown: [ids.jo], may_move: false };
			await robin.does('send_wish', { id, symbol: null, words, picture: picture.hash, ...to }, { pictures: [picture] });
			await jo.looks();
			return id;
		};
		const a = await wish('a bike');

		backUp(first, file);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		const b = await wish('a boat');
		await jo.does('open_item', { id: randomUUID(), item: a });
		await jo.does('open_item', { id: randomUUID(), item: b });
		expect([robin.waits, jo.waits, nia.waits]).toEqual([[], [], []]);
		const before = await held(first);
		await shut();
		servers[0]!.stop();

		const second = await emptyDatabase(servers[1]!, 'second_owner');
		await restore(second, file);
		expect(before.length - (await held(second)).length).toBe(8); // the boat, its picture, and what Jo did, each with its call
		await start(second);
		await jo.looks();
		expect(jo.waits).toEqual(['open_item waiting checking']); // the boat is not there before Robin’s tablet looks
		await robin.looks();
		await robin.looks();
		await jo.looks();
		await nia.looks();
		expect([robin.waits, jo.waits, nia.waits]).toEqual([[], [], []]);
		expect(robin.shown.view?.items.map(({ words }) => words).toSorted()).toEqual(['a bike', 'a boat']);
		expect(await held(second)).toEqual(before);
	});

	it('comes back whole or not at all, and only into an empty database', async () => {
		const third = await emptyDatabase(servers[1]!, 'third_owner');
		await expect(restore(third, join(folder, 'none'))).rejects.toThrow('There is no file');
		await asOwner(third, (sql) => sql.unsafe('create table something (id int)'));
		await expect(restore(third, file)).rejects.toThrow('holds something already');
		expect(() => backUp(third, file)).toThrow('is there already');
	});
});
