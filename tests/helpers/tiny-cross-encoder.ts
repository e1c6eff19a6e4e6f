import { writeOnnx } from './onnx-writer.ts';
import { specialWords, type TinyModelFolder, writeTinyModel } from './tiny-model-folder.ts';

const words = ['leave', 'unused', 'carry', 'days', 'loan', 'interest', 'lunch', 'free', 'employees', 'menu'];

/** Logit of a pair that shares no word, and what each shared one adds. */
const NOTHING_SHARED = -4;
const SHARED = 3;

/**
 * A cross-encoder as small as can be: it reads both texts together and counts the words that they share. Each word is a
 * direction of its own; the sum over the first text (token type 0) times the sum over the second one is the count.
 */
export function writeTinyCrossEncoder(): TinyModelFolder {
  const vocabulary = [...specialWords, ...words];
  const table = vocabulary.flatMap((_, row) =>
    words.map((__, column) => (row - specialWords.length === column ? 1 : 0)),
  );
  return writeTinyModel({
    purpose: 'reranker',
    vocabulary,
    labels: ['LABEL_0'],
    graph: writeOnnx({
      constants: [
        { name: 'table', shape: [vocabulary.length, words.length], values: Float32Array.from(table) },
        { name: 'last', shape: [1], values: BigInt64Array.from([2n]) },
        { name: 'along', shape: [1], values: BigInt64Array.from([1n]) },
        { name: 'weight', shape: [1], values: Float32Array.from([SHARED]) },
        { name: 'bias', shape: [1], values: Float32Array.from([NOTHING_SHARED]) },
      ],
      nodes: [
        { operator: 'Gather', inputs: ['table', 'input_ids'], output: 'looked' },
        { operator: 'Cast', inputs: ['token_type_ids'], output: 'types', attributes: { to: 1 } },
        { operator: 'Unsqueeze', inputs: ['types', 'last'], output: 'isSecond' },
        { operator: 'Mul', inputs: ['looked', 'isSecond'], output: 'ofSecond' },
        { operator: 'Sub', inputs: ['looked', 'ofSecond'], output: 'ofFirst' },
        { operator: 'ReduceSum', inputs: ['ofFirst', 'along'], output: 'first', attributes: { keepdims: 0 } },
        {
          operator: 'ReduceSum',
          inputs: ['ofSecond', 'along'],
          output: 'second',
          attributes: { keepdims: 0 },
        },
        { operator: 'Mul', inputs: ['first', 'second'], output: 'shared' },
        { operator: 'ReduceSum', inputs: ['shared', 'along'], output: 'count', attributes: { keepdims: 1 } },
        { operator: 'Mul', inputs: ['count', 'weight'], output: 'weighted' },
        { operator: 'Add', inputs: ['weighted', 'bias'], output: 'logits' },
      ],
      inputs: { input_ids: ['batch', 'words'], token_type_ids: ['batch', 'words'] },
      output: ['logits', ['batch', 1]],
    }),
  });
}
