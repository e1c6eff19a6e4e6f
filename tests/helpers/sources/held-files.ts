import type { SourceFixture } from './source-fixture.ts';

/** How a test changes a place that is a map of files. `keyOf` says under which name the place has a path. */
export function changesOf(
  files: Map<string, Buffer>,
  keyOf: (path: string) => string = (path) => path,
): Pick<SourceFixture, 'put' | 'remove' | 'rename'> {
  return {
    async put(path, contents) {
      files.set(keyOf(path), Buffer.from(contents));
    },
    async remove(path) {
      files.delete(keyOf(path));
    },
    async rename(from, to) {
      files.set(keyOf(to), files.get(keyOf(from)) ?? Buffer.alloc(0));
      files.delete(keyOf(from));
    },
  };
}
