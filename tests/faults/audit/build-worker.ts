import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Builds a program of this folder into one file, so that it is at work soon after each start. Below dist/, where it
 * finds the packages. @returns its path
 */
export async function buildWorker(name: string): Promise<string> {
  const outDir = `dist/tests/${name}`;
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL(`${name}.ts`, import.meta.url)),
      outDir,
      emptyOutDir: true,
    },
  });
  return `${outDir}/${basename(name)}.js`;
}
