import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Each line may import only lines above it. Modules on one line never import each other. */
export const layers: readonly (readonly string[])[] = [
  ['domain', 'errors', 'config', 'logger', 'metrics', 'util'],
  ['db', 'egress'],
  ['audit', 'identity', 'policy', 'redaction', 'knowledge', 'inference', 'jobs', 'insights'],
  ['pipeline'],
  ['desk'],
  ['http'],
  ['compose'],
  ['context', 'app', 'main', 'cli', 'product', 'data-dir', 'first-start'],
];

/** Lines whose modules are one family and may use each other. */
const families = new Set([0, layers.length - 1]);

/** The one file that may import an engine. */
export const engines: ReadonlyMap<RegExp, string> = new Map([
  [/^node-llama-cpp$/, 'inference/hosts/llama-host.ts'],
  [/^@huggingface\/transformers$/, 'inference/hosts/onnx-host.ts'],
  [/^@lancedb\//, 'knowledge/lance-index.ts'],
  [/^@cedar-policy\//, 'policy/cedar.ts'],
  [/^better-sqlite3$/, 'db/dialect.ts'],
  [/^csv-parse/, 'knowledge/parsers/parse-csv.ts'],
  [/^mammoth$/, 'knowledge/parsers/parse-docx.ts'],
  [/^node-html-parser$/, 'knowledge/parsers/html-tree.ts'],
  [/^postal-mime$/, 'knowledge/parsers/parse-eml.ts'],
  [/^saxes$/, 'knowledge/parsers/read-xml.ts'],
  [/^unpdf$/, 'knowledge/parsers/parse-pdf.ts'],
  [/^opencc-js/, 'knowledge/fold-chinese.ts'],
  [/^isomorphic-git$/, 'knowledge/connectors/git-repository.ts'],
  [/^s3mini$/, 'knowledge/connectors/s3-bucket.ts'],
  [/^libphonenumber-js/, 'redaction/validators/telephone.ts'],
  [/^re2js$/, 'redaction/custom/linear-pattern.ts'],
  [/^webdav$/, 'knowledge/connectors/webdav-folder.ts'],
]);

export interface SourceFile {
  /** Relative to the server folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export function readSources(serverDir: string): SourceFile[] {
  return readdirSync(serverDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(serverDir, file).split(sep).join('/'),
      text: readFileSync(file, 'utf8'),
    }));
}

/** Every specifier of an import, a re-export or a dynamic import. */
export function importsOf(text: string): string[] {
  const pattern = /(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)['"]([^'"]+)['"]/gm;
  return Array.from(text.matchAll(pattern), (match) => match[1] ?? '');
}

/** One line for each import that goes up or sideways, naming both ends. */
export function layerViolations(sources: readonly SourceFile[]): string[] {
  return sources.flatMap(({ path, text }) =>
    importsOf(text)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => join(dirname(path), specifier).split(sep).join('/'))
      .filter((target) => !isAllowed(moduleOf(path), moduleOf(target)))
      .map((target) => `${path} must not import ${target}`),
  );
}

export function engineViolations(sources: readonly SourceFile[]): string[] {
  return sources.flatMap(({ path, text }) =>
    importsOf(text).flatMap((specifier) =>
      [...engines]
        .filter(([engine, owner]) => engine.test(specifier) && owner !== path)
        .map(([, owner]) => `${path} must not import ${specifier}: only ${owner} may`),
    ),
  );
}

/** `inference/hosts/x.ts` → `inference`; `context.ts` → `context`. */
function moduleOf(path: string): string {
  return (path.split('/')[0] ?? '').replace(/\.ts$/, '');
}

function isAllowed(from: string, to: string): boolean {
  const [source, target] = [lineOf(from), lineOf(to)];
  if (from === to) return true;
  return target < source || (target === source && families.has(source));
}

function lineOf(module: string): number {
  const line = layers.findIndex((names) => names.includes(module));
  if (line === -1) throw new Error(`The module ${module} has no place in the layers. Give it one.`);
  return line;
}
