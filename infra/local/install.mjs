// Runs before every npm script, under whatever Node npm runs on: so it is plain JavaScript without a dependency.
// Afterwards the packages of package-lock.json are installed and node_modules/.bin/node is a Node 24. (Where a script then
// says PATH=$PATH, its shell looks for `node` anew and finds that one.)
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const at = (...path) => join(root, ...path);
const { platform, arch, versions, env } = process;
const [major, minor] = versions.node.split('.').map(Number);
const temporary = [];

const fail = (sentence) => {
  console.error(sentence);
  process.exit(1);
};
process.on('exit', () => {
  for (const path of temporary) fs.rmSync(path, { recursive: true, force: true });
});

// With an older one npm leaves out, in silence, packages that the tests need.
if (major < 20 || (major === 20 && minor < 19) || (major === 22 && minor < 12)) {
  fail(`This needs Node 20.19, 22.12 or newer to begin with, and this is Node ${versions.node}.`);
}
if (root.includes(delimiter)) fail(`Programs cannot be found in a folder with "${delimiter}" in its name: ${root}`);

const packages = Object.entries(JSON.parse(fs.readFileSync(at('package-lock.json'), 'utf8')).packages);
if (missing().length > 0) installOnce();
linkNode();

/** The paths of the packages that should be installed on this machine and are not, or in another version. */
function missing() {
  const there = installed();
  return packages
    .filter(([path, entry]) => path !== '' && isNeeded(entry))
    .filter(([path, { version }]) => there[path]?.version !== version || !fs.existsSync(at(path, 'package.json')))
    .map(([path]) => path);
}

/** What npm noted down when it had finished. */
function installed() {
  try {
    return JSON.parse(fs.readFileSync(at('node_modules/.package-lock.json'), 'utf8')).packages;
  } catch {
    return {};
  }
}

/** Of the optional packages, those that are made for this machine. */
function isNeeded({ optional, os, cpu, libc }) {
  if (!optional) return true;
  const fits = (names, own) => names === undefined || [names].flat().includes(own);
  return os !== undefined && fits(os, platform) && fits(cpu, arch) && fits(libc, libcOf());
}

function libcOf() {
  return process.report.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
}

/** Two scripts that are started at once in a fresh clone install once. */
function installOnce() {
  const lock = lockPath();
  let waited = false;
  while (!takeLock(lock)) {
    if (!waited) console.log('Another script is installing the packages: waiting for it …');
    waited = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  temporary.push(lock);
  if (missing().length > 0) install();
}

/** Beside the clone's other files it would have to be ignored, and node_modules is emptied by npm. */
function lockPath() {
  const name = createHash('sha256').update(`${root} ${process.getuid?.()}`).digest('hex').slice(0, 16);
  return join(tmpdir(), `drop-ship-install-${name}`);
}

function takeLock(path) {
  try {
    fs.writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') fail(`${path} cannot be written: ${error.message}`);
  }
  if (!holderLives(path)) fs.rmSync(path, { force: true });
  return false;
}

/** One that was killed has left its lock behind. */
function holderLives(path) {
  try {
    const holder = Number(fs.readFileSync(path, 'utf8'));
    // Just made, and its holder not yet written into it.
    if (holder === 0) return Date.now() - fs.statSync(path).mtimeMs < 5_000;
    return process.kill(holder, 0);
  } catch {
    return false;
  }
}

function install() {
  console.log('Installing the packages of package-lock.json (npm ci): about half a minute, only after they change …');
  // An installation that breaks off must not be taken for the finished one before it.
  fs.rmSync(at('node_modules/.package-lock.json'), { force: true });
  // Some packages of the scripts want a newer Node than the one that npm runs on: they get it, so no warning.
  const ci = ['ci', '--loglevel=error', '--include=dev', '--include=optional', '--ignore-scripts', ...ownCache()];
  // The Node that npm runs on: the one in node_modules is about to be replaced.
  const node = env.npm_node_execpath ?? process.execPath;
  const command = env.npm_execpath ? [node, env.npm_execpath, ...ci] : ['npm', ...ci];
  const { status, signal, error } = spawnSync(command[0], command.slice(1), { cwd: root, stdio: 'inherit' });
  if (error) fail(`npm cannot be run: ${error.message}`);
  if (signal) fail(`npm ci was ended by ${signal}. Run the command again: it installs anew.`);
  if (status !== 0) fail('npm ci failed, for the reason above. Run the command again when that is mended.');
  const left = missing();
  if (left.length > 0) {
    fail(`npm ci left out ${left.join(', ')}, most often because a download failed. Run the command again.`);
  }
}

/** npm's cache is in the home directory, which may be read-only. */
function ownCache() {
  const cache = env.npm_config_cache ?? join(env.HOME ?? homedir(), '.npm');
  if (isWritable(cache) && isWritable(join(cache, '_cacache'))) return [];
  const own = fs.mkdtempSync(join(tmpdir(), 'drop-ship-npm-'));
  temporary.push(own);
  return ['--cache', own];
}

function isWritable(path) {
  if (!fs.existsSync(path)) return path === dirname(path) ? false : isWritable(dirname(path));
  try {
    fs.accessSync(path, fs.constants.W_OK);
    return fs.statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** npm below 11.6.2 removes the link to our Node together with the optional packages of the other platforms. */
function linkNode() {
  const link = at('node_modules/.bin/node');
  const packaged = at('node_modules', `node-${platform}-${arch}`, 'bin/node');
  const hasPackaged = fs.existsSync(packaged);
  if (hasPackaged && pointsTo(link, packaged)) return;
  const node = hasPackaged && runs(packaged) ? packaged : process.execPath;
  if (node !== packaged && major < 24) {
    const why = hasPackaged ? `the one that npm brings does not run here` : `npm has none for ${platform}-${arch}`;
    fail(`The scripts need Node 24, and ${why}: please install Node 24 or newer yourself.`);
  }
  if (pointsTo(link, node)) return;
  const draft = `${link}-${process.pid}`;
  fs.mkdirSync(dirname(link), { recursive: true });
  fs.symlinkSync(node === packaged ? relative(dirname(link), node) : node, draft);
  fs.renameSync(draft, link);
}

function pointsTo(link, file) {
  try {
    return fs.realpathSync(link) === fs.realpathSync(file);
  } catch {
    return false;
  }
}

function runs(node) {
  return spawnSync(node, ['--version']).status === 0;
}
