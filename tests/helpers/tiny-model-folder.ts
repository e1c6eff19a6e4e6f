import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModelCard, ModelPurpose } from '../../server/domain/model-card.ts';
import { sha256Hex } from '../../server/util/hash.ts';

/** The first words of every vocabulary, in this order. */
export const specialWords = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'] as const;

export interface TinyModel {
  readonly purpose: ModelPurpose;
  /** The special words come first. */
  readonly vocabulary: readonly string[];
  readonly labels: readonly string[];
  readonly graph: Buffer;
  /** What the catalogue says besides. */
  readonly entry?: Partial<ModelCard>;
}

export interface TinyModelFolder {
  readonly modelsDir: string;
  readonly card: ModelCard;
}

/** A folder with a classifier for the real engine, since no such model ships. */
export function writeTinyModel({
  purpose,
  vocabulary,
  labels,
  graph,
  entry = {},
}: TinyModel): TinyModelFolder {
  const modelsDir = mkdtempSync(join(tmpdir(), `intramura-${purpose}-`));
  mkdirSync(join(modelsDir, 'tiny', 'onnx'), { recursive: true });
  const config = {
    model_type: 'bert',
    architectures: ['BertForSequenceClassification'],
    vocab_size: vocabulary.length,
    id2label: Object.fromEntries(labels.map((label, at) => [at, label])),
  };
  const contents: Readonly<Record<string, string | Buffer>> = {
    'tiny/config.json': JSON.stringify(config),
    'tiny/tokenizer_config.json': JSON.stringify({ tokenizer_class: 'BertTokenizer', model_max_length: 64 }),
    'tiny/tokenizer.json': JSON.stringify(tokenizerOf(vocabulary)),
    'tiny/onnx/model_quantized.onnx': graph,
  };
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(modelsDir, name), content);
  const files = Object.fromEntries(
    Object.entries(contents).map(([name, content]) => [name, sha256Hex(content)]),
  );
  const card: ModelCard = {
    id: `tiny-${purpose}`,
    purpose,
    title: 'Tiny',
    path: 'tiny',
    files,
    licence: 'Apache-2.0',
    contextTokens: 64,
    memoryMib: 50,
    ...entry,
  };
  return { modelsDir, card };
}

function tokenizerOf(vocabulary: readonly string[]): object {
  const vocab = Object.fromEntries(vocabulary.map((word, at) => [word, at]));
  const flags = { special: true, single_word: false, lstrip: false, rstrip: false, normalized: false };
  return {
    version: '1.0',
    added_tokens: specialWords.map((content) => ({
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
