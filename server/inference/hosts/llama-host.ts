import {
  type ChatHistoryItem,
  type ChatWrapper,
  ChatMLChatWrapper,
  getLlama,
  type Llama,
  LlamaChat,
  type LlamaContextSequence,
  type LLamaChatGenerateResponseOptions,
  type LlamaGrammar,
  LlamaLogLevel,
  type LlamaModel,
  resolveChatWrapper,
  type Token,
} from 'node-llama-cpp';
import type { FinishReason } from '../../domain/exchange.ts';
import type { Message } from '../../domain/message.ts';
import { choiceGrammar } from '../choice-grammar.ts';
import type { Constraint } from '../constraint.ts';
import type { GenerateBody, HostSettings, LlamaSettings } from '../host-protocol.ts';
import { HostError } from './host-error.ts';
import { OutputText } from './output-text.ts';
import { type Emit, type Engine, runHost } from './run-host.ts';

/** The only file that imports node-llama-cpp. Runs one GGUF model on the processor, one answer at a time. */
interface Loaded {
  readonly llama: Llama;
  readonly model: LlamaModel;
  readonly sequence: LlamaContextSequence;
  readonly wrapper: ChatWrapper;
  readonly contextTokens: number;
}

/** Without the function calling of the library: tools are offered in words and by a grammar, so that they are masked as all else is. */
type GenerateOptions = Extract<LLamaChatGenerateResponseOptions, { functions?: never }>;

/** Tokens at the end of the context that stay free, so that the engine never shifts it. */
const HEADROOM = 4;

async function load(settings: LlamaSettings): Promise<Loaded> {
  const complaints: string[] = [];
  const llama = await getLlama({
    build: 'never',
    skipDownload: true,
    gpu: false,
    progressLogs: false,
    maxThreads: settings.threads,
    logger: (level, message) => {
      if (level === LlamaLogLevel.error || level === LlamaLogLevel.fatal) complaints.push(message.trim());
    },
  });
  try {
    const model = await llama.loadModel({ modelPath: settings.file, gpuLayers: 0 });
    const contextSize = Math.min(settings.contextTokens, model.trainContextSize);
    const context = await model.createContext({ contextSize, sequences: 1, threads: settings.threads });
    const wrapper = settings.template === 'starter' ? new ChatMLChatWrapper() : resolveChatWrapper(model);
    const loaded = { llama, model, sequence: context.getSequence(), wrapper, contextTokens: contextSize };
    await assertHealthy(loaded);
    return loaded;
  } catch (error) {
    if (error instanceof HostError) throw error;
    const reason = complaints.at(-1) ?? (error instanceof Error ? error.message : 'unknown reason');
    throw new HostError('failed', `llama.cpp cannot load the file: ${reason}`);
  }
}

/** Damaged weights load without complaint and then write one token for ever; their probabilities give them away. */
async function assertHealthy({ model, sequence }: Loaded): Promise<void> {
  const tokens = model.tokenize('Hello, is anybody there?');
  const last = tokens.pop();
  if (last === undefined) throw new HostError('failed', 'The tokenizer of the model gives no tokens.');
  const results = await sequence.controlledEvaluate([
    ...tokens,
    [last, { generateNext: { probabilities: true } }],
  ]);
  const probabilities = [...(results.at(-1)?.next.probabilities?.values() ?? [])];
  await sequence.clearHistory();
  if (probabilities.length > 0 && probabilities.every((value) => Number.isFinite(value))) return;
  throw new HostError('failed', 'The weights of the model are damaged: it computes no probabilities.');
}

/**
 * One answer. The evaluated context is thrown away afterwards: what one principal sent can never speed up, and so
 * show in the timing of, an answer to another.
 */
async function generate(loaded: Loaded, body: GenerateBody, emit: Emit, signal: AbortSignal): Promise<void> {
  const { model, sequence, wrapper, contextTokens } = loaded;
  const history = toHistory(body.messages);
  const promptTokens = countPrompt(loaded, history);
  const room = contextTokens - promptTokens - HEADROOM;
  if (room < longestOption(model, body.constraint)) throw contextError(promptTokens, contextTokens);
  const grammar = await toGrammar(loaded.llama, body.constraint);
  const decided = new AbortController();
  const output = new OutputText({
    options: body.constraint.kind === 'choices' ? body.constraint.options : [],
    write: (text) => emit({ kind: 'text', text }),
    decided: () => decided.abort(),
  });
  let generated = 0;
  const chat = new LlamaChat({ contextSequence: sequence, chatWrapper: wrapper });
  const finish = await respond(chat, history, {
    ...(grammar === undefined ? {} : { grammar }),
    ...(body.constraint.kind === 'choices' ? choosing(room) : toSampling(body.sampling, room)),
    signal: AbortSignal.any([signal, decided.signal]),
    stopOnAbortSignal: true,
    repeatPenalty: false,
    onToken: (tokens) => void (generated += tokens.length),
    onTextChunk: (text) => output.push(text),
  });
  emit({
    kind: 'end',
    finish: decided.signal.aborted ? 'stop' : finish,
    usage: {
      promptTokens,
      completionTokens: decided.signal.aborted ? model.tokenize(output.written).length : generated,
    },
  });
}

