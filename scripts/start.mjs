// Plain Node without dependencies: it must run before anything is installed. It checks Node's version, installs what
// the lockfile names when that is not there yet, and hands over to start.ts in this same process.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockfile = join(root, 'package-lock.json');
const installed = join(root, 'node_modules');
const installedLockfile = join(installed, '.package-lock.json');
const marker = join(installed, '.passcom-lockfile-hash');

function fail(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const wanted = engines.node.replace('>=', '').split('.').map(Number);
  const have = process.versions.node.split('.').map(Number);
  const newEnough = have[0] > wanted[0] || (have[0] === wanted[0] && have[1] >= (wanted[1] ?? 0));
  if (newEnough) return;
  fail(
    `PassCom needs Node ${wanted.join('.')} or newer, this is ${process.versions.node}: install it from https://nodejs.org.`,
  );
}

/** Installed for exactly this lockfile, by us or by npm ci before us. */
function isInstalled(hash) {
  if (!existsSync(installedLockfile)) return false;
  if (existsSync(marker)) return readFileSync(marker, 'utf8') === hash;
  return statSync(installedLockfile).mtimeMs >= statSync(lockfile).mtimeMs;
}

function install() {
  const hash = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  if (!isInstalled(hash)) {
    console.log('Installing the packages (first time: about a minute) …');
    const arguments_ = ['ci', '--include=dev', '--no-audit', '--no-fund'];
    const { status, signal } = spawnSync('npm', arguments_, {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (signal) process.exit(130);
    if (status !== 0)
      fail('npm ci failed, see its message above: fix it, or run npm ci by hand, then npm start again.');
  }
  if (!existsSync(marker) || readFileSync(marker, 'utf8') !== hash) writeFileSync(marker, hash);
}

checkNode();
install();
process.chdir(root);
const { register } = await import('tsx/esm/api');
register({ tsconfig: join(root, 'tsconfig.json') });
const { main } = await import('./start.ts');
await main(process.argv.slice(2));
