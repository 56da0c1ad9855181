// Runs before `npm start` and `npm test`, under whatever Node there is: so it is plain JavaScript without a dependency.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const at = (...path) => join(root, ...path);
const stamp = at('node_modules/.cache/installed');
const major = Number(process.versions.node.split('.')[0]);

const give = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

if (major < 20) give(`This needs Node 20 or newer to begin with, and this is Node ${process.versions.node}.`);

const lock = readFileSync(at('package-lock.json'), 'utf8');
const wanted = createHash('sha256').update(`${lock} ${process.platform} ${process.arch}`).digest('hex');

/** What npm itself noted down of the packages that lie there: the very ones of the lock file? */
const alreadyThere = () => {
  if (!existsSync(at('node_modules/.package-lock.json'))) return false;
  const there = JSON.parse(readFileSync(at('node_modules/.package-lock.json'), 'utf8')).packages;
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, { version, optional }]) =>
      path === '' || (there[path] ? there[path].version === version : optional === true),
  );
};

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  if (!alreadyThere()) install();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}
if (!existsSync(at('node_modules/.bin/node')) && major < 24) {
  give(
    `The scripts need Node 24. npm brings it for linux-x64 and linux-arm64, not for ${process.platform}-${process.arch}: please install it yourself.`,
  );
}

function install() {
  console.log('Installing the packages of package-lock.json (npm ci): about half a minute, only after they change …');
  // The Node that npm runs on: the one in node_modules is about to be replaced.
  const node = process.env.npm_node_execpath ?? process.execPath;
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: 'inherit' };
  // Some packages of the scripts want a newer Node than the one that npm runs on: they get it, so no warning.
  const ci = ['ci', '--loglevel=error'];
  const { status } = npm ? spawnSync(node, [npm, ...ci], options) : spawnSync('npm', ci, options);
  if (status !== 0) give('npm ci did not succeed: what it said stands above.');
}
