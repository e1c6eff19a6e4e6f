import {
  AutoModel,
  AutoModelForSequenceClassification,
  AutoTokenizer,
  env,
  mean_pooling,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  type Tensor,
} from '@huggingface/transformers';
import { basename, dirname } from 'node:path';
import { encodeVector, normaliseVector } from '../../util/vector.ts';
import type {
  ClassifierSettings,
  ClassifyBody,
  EmbedBody,
  EmbedderSettings,
  HostSettings,
  OnnxSettings,
} from '../host-protocol.ts';
import { HostError } from './host-error.ts';
import { type Emit, type Engine, runHost } from './run-host.ts';

/** The only file that imports transformers.js. Runs one ONNX model, an embedder or a classifier, from a local folder. */
interface LoadedEmbedder {
  readonly task: 'embed';
  readonly tokenizer: PreTrainedTokenizer;
  readonly model: PreTrainedModel;
  readonly settings: EmbedderSettings;
}

interface LoadedClassifier {
  readonly task: 'classify';
  readonly tokenizer: PreTrainedTokenizer;
  readonly model: PreTrainedModel;
  readonly settings: ClassifierSettings;
  /** In the order of the logits. */
  readonly labels: readonly string[];
}

type Loaded = LoadedEmbedder | LoadedClassifier;

interface Embedded {
  readonly vector: Float32Array;
  readonly tokens: number;
}

async function load(settings: OnnxSettings): Promise<Loaded> {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.useFSCache = false;
  env.useBrowserCache = false;
  env.localModelPath = dirname(settings.folder);
  try {
    return settings.task === 'embed' ? await loadEmbedder(settings) : await loadClassifier(settings);
  } catch (error) {
    if (error instanceof HostError) throw error;
    const reason = error instanceof Error ? error.message : 'unknown reason';
    throw new HostError('failed', `ONNX Runtime cannot load the model: ${reason}`);
  }
}

async function loadEmbedder(settings: EmbedderSettings): Promise<LoadedEmbedder> {
  const id = basename(settings.folder);
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(id),
    AutoModel.from_pretrained(id, sessionOf(settings)),
  ]);
  const loaded = { task: 'embed', tokenizer, model, settings } as const;
  await embedOne(loaded, 'Hello, is anybody there?');
  return loaded;
}

async function loadClassifier(settings: ClassifierSettings): Promise<LoadedClassifier> {
  const id = basename(settings.folder);
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(id),
    AutoModelForSequenceClassification.from_pretrained(id, sessionOf(settings)),
  ]);
  const labels = labelsOf(model.config);
  const loaded = { task: 'classify', tokenizer, model, settings, labels } as const;
  await classifyOne(loaded, ['Is anybody there?', 'Hello.']);
  return loaded;
}

function sessionOf({ threads }: OnnxSettings): {
  dtype: 'q8';
  device: 'cpu';
  session_options: { intraOpNumThreads: number; interOpNumThreads: number };
} {
  return {
    dtype: 'q8',
    device: 'cpu',
    session_options: { intraOpNumThreads: threads, interOpNumThreads: 1 },
  };
}

/** `id2label` of config.json, by number. */
function labelsOf(config: object): string[] {
  const named: unknown = 'id2label' in config ? config.id2label : undefined;
  if (typeof named !== 'object' || named === null) {
    throw new HostError('failed', 'config.json of the model names no labels (id2label).');
  }
  return Object.entries(named)
    .toSorted(([left], [right]) => Number(left) - Number(right))
    .map(([, label]) => String(label));
}

async function classifyOne(
  { tokenizer, model, settings, labels }: LoadedClassifier,
  [text, pair]: readonly [string, string],
): Promise<number[]> {
  const inputs = tokenizer(text, { text_pair: pair, truncation: true, max_length: settings.contextTokens });
  const output: { logits: Tensor } = await model(inputs);
  const logits = Array.from(output.logits.data, Number);
  if (!logits.every(Number.isFinite)) throw new HostError('failed', 'The weights of the model are damaged.');
  if (logits.length !== labels.length) {
    throw new HostError(
      'failed',
      `The model gives ${logits.length} logits, and its config.json names ${labels.length} labels.`,
    );
  }
  return logits;
}

