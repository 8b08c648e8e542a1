// Plain Node without dependencies: what runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockfile = join(root, 'package-lock.json');
const installedLockfile = join(root, 'node_modules/.package-lock.json');
const marker = join(root, 'node_modules/.passcom-lockfile-hash');

/** npm install writes its own record first and the lockfile a moment later. */
const npmFinishesMs = 10_000;

/**
 * Checks Node's version and installs what the lockfile names when that is not there yet. Afterwards TypeScript can be
 * imported, and the checkout is the working directory. Ends the process with one sentence when something is missing.
 */
export async function prepareCheckout() {
  checkNode();
  installPackages();
  process.chdir(root);
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: join(root, 'tsconfig.json') });
}

function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [major, minor] = engines.node.replace('>=', '').split('.').map(Number);
  const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number);
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return;
  fail(
    `PassCom needs Node ${major}.${minor} or newer, this is ${process.versions.node}: install one from https://nodejs.org.`,
  );
}

function installPackages() {
  const hash = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  if (!isInstalled(hash)) {
    console.log('Installing the packages (the first time about a minute) …');
    const { status, signal, error } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (signal) process.exit(130);
    if (error) fail(`npm cannot be run (${error.message}): install it with Node from https://nodejs.org.`);
    if (status !== 0) fail('npm ci failed, its message stands above: solve that, then start again.');
  }
  if (!existsSync(marker) || readFileSync(marker, 'utf8') !== hash) writeFileSync(marker, hash);
}

/** Installed for exactly this lockfile, by us or by somebody's npm ci after the lockfile last changed. */
function isInstalled(hash) {
  if (!existsSync(installedLockfile)) return false;
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return true;
  return statSync(installedLockfile).mtimeMs + npmFinishesMs >= statSync(lockfile).mtimeMs;
}

function fail(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}
