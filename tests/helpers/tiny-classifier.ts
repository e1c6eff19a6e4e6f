import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModelCard } from '../../server/domain/model-card.ts';
import { sha256Hex } from '../../server/util/hash.ts';

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

/**
 * A classifier of pairs as small as can be, for the real engine, since no such model ships: it looks each word up in a
 * table and takes the mean.
 */
export function writeTinyClassifier(): { readonly modelsDir: string; readonly card: ModelCard } {
  const modelsDir = mkdtempSync(join(tmpdir(), 'intramura-nli-'));
  mkdirSync(join(modelsDir, 'tiny', 'onnx'), { recursive: true });
  const contents: Readonly<Record<string, string | Buffer>> = {
    'tiny/config.json': JSON.stringify(config),
    'tiny/tokenizer_config.json': JSON.stringify({ tokenizer_class: 'BertTokenizer', model_max_length: 64 }),
    'tiny/tokenizer.json': JSON.stringify(tokenizer()),
    'tiny/onnx/model_quantized.onnx': onnxModel(Object.values(words)),
  };
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(modelsDir, name), content);
  const files = Object.fromEntries(
    Object.entries(contents).map(([name, content]) => [name, sha256Hex(content)]),
  );
  const card: ModelCard = {
    id: 'tiny-nli',
    purpose: 'nli',
    title: 'Tiny',
    path: 'tiny',
    files,
    licence: 'Apache-2.0',
    contextTokens: 64,
    memoryMib: 50,
  };
  return { modelsDir, card };
}

const config = {
  model_type: 'bert',
  architectures: ['BertForSequenceClassification'],
  vocab_size: Object.keys(words).length,
  id2label: { 0: 'entailment', 1: 'neutral', 2: 'contradiction' },
};

function tokenizer(): object {
  const vocab = Object.fromEntries(Object.keys(words).map((word, at) => [word, at]));
  const flags = { special: true, single_word: false, lstrip: false, rstrip: false, normalized: false };
  return {
    version: '1.0',
    added_tokens: ['[PAD]', '[UNK]', '[CLS]', '[SEP]'].map((content) => ({
      id: vocab[content],
      content,
      ...flags,
    })),
    normalizer: { type: 'BertNormalizer', lowercase: true, clean_text: true, handle_chinese_chars: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'BertProcessing',
      sep: ['[SEP]', vocab['[SEP]']],
      cls: ['[CLS]', vocab['[CLS]']],
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab,
    },
  };
}

const FLOAT = 1;
const INT64 = 7;

/** The protobuf of ONNX (IR 8, opset 13): Gather, then ReduceMean over the words. Field numbers are those of onnx.proto3. */
function onnxModel(table: readonly Logits[]): Buffer {
  const weights = Buffer.from(new Float32Array(table.flat()).buffer);
  const tensor = [
    number(1, table.length),
    number(1, 3),
    number(2, FLOAT),
    bytes(8, 'table'),
    bytes(9, weights),
  ];
  const gather = [bytes(1, 'table'), bytes(1, 'input_ids'), bytes(2, 'looked'), bytes(4, 'Gather')];
  const axes = [bytes(1, 'axes'), number(8, 1), number(20, 7)];
  const keep = [bytes(1, 'keepdims'), number(3, 0), number(20, 2)];
  const mean = [
    bytes(1, 'looked'),
    bytes(2, 'logits'),
    bytes(4, 'ReduceMean'),
    nested(5, axes),
    nested(5, keep),
  ];
  const graph = [
    nested(1, gather),
    nested(1, mean),
    bytes(2, 'tiny'),
    nested(5, tensor),
    nested(11, valueInfo('input_ids', INT64, ['batch', 'words'])),
    nested(12, valueInfo('logits', FLOAT, ['batch', 3])),
  ];
  return Buffer.concat([number(1, 8), nested(7, graph), bytes(8, number(2, 13))]);
}

function valueInfo(name: string, type: number, shape: readonly (string | number)[]): Buffer[] {
  const dimensions = shape.map((size) =>
    bytes(1, typeof size === 'number' ? number(1, size) : bytes(2, size)),
  );
  return [bytes(1, name), bytes(2, nested(1, [number(1, type), nested(2, dimensions)]))];
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

function number(field: number, value: number): Buffer {
  return Buffer.from([...varint(field * 8), ...varint(value)]);
}

function bytes(field: number, value: Buffer | string): Buffer {
  const held = Buffer.from(value);
  return Buffer.concat([Buffer.from([...varint(field * 8 + 2), ...varint(held.length)]), held]);
}

function nested(field: number, parts: readonly Buffer[]): Buffer {
  return bytes(field, Buffer.concat(parts));
}