async function classify(
  loaded: LoadedClassifier,
  body: ClassifyBody,
  emit: Emit,
  signal: AbortSignal,
): Promise<void> {
  const logits: number[][] = [];
  for (const pair of body.pairs) {
    if (signal.aborted) break;
    // One after the other on purpose: the processor is the limit.
    logits.push(await classifyOne(loaded, pair));
  }
  emit({ kind: 'classified', labels: [...loaded.labels], logits });
}

/** One text at a time: batches of mixed length are padded and gain nothing. */
async function embedOne({ tokenizer, model, settings }: LoadedEmbedder, text: string): Promise<Embedded> {
  const inputs = tokenizer(text, { truncation: true, max_length: settings.contextTokens });
  const output: { last_hidden_state: Tensor } = await model(inputs);
  const pooled = mean_pooling(output.last_hidden_state, inputs.attention_mask);
  // A text without known pieces keeps its zero vector.
  const vector = normaliseVector(Float32Array.from(pooled.data, Number));
  if (!vector.every(Number.isFinite)) throw new HostError('failed', 'The weights of the model are damaged.');
  if (vector.length !== settings.dimensions) {
    throw new HostError(
      'failed',
      `The model gives vectors of ${vector.length} numbers, and the catalogue says ${settings.dimensions}.`,
    );
  }
  return { vector, tokens: inputs.attention_mask.dims[1] ?? 0 };
}

async function embed(
  loaded: LoadedEmbedder,
  body: EmbedBody,
  emit: Emit,
  signal: AbortSignal,
): Promise<void> {
  const vectors: string[] = [];
  let tokens = 0;
  for (const text of body.texts) {
    if (signal.aborted) break;
    // One after the other on purpose: the processor is the limit.
    const embedded = await embedOne(loaded, text);
    vectors.push(encodeVector(embedded.vector));
    tokens += embedded.tokens;
  }
  emit({ kind: 'vectors', vectors, tokens });
}

/** Texts of one round, about as long as a chunk of a document. */
const MEASURED_TEXTS = 16;
const MEASURED_TEXT = 'Employees may carry over up to five days of unused leave into the next year. '.repeat(
  13,
);

async function measure(loaded: Loaded, emit: Emit, signal: AbortSignal): Promise<void> {
  const begin = performance.now();
  let texts = 0;
  let tokens = 0;
  while (texts < MEASURED_TEXTS && !signal.aborted) {
    tokens += await readOne(loaded, MEASURED_TEXT);
    texts += 1;
  }
  emit({
    kind: 'measured',
    round: { of: 'embedding', texts, tokens, ms: performance.now() - begin },
  });
}

/** Works on one text and returns its tokens. */
async function readOne(loaded: Loaded, text: string): Promise<number> {
  if (loaded.task === 'embed') return (await embedOne(loaded, text)).tokens;
  await classifyOne(loaded, [text, text]);
  return 2 * loaded.tokenizer.encode(text).length;
}

function createOnnxEngine(): Engine {
  let loaded: Loaded | undefined;
  return {
    async load(settings: HostSettings) {
      if (settings.kind !== 'onnx') throw new HostError('failed', 'Wrong settings for this host.');
      loaded = await load(settings);
    },
    count(texts) {
      if (loaded === undefined) throw new HostError('failed', 'This host counts tokens after loading.');
      const { tokenizer } = loaded;
      return texts.map((text) => tokenizer.encode(text).length);
    },
    async work(body, emit, signal) {
      if (loaded?.task === 'embed' && body.kind === 'embed') return embed(loaded, body, emit, signal);
      if (loaded !== undefined && body.kind === 'measure') return measure(loaded, emit, signal);
      if (loaded?.task === 'classify' && body.kind === 'classify')
        return classify(loaded, body, emit, signal);
      throw new HostError('failed', 'This host does what its model is for, after loading.');
    },
  };
}

runHost(createOnnxEngine());
