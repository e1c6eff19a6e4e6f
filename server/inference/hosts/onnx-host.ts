import {
  AutoModel,
  AutoModelForSequenceClassification,
  AutoModelForTokenClassification,
  AutoTokenizer,
  env,
  mean_pooling,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  Tensor,
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
  RecogniseBody,
  RecogniserSettings,
} from '../host-protocol.ts';
import { HostError } from './host-error.ts';
import { labelNames, logitRows } from './label-names.ts';
import { measureTexts } from './measure-texts.ts';
import { frameOf, recogniseNames, type TokenClassifier } from './recognise-names.ts';
import { type Emit, type Engine, runHost } from './run-host.ts';
import { createReadToken, type ReadToken } from './token-labels.ts';

/** The only file that imports transformers.js. Runs one ONNX model, an embedder or a classifier of texts or tokens, from a local folder. */
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

interface LoadedRecogniser {
  readonly task: 'recognise';
  readonly tokenizer: PreTrainedTokenizer;
  readonly classifier: TokenClassifier;
  readonly read: ReadToken;
}

type Loaded = LoadedEmbedder | LoadedClassifier | LoadedRecogniser;

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
    return await loadFor(settings);
  } catch (error) {
    if (error instanceof HostError) throw error;
    const reason = error instanceof Error ? error.message : 'unknown reason';
    throw new HostError('failed', `ONNX Runtime cannot load the model: ${reason}`);
  }
}

function loadFor(settings: OnnxSettings): Promise<Loaded> {
  switch (settings.task) {
    case 'embed':
      return loadEmbedder(settings);
    case 'classify':
      return loadClassifier(settings);
    case 'recognise':
      return loadRecogniser(settings);
    default:
      return settings satisfies never;
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
  const labels = labelNames(model.config);
  const loaded = { task: 'classify', tokenizer, model, settings, labels } as const;
  await classifyOne(loaded, ['Is anybody there?', 'Hello.']);
  return loaded;
}

async function loadRecogniser(settings: RecogniserSettings): Promise<LoadedRecogniser> {
  const id = basename(settings.folder);
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(id),
    AutoModelForTokenClassification.from_pretrained(id, sessionOf(settings)),
  ]);
  const names = labelNames(model.config);
  const read = createReadToken(names, settings.labels, settings.threshold);
  const classifier: TokenClassifier = {
    encode: (word) => tokenizer.encode(word, { add_special_tokens: false }),
    frame: frameOf(tokenizer.encode('a'), tokenizer.encode('a', { add_special_tokens: false })),
    classify: (tokens) => classifyTokens(model, names, tokens),
    contextTokens: settings.contextTokens,
    mostTokens: settings.mostTokens,
  };
  await recogniseNames(classifier, read, 'Is Ann there?', new AbortController().signal);
  return { task: 'recognise', tokenizer, classifier, read };
}

async function classifyTokens(
  model: PreTrainedModel,
  names: readonly string[],
  tokens: readonly number[],
): Promise<number[][]> {
  const shape = [1, tokens.length];
  const output: { logits: Tensor } = await model({
    input_ids: new Tensor('int64', BigInt64Array.from(tokens, BigInt), shape),
    attention_mask: new Tensor('int64', new BigInt64Array(tokens.length).fill(1n), shape),
  });
  return logitRows(Array.from(output.logits.data, Number), tokens.length, names);
}

async function recognise(
  { classifier, read }: LoadedRecogniser,
  { text }: RecogniseBody,
  emit: Emit,
  signal: AbortSignal,
): Promise<void> {
  const found = await recogniseNames(classifier, read, text, signal);
  if (found !== undefined) return emit({ kind: 'recognised', spans: [...found.spans] });
  emit({ kind: 'end', finish: 'aborted', usage: { promptTokens: 0, completionTokens: 0 } });
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

async function classifyOne(
  { tokenizer, model, settings, labels }: LoadedClassifier,
  [text, pair]: readonly [string, string],
): Promise<number[]> {
  const inputs = tokenizer(text, { text_pair: pair, truncation: true, max_length: settings.contextTokens });
  const output: { logits: Tensor } = await model(inputs);
  const [logits = []] = logitRows(Array.from(output.logits.data, Number), 1, labels);
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

/** Works on one text and returns its tokens. */
async function readOne(loaded: Loaded, text: string): Promise<number> {
  switch (loaded.task) {
    case 'embed':
      return (await embedOne(loaded, text)).tokens;
    case 'classify':
      await classifyOne(loaded, [text, text]);
      return 2 * loaded.tokenizer.encode(text).length;
    case 'recognise': {
      const { signal } = new AbortController();
      return (await recogniseNames(loaded.classifier, loaded.read, text, signal))?.tokens ?? 0;
    }
    default:
      return loaded satisfies never;
  }
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
      if (loaded !== undefined && body.kind === 'measure') {
        const engine = loaded;
        return measureTexts((text) => readOne(engine, text), emit, signal);
      }
      if (loaded?.task === 'classify' && body.kind === 'classify')
        return classify(loaded, body, emit, signal);
      if (loaded?.task === 'recognise' && body.kind === 'recognise')
        return recognise(loaded, body, emit, signal);
      throw new HostError('failed', 'This host does what its model is for, after loading.');
    },
  };
}

runHost(createOnnxEngine());
