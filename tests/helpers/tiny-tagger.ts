import { writeOnnx } from './onnx-writer.ts';
import { specialWords, type TinyModelFolder, writeTinyModel } from './tiny-model-folder.ts';

const labels = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC'];

/** What each piece of an invented name is; all others are none. */
const pieces: Readonly<Record<string, (typeof labels)[number]>> = {
  zorb: 'B-PER',
  '##lat': 'I-PER',
  quillon: 'B-PER',
  雾: 'B-PER',
  月: 'I-PER',
  norvenia: 'B-LOC',
};

/** Logit of the right label; the others have none. */
const SURE = 6;

/** A classifier of tokens as small as can be: it looks each piece up in a table. It knows the invented names. */
export function writeTinyTagger(): TinyModelFolder {
  const vocabulary = [...specialWords, ...Object.keys(pieces)];
  const table = vocabulary.flatMap((piece) =>
    labels.map((label) => (label === (pieces[piece] ?? 'O') ? SURE : 0)),
  );
  const shape = [vocabulary.length, labels.length];
  return writeTinyModel({
    purpose: 'ner',
    vocabulary,
    labels,
    graph: writeOnnx({
      constants: [{ name: 'table', shape, values: Float32Array.from(table) }],
      nodes: [{ operator: 'Gather', inputs: ['table', 'input_ids'], output: 'logits' }],
      inputs: { input_ids: ['batch', 'words'] },
      output: ['logits', ['batch', 'words', labels.length]],
    }),
    entry: { labels: { PER: 'PERSON', LOC: 'LOCATION' }, threshold: 0.5, mostTokens: 4_000 },
  });
}
