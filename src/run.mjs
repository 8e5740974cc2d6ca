// Starts every npm script. Plain JavaScript for Node 20 without dependencies: it has to run before
// anything is installed. It installs what is missing (start and test only), finds the Node that came
// along as a package, puts that first in PATH and hands over.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const installing = new Set(['start', 'test']);
const [command = '', ...rest] = process.argv.slice(2);

// A lock file entry that another operating system needs is not missing here.
function fitsThisMachine(entry) {
  const allows = (list, value) =>
    !list || (list.some((item) => !item.startsWith('!')) ? list.includes(value) : !list.includes(`!${value}`));
  return allows(entry.os, process.platform) && allows(entry.cpu, process.arch);
}

// Installed means: everything the lock file asks for is there, with the lock file's integrity.
function isInstalled() {
  const read = (path) => JSON.parse(readFileSync(join(project, path), 'utf8')).packages;
  if (!existsSync(join(project, 'node_modules/.package-lock.json'))) return false;
  const wanted = read('package-lock.json');
  const found = read('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const present = found[path];
    if (present) return present.integrity === entry.integrity && existsSync(join(project, path, 'package.json'));
    return entry.optional === true || entry.devOptional === true || !fitsThisMachine(entry);
  });
}

function install() {
  console.log('Installing what the lock file names (this takes a minute the first time) …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund'];
  const [file, all] = npm
    ? [process.execPath, [npm, ...args]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
  const done = spawnSync(file, all, { cwd: project, stdio: 'inherit', shell: !npm && process.platform === 'win32' });
  if (done.status !== 0) {
    console.error('\nInstalling failed; npm says above why.');
    process.exit(done.status ?? 1);
  }
}

function findNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const packages = [
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`,
  ];
  return packages
    .flatMap((pkg) => [join(project, 'node_modules', pkg, 'bin', name), join(project, 'node_modules', pkg, name)])
    .find((path) => existsSync(path));
}

if (installing.has(command) && !isInstalled()) install();
const packaged = findNode();
const [major, minor] = process.versions.node.split('.').map(Number);
const isNewEnough = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
if (!existsSync(join(project, 'node_modules')) || (!packaged && !isNewEnough)) {
  console.error('Not installed yet. Run "npm start" or "npm test" once; both install what is missing.');
  process.exit(1);
}
const node = packaged ?? process.execPath;

const child = spawn(node, [join(project, 'src/commands', `${command}.ts`), ...rest], {
  cwd: project,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DEV_BACKGROUND: '1',
  },
});
// Ctrl-C reaches the child by itself in a terminal; a signal sent to this process alone does not.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
