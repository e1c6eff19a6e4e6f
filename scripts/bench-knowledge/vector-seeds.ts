import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { documentationSets } from '../search-lab/documentation-sets.ts';
import type { OpenEmbedder } from '../search-lab/open-embedder.ts';
import { type RetrievalSet, thinOut } from '../search-lab/retrieval-set.ts';
import { sampleSets } from '../search-lab/sample-sets.ts';

/** Vectors of real texts by the embedder, from which those of the made-up store are made. */
export interface VectorSeeds {
  readonly passages: readonly Float32Array[];
  readonly questions: readonly Float32Array[];
}

const PASSAGES = 4_000;
const QUESTIONS = 400;

/** Embeds passages and questions of documentation and samples; kept in a file, because that takes half a minute. */
export async function loadVectorSeeds(file: string, embedder: OpenEmbedder): Promise<VectorSeeds> {
  const dimensions = embedder.card.dimensions ?? 0;
  if (!existsSync(file)) writeFileSync(file, await embedSeeds(embedder));
  const bytes = readFileSync(file);
  const numbers = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const vectors = Array.from({ length: numbers.length / dimensions }, (_, at) =>
    numbers.subarray(at * dimensions, (at + 1) * dimensions),
  );
  return { questions: vectors.slice(0, QUESTIONS), passages: vectors.slice(QUESTIONS) };
}

async function embedSeeds(embedder: OpenEmbedder): Promise<Buffer> {
  const sets = [...documentationSets(), ...(await sampleSets())];
  const texts = [...questionsOf(sets), ...passagesOf(sets)];
  const vectors = await embedder.embed(texts);
  return Buffer.concat(vectors.map(({ buffer }) => Buffer.from(buffer)));
}

function questionsOf(sets: readonly RetrievalSet[]): string[] {
  return thinOut(
    sets.flatMap(({ queries }) => queries.map(({ text }) => text)),
    QUESTIONS,
  );
}

function passagesOf(sets: readonly RetrievalSet[]): string[] {
  const chunks = sets.flatMap(({ documents }) => documents.flatMap((document) => document.chunks));
  return thinOut([...new Set(chunks.map(({ text }) => text))], PASSAGES);
}