/** Runs the engine. It throws when it is stopped before the first token and returns when later: both are `aborted`. */
async function respond(
  chat: LlamaChat,
  history: ChatHistoryItem[],
  options: GenerateOptions,
): Promise<FinishReason> {
  try {
    const { metadata } = await chat.generateResponse(history, options);
    if (metadata.stopReason === 'abort') return 'aborted';
    return metadata.stopReason === 'maxTokens' ? 'length' : 'stop';
  } catch (error) {
    if (options.signal?.aborted === true) return 'aborted';
    throw error;
  } finally {
    await chat.sequence.clearHistory();
    chat.dispose({ disposeSequence: false });
  }
}

const MEASURED_PROMPT = 256;
const MEASURED_COMPLETION = 65;

/**
 * Reads a prompt and writes on greedily, past the model's own end of answer, so that every model writes as many tokens.
 * The figures are those of llama-bench (pp, tg), with the time of the first token counted as reading the prompt.
 */
async function measure(loaded: Loaded, emit: Emit, signal: AbortSignal): Promise<void> {
  const { model, sequence, contextTokens } = loaded;
  const words = model.tokenize(
    'Employees may carry over up to five days of unused leave into the next year. ',
  );
  const length = Math.min(MEASURED_PROMPT, Math.floor(contextTokens / 2));
  const prompt = Array.from({ length: Math.ceil(length / words.length) }, () => words)
    .flat()
    .slice(0, length);
  const most = Math.min(MEASURED_COMPLETION, Math.floor(contextTokens / 4));
  const begin = performance.now();
  let first = begin;
  const generated: Token[] = [];
  try {
    for await (const token of sequence.evaluate(prompt, { temperature: 0, yieldEogToken: true })) {
      if (generated.length === 0) first = performance.now();
      generated.push(token);
      if (generated.length >= most || signal.aborted) break;
    }
  } finally {
    await sequence.clearHistory();
  }
  emit({
    kind: 'measured',
    round: {
      of: 'generation',
      promptTokens: prompt.length,
      promptMs: first - begin,
      completionTokens: Math.max(0, generated.length - 1),
      completionMs: performance.now() - first,
    },
  });
}

/** Tokens an answer needs at least: a choice must fit as a whole. */
function longestOption(model: LlamaModel, constraint: Constraint): number {
  if (constraint.kind !== 'choices') return 1;
  return Math.max(1, ...constraint.options.map((option) => model.tokenize(` ${option}`).length + 1));
}

function toHistory(messages: readonly Message[]): ChatHistoryItem[] {
  return [...messages.map(toHistoryItem), { type: 'model', response: [] }];
}

function toHistoryItem({ role, content }: Message): ChatHistoryItem {
  if (role === 'assistant') return { type: 'model', response: [content] };
  return { type: role === 'system' ? 'system' : 'user', text: content };
}

function countPrompt({ wrapper, model }: Loaded, chatHistory: readonly ChatHistoryItem[]): number {
  return wrapper.generateContextState({ chatHistory }).contextText.tokenize(model.tokenizer).length;
}

function contextError(promptTokens: number, contextTokens: number): HostError {
  return new HostError(
    'context',
    `The prompt has ${promptTokens} tokens, and this model reads ${contextTokens} tokens of prompt and answer together. Shorten the conversation or choose a model with a larger context.`,
  );
}

async function toGrammar(llama: Llama, constraint: Constraint): Promise<LlamaGrammar | undefined> {
  try {
    return await makeGrammar(llama, constraint);
  } catch {
    throw new HostError('grammar', 'The response format cannot be turned into a grammar.');
  }
}

async function makeGrammar(llama: Llama, constraint: Constraint): Promise<LlamaGrammar | undefined> {
  switch (constraint.kind) {
    case 'none':
      return undefined;
    case 'choices':
      return llama.createGrammar({ grammar: choiceGrammar(constraint.options) });
    case 'json':
      return llama.getGrammarFor('json');
    case 'json-schema':
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- assertSchemaSupported let it through, and the library's type cannot name "any schema of its subset"
      return llama.createGrammarForJsonSchema(constraint.schema as object as { type: 'string' });
    default:
      return constraint satisfies never;
  }
}

type SamplingOptions = Pick<
  GenerateOptions,
  'maxTokens' | 'temperature' | 'topP' | 'seed' | 'customStopTriggers'
>;

function toSampling(sampling: GenerateBody['sampling'], room: number): SamplingOptions {
  return {
    maxTokens: Math.min(sampling.maxTokens, room),
    temperature: sampling.temperature,
    topP: sampling.topP,
    ...(sampling.seed === undefined ? {} : { seed: sampling.seed }),
    ...(sampling.stop.length === 0 ? {} : { customStopTriggers: sampling.stop }),
  };
}

/** A choice is the most probable option, and it is not cut. */
function choosing(room: number): SamplingOptions {
  return { maxTokens: room, temperature: 0 };
}

function createLlamaEngine(): Engine {
  let loaded: Loaded | undefined;
  return {
    async load(settings: HostSettings) {
      if (settings.kind !== 'llama') throw new HostError('failed', 'Wrong settings for this host.');
      loaded = await load(settings);
    },
    count(texts) {
      if (loaded === undefined) throw new HostError('failed', 'This host counts tokens after loading.');
      const { model } = loaded;
      return texts.map((text) => model.tokenize(text).length);
    },
    async work(body, emit, signal) {
      if (loaded !== undefined && body.kind === 'generate') return generate(loaded, body, emit, signal);
      if (loaded !== undefined && body.kind === 'measure') return measure(loaded, emit, signal);
      throw new HostError('failed', 'This host generates text, after loading.');
    },
  };
}

runHost(createLlamaEngine());
