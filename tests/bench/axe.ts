/** `npm run bench:axe`: every page of the pack, in every language and look, through axe. `npm test` takes some of each. */
import { spawnSync } from 'node:child_process';

const args = ['playwright', 'test', '--project=phone', '-g', 'with other eyes'];
const { status } = spawnSync('npx', args, {
	stdio: 'inherit',
	env: { ...process.env, EVERY_PAGE: '1' },
	shell: process.platform === 'win32'
});
process.exit(status ?? 1);
