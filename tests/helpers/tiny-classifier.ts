import { writeOnnx } from './onnx-writer.ts';
import { type TinyModelFolder, writeTinyModel } from './tiny-model-folder.ts';

type Logits = readonly [entailment: number, neutral: number, contradiction: number];

/** What each word adds to the logits. */
const words: Readonly<Record<string, Logits>> = {
  '[PAD]': [0, 0, 0],
  '[UNK]': [0, 0, 0],
  '[CLS]': [0, 0, 0],
  '[SEP]': [0, 0, 0],
  same: [40, 0, 0],
  contrary: [0, 0, 40],
  perhaps: [0, 40, 0],
};

/** A classifier of pairs as small as can be: it looks each word up in a table and takes the mean. */
export function writeTinyClassifier(): TinyModelFolder {
  const table = Object.values(words);
  return writeTinyModel({
    purpose: 'nli',
    vocabulary: Object.keys(words),
    labels: ['entailment', 'neutral', 'contradiction'],
    graph: writeOnnx({
      constants: [{ name: 'table', shape: [table.length, 3], values: Float32Array.from(table.flat()) }],
      nodes: [
        { operator: 'Gather', inputs: ['table', 'input_ids'], output: 'looked' },
        {
          operator: 'ReduceMean',
          inputs: ['looked'],
          output: 'logits',
          attributes: { axes: [1], keepdims: 0 },
        },
      ],
      inputs: { input_ids: ['batch', 'words'] },
      output: ['logits', ['batch', 3]],
    }),
  });
}
