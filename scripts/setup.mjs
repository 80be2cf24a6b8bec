/**
 * Makes a checkout ready: packages installed, a Node recent enough, the web app built and, with
 * `--tests`, a browser and the servers that tests start. Runs before `npm start` and `npm test`, on whatever Node the
 * machine has: plain JavaScript for Node 18 or newer, no dependency. When nothing is missing it
 * says nothing.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureCeph } from './setup/ceph.mjs';
import { ensureChromium, tryHeadlessShell } from './setup/chromium.mjs';
import { ensureFirefox } from './setup/firefox.mjs';
import { ensureNats } from './setup/nats.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { ensurePostgres } from './setup/postgres.mjs';
import { ensureRuntime } from './setup/runtime.mjs';
import { SetupError } from './setup/setup-error.mjs';
import { ensureWebApp } from './setup/web-app.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const say = (line) => process.stdout.write(`${line}\n`);

try {
	ensurePackages(root, say);
	ensureRuntime(root);
	if (process.argv.includes('--tests')) {
		ensureChromium(process.env, say);
		tryHeadlessShell(process.env, say);
		ensureFirefox(process.env, say);
		ensurePostgres(process.env, say);
		ensureNats(process.env, say);
		ensureCeph(process.env, say);
	}
	ensureWebApp(root, say);
} catch (error) {
	if (!(error instanceof SetupError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
}
