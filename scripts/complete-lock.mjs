// npm run lock: brings package-lock.json up to date and makes it whole for every platform. npm leaves out the
// platform packages of optional dependencies that the registry at hand does not carry; with such a lock, `npm ci`
// fails everywhere. An entry with version and platform is enough: on its own platform npm fetches it by name.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const result = spawnSync('npm', ['install', '--package-lock-only'], { stdio: 'inherit' });
if (result.status !== 0) process.exit(result.status ?? 1);

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const missing = Object.entries(lock.packages).flatMap(([place, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !isLocked(place, name))
    .map(([name, version]) => [`node_modules/${name}`, platformEntry(name, version, entry.dev === true)]),
);
for (const [place, entry] of missing) lock.packages[place] = entry;
lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, undefined, 2)}\n`);
process.stderr.write(`${missing.length} platform packages added to the lock\n`);

function isLocked(place, name) {
  return `node_modules/${name}` in lock.packages || `${place}/node_modules/${name}` in lock.packages;
}

function platformEntry(name, version, dev) {
  if (!/^\d+\.\d+\.\d+/.test(version))
    throw new Error(`${name}@${version} is no platform package: add it by hand.`);
  const { os, cpu, libc } = platformOf(name);
  return {
    version,
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(dev ? { dev: true } : {}),
    ...(libc === undefined ? {} : { libc: [libc] }),
    optional: true,
    ...(os === undefined ? {} : { os: [os] }),
  };
}

function platformOf(name) {
  const words = name.split('/').at(-1).split(/[-.]/);
  const os = {
    darwin: 'darwin',
    mac: 'darwin',
    linux: 'linux',
    win32: 'win32',
    win: 'win32',
    android: 'android',
    freebsd: 'freebsd',
    openharmony: 'openharmony',
  };
  const cpu = {
    x64: 'x64',
    arm64: 'arm64',
    arm: 'arm',
    armv7l: 'arm',
    ia32: 'ia32',
    ppc64: 'ppc64',
    riscv64: 'riscv64',
    s390x: 's390x',
  };
  const libc = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' };
  const pick = (table) => table[words.find((word) => word in table) ?? ''];
  return { os: pick(os), cpu: pick(cpu), libc: pick(libc) };
}
