/**
 * `npm run bench:load [looks a second …]`: how one machine holds up. Devices of the made-up home look (with the version they
 * have) as if nobody waited for anybody, one call in ten looks, at each rate for ten seconds; the server is a process of its own.
 * Twelve devices look once a second where 17 homes of 42 do once a minute.
 */
import { fork } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { setup } from '../../supabase/tests/engines/run-server.ts';
import { Home, type Account } from '../support/home.ts';
import { prepareMapleHouse } from '../support/maple-database.ts';
import { OwnHome } from '../support/own-home.ts';

const SECONDS = 10;
const [first, ...rest] = process.argv.slice(2);
if (first === 'serve') {
	const own = await OwnHome.open(rest[0]);
	process.send?.(own.base);
} else {
	const rates = [first, ...rest].filter((rate) => rate !== undefined).map(Number);
	await measure(rates.length > 0 ? rates : [20, 40, 60, 80, 100]);
}

async function measure(rates: number[]): Promise<void> {
	const stop = await setup();
	const server = fork(import.meta.filename, ['serve', await prepareMapleHouse()]);
	process.on('exit', () => {
		server.kill();
		stop?.();
	});
	const base = await new Promise<string>((up) => server.once('message', (said) => up(String(said))));
	const home = await Home.at(base);
	const people = await Promise.all(['jo', 'sam', 'pat', 'robin'].map((name) => home.as(name)));
	const seen = await Promise.all(people.map((one) => one.version()));
	if (seen.some((version) => version === '')) throw new Error('nobody sees anything: nothing would be measured');
	for (const rate of rates) {
		const took: number[] = [];
		let later = 0;
		const ask = async (at: number) => {
			const person = people[at % people.length] as Account;
			const start = performance.now();
			const work = at % 11 === 10 ? writes(people[0] as Account) : person.version(seen[at % people.length]);
			await work.then(
				() => took.push(performance.now() - start),
				(problem: unknown) => {
					if (!String(problem).includes(' 503 ')) throw problem;
					later++;
				}
			);
		};
		const begun = performance.now();
		const all: Promise<void>[] = [];
		for (let at = 0; at < rate * SECONDS * 1.1; at++) {
			await wait(Math.max(0, begun + (at * 1000) / (rate * 1.1) - performance.now()));
			all.push(ask(at));
		}
		await Promise.all(all);
		const sorted = took.toSorted((a, b) => a - b);
		const of = (share: number) => `${Math.round(sorted[Math.floor(sorted.length * share)] ?? NaN)} ms`;
		const seconds = (performance.now() - begun) / 1000;
		console.log(
			`${rate} looks and ${rate / 10} calls a second (${Math.round((rate * 60) / 42)} homes): ${(took.length / seconds).toFixed(0)} answered a second, half within ${of(0.5)}, 95 % within ${of(0.95)}, "later" ${later}`
		);
	}
	process.exit();
}

/** A call that makes no view longer: the last rate is measured on the same home as the first. */
function writes(worker: Account): Promise<void> {
	return worker.call('set_my_face', { name: 'Jo', picture: 'bird', pronouns: '' });
}
