import type { Sampling } from '../../server/domain/exchange.ts';
import type { Message } from '../../server/domain/message.ts';
import type { ModelCard } from '../../server/domain/model-card.ts';
import type { Constraint } from '../../server/inference/constraint.ts';
import type { GenerationEvent } from '../../server/inference/generation.ts';
import { createInference, type Inference } from '../../server/inference/inference.ts';
import { forkHost, type SpawnHost } from '../../server/inference/spawn-host.ts';
import { createLogger } from '../../server/logger.ts';
import { systemClock } from '../../server/util/clock.ts';
import { intendedExchange, masked } from '../unit/inference/intended-exchange.ts';
import { cardOf, MODELS } from '../unit/inference/starter-cards.ts';

export interface RealInference extends AsyncDisposable {
  readonly service: Inference;
  readonly card: ModelCard;
  /** Every byte that the model processes were sent, as text. */
  readonly sent: () => string;
}

export interface Answer {
  readonly text: string;
  readonly pieces: number;
  readonly end: Extract<GenerationEvent, { kind: 'end' }>;
}

/** The service with the starter models in real processes. */
export async function startRealInference(
  cards: readonly ModelCard[] = [cardOf('chat')],
  modelsDir = MODELS,
  threads = 1,
  spawn: SpawnHost = forkHost,
): Promise<RealInference> {
  const chunks: Buffer[] = [];
  const service = createInference({
    cards,
    modelsDir,
    logger: createLogger('silent'),
    clock: systemClock,
    threads,
    limits: { backoff: 10 },
    spawnHost: recordingSpawn(spawn, (chunk) => chunks.push(chunk)),
  });
  await service.start();
  return {
    service,
    card: cardOf('chat'),
    sent: () => Buffer.concat(chunks).toString('utf8'),
    [Symbol.asyncDispose]: () => Promise.resolve(service[Symbol.asyncDispose]()),
  };
}

/** The real processes, with a copy of what goes into them. */
function recordingSpawn(spawn: SpawnHost, record: (chunk: Buffer) => void): SpawnHost {
  return (kind) => {
    const child = spawn(kind);
    const write = child.stdin.write.bind(child.stdin);
    child.stdin.write = (chunk: string) => {
      record(Buffer.from(chunk));
      return write(chunk);
    };
    return child;
  };
}

export const system = (text: string): Message => ({ role: 'system', content: text });
export const user = (text: string): Message => ({ role: 'user', content: text });

/** The shape the starter model was trained on. */
export function starterQuestion(question: string, ...sources: readonly string[]): readonly Message[] {
  const lines = sources.map((source, index) => `[${index + 1}] (Handbook) ${source}`).join('\n');
  return [
    system(
      'Answer only from the numbered sources. Quote the sentence that answers and cite it like [1]. If the sources do not answer, say so.',
    ),
    user(`Sources:\n${lines}\n\nQuestion: ${question}`),
  ];
}

export async function generate(
  { service, card }: RealInference,
  messages: readonly Message[],
  constraint: Constraint = { kind: 'none' },
  sampling: Partial<Sampling> = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<Answer> {
  const exchange = intendedExchange(card, {
    sampling: {
      maxTokens: 128,
      temperature: 0,
      topP: 1,
      ...sampling,
      stop: (sampling.stop ?? []).map(masked),
    },
  });
  const maskedMessages = messages.map(({ role, content }) => ({ role, content: masked(content) }));
  let text = '';
  let pieces = 0;
  for await (const event of service.generate({ exchange, messages: maskedMessages, constraint }, signal)) {
    if (event.kind === 'end') return { text, pieces, end: event };
    text += event.text;
    pieces += 1;
  }
  throw new Error('The generation ended without its end event.');
}
