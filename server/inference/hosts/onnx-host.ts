import {
  AutoModel,
  AutoTokenizer,
  env,
  mean_pooling,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  type Tensor,
} from '@huggingface/transformers';
import { basename, dirname } from 'node:path';
import { encodeVector, normaliseVector } from '../../util/vector.ts';
import type { EmbedBody, HostSettings, OnnxSettings } from '../host-protocol.ts';
import { HostError } from './host-error.ts';
import { type Emit, type Engine, runHost } from './run-host.ts';

/** The only file that imports transformers.js. Runs one ONNX embedding model from a local folder. */
interface Loaded {
  readonly tokenizer: PreTrainedTokenizer;
  readonly model: PreTrainedModel;
  readonly settings: OnnxSettings;
}

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
  const id = basename(settings.folder);
  try {
    const [tokenizer, model] = await Promise.all([
      AutoTokenizer.from_pretrained(id),
      AutoModel.from_pretrained(id, {
        dtype: 'q8',
        device: 'cpu',
        session_options: { intraOpNumThreads: settings.threads, interOpNumThreads: 1 },
      }),
    ]);
    const loaded = { tokenizer, model, settings };
    await embedOne(loaded, 'Hello, is anybody there?');
    return loaded;
  } catch (error) {
    if (error instanceof HostError) throw error;
    const reason = error instanceof Error ? error.message : 'unknown reason';
    throw new HostError('failed', `ONNX Runtime cannot load the model: ${reason}`);
  }
}

/** One text at a time: batches of mixed length are padded and gain nothing. */
async function embedOne({ tokenizer, model, settings }: Loaded, text: string): Promise<Embedded> {
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

async function embed(loaded: Loaded, body: EmbedBody, emit: Emit, signal: AbortSignal): Promise<void> {
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
    tokens += (await embedOne(loaded, MEASURED_TEXT)).tokens;
    texts += 1;
  }
  emit({
    kind: 'measured',
    round: { of: 'embedding', texts, tokens, ms: performance.now() - begin },
  });
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
      if (loaded !== undefined && body.kind === 'embed') return embed(loaded, body, emit, signal);
      if (loaded !== undefined && body.kind === 'measure') return measure(loaded, emit, signal);
      throw new HostError('failed', 'This host embeds texts, after loading.');
    },
  };
}

runHost(createOnnxEngine());
