import type { Restored } from '../domain/exchange.ts';
import type { GroundingRequest } from '../domain/exchange.ts';
import { AppError } from '../errors.ts';
import { presentExtension } from '../http/presenters/chat-completion.ts';
import { noSink } from '../pipeline/answer-sink.ts';
import { randomId, systemRandom } from '../util/random.ts';
import type { CommandRun } from './command.ts';
import { parseOptions, required } from './parse-options.ts';
import { withContext } from './with-context.ts';

const groundings: readonly GroundingRequest[] = ['auto', 'required', 'verbatim', 'off'];

export const ask: CommandRun = async (args, terminal) => {
  const { values, positionals } = parseOptions(args, {
    collection: { type: 'string', multiple: true },
    model: { type: 'string' },
    grounding: { type: 'string' },
    json: { type: 'boolean' },
  });
  const question = required(positionals[0], 'The question');
  const grounding = toGrounding(values.grounding);
  const restored = await withContext(terminal, ({ services, administrator }) =>
    services.answer(
      {
        id: randomId('ask', systemRandom),
        principal: administrator,
        messages: [{ role: 'user', content: question }],
        ...(values.collection === undefined ? {} : { collections: values.collection }),
        ...(values.model === undefined ? {} : { model: values.model }),
        grounding,
        sampling: { maxTokens: 512, temperature: 0, topP: 1, stop: [] },
        format: { kind: 'text' },
        signal: new AbortController().signal,
      },
      noSink,
    ),
  );
  terminal.out.write(values.json === true ? toJson(restored) : toText(restored));
  return 0;
};

function toGrounding(value: string | undefined): GroundingRequest {
  const found = groundings.find((grounding) => grounding === (value ?? 'auto'));
  if (found !== undefined) return found;
  throw new AppError('ERR_USAGE', `--grounding must be one of ${groundings.join(', ')}.`, { status: 400 });
}

function toJson(restored: Restored): string {
  const { answer, model, usage } = restored;
  return `${JSON.stringify({ answer, model, usage, ...presentExtension(restored) })}\n`;
}

function toText({ answer, sources, receipt }: Restored): string {
  const lines = sources.map(
    ({ number, title, location }) => `  [${number}] ${title}${location === '' ? '' : ` — ${location}`}`,
  );
  return `${[answer, ...lines, `  Receipt: entries ${receipt.intent} and ${receipt.outcome}`].join('\n')}\n`;
}
