/**
 * Address of a program that is started beside this one: a process or a thread. Compiled code starts its neighbour;
 * sources (tests, development) start what `scripts/ensure-built.mjs` compiled of it, which needs no loader.
 * @param path relative to `from`, without an extension
 * @param from `import.meta.url` of a module below `server/`
 */
export function compiledEntry(path: string, from: string): URL {
  const entry = new URL(`${path}.js`, from);
  if (from.endsWith('.ts'))
    entry.pathname = entry.pathname.replace(/\/server\/(?!.*\/server\/)/, '/dist/server/');
  return entry;
}
