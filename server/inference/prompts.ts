import type { Evidence } from '../domain/evidence.ts';
import type { Grounded, ResponseFormat } from '../domain/exchange.ts';
import type { MaskedSchema, MaskedText, MaskedToolOffer } from '../domain/masked.ts';
import { joinMasked, neutralised, onOneLine } from '../domain/join-masked.ts';
import { languageOf } from '../domain/language.ts';
import { FENCE } from '../domain/neutralise.ts';
import { lastUserText, type Message } from '../domain/message.ts';
import type { Constraint } from './constraint.ts';
import type { Prompt, Prompts } from './prompt-files.ts';

export { loadPrompts, type Prompts } from './prompt-files.ts';

/** What a model is given for one exchange. */
export interface BuiltPrompt {
  readonly messages: readonly Message<MaskedText>[];
  readonly constraint: Constraint;
  /** The sentence, in the question's language, that says the sources do not answer. */
  readonly declineSentence: string;
}

/** Earlier turns that a grounded question takes along, so that "and for two children?" can be understood. */
const HISTORY_TURNS = 6;

/**
 * Builds the messages and the decoding constraint from an exchange. Grounding off: the conversation as it is.
 * Verbatim: the model may only write one evidence sentence with its citation, or the sentence that declines.
 */
export function buildPrompt(prompts: Prompts, exchange: Grounded): BuiltPrompt {
  const { prompt, question } = promptOf(prompts, exchange);
  if (exchange.grounding === 'off') {
    const constraint = formatConstraint(exchange.format);
    return { messages: toolMessages(exchange, prompt), constraint, declineSentence: prompt.decline };
  }
  return {
    messages: groundedMessages(exchange, prompt, question),
    constraint:
      exchange.grounding === 'verbatim'
        ? { kind: 'choices', options: verbatimOptions(exchange.evidence, prompt) }
        : formatConstraint(exchange.format),
    declineSentence: prompt.decline,
  };
}

/** The line that a piece of evidence takes in the prompt. */
export function evidenceLine(prompts: Prompts, exchange: Grounded, evidence: Evidence): MaskedText {
  return sourceLine(evidence, promptOf(prompts, exchange).prompt.shape);
}

function promptOf(prompts: Prompts, exchange: Grounded): { prompt: Prompt; question: MaskedText } {
  const shape = exchange.model.template === 'starter' ? 'starter' : 'general';
  // The starter model was trained on bare questions; larger models make use of what is said around them.
  const question = shape === 'starter' ? exchange.question : lastUserText(exchange.messages);
  return { prompt: prompts.find(shape, languageOf(question)), question };
}

/** How an answer points to a piece of evidence: `[1]`. */
export function citationOf(evidence: Evidence): string {
  return `[${evidence.number}]`;
}

function verbatimOptions(evidence: readonly Evidence[], prompt: Prompt): readonly string[] {
  return [...evidence.map((item) => `${item.plain} ${citationOf(item)}`), prompt.decline];
}

/**
 * The starter model was trained on a system message and one question. Other models also get the caller's system
 * messages, after ours, and the turns before.
 */
function groundedMessages(
  exchange: Grounded,
  prompt: Prompt,
  question: MaskedText,
): readonly Message<MaskedText>[] {
  const system: Message<MaskedText> = { role: 'system', content: joinMasked([prompt.system]) };
  const user: Message<MaskedText> = { role: 'user', content: questionText(exchange, prompt, question) };
  if (prompt.shape === 'starter') return [system, user];
  const last = exchange.messages.findLastIndex((message) => message.role === 'user');
  const before = exchange.messages.slice(0, Math.max(last, 0));
  const instructions = before.filter((message) => message.role === 'system');
  const turns = before.filter((message) => message.role !== 'system').slice(-HISTORY_TURNS);
  return [system, ...instructions, ...turns, user];
}

function questionText(exchange: Grounded, prompt: Prompt, question: MaskedText): MaskedText {
  const sources = exchange.evidence.map((evidence) => sourceLine(evidence, prompt.shape));
  const gaps = sources.map(() => '\n');
  return joinMasked(
    [`${prompt.sources}\n`, ...gaps.slice(1), `\n\n${prompt.question}${prompt.language === 'zh' ? '' : ' '}`],
    ...sources,
    onOneLine(neutralised(question)),
  );
}

/**
 * One line for each source. The starter model was trained on this form without fences and may write nothing but
 * evidence; for other models the text stands between marks that no neutralised text can hold.
 */
function sourceLine(evidence: Evidence, shape: Prompt['shape']): MaskedText {
  const title = onOneLine(neutralised(evidence.title));
  const { open, close } = shape === 'starter' ? { open: '', close: '' } : FENCE;
  return joinMasked([`${citationOf(evidence)} (`, `) ${open}`, close], title, onOneLine(evidence.plain));
}

/** The conversation as it is, after the tools that are offered in it. */
function toolMessages({ format, messages }: Grounded, prompt: Prompt): readonly Message<MaskedText>[] {
  if (format.kind !== 'tools') return messages;
  const { definitions } = format.offer;
  const content = joinMasked([`${prompt.tools}\n`, ...definitions.map(() => '\n')], ...definitions);
  return [{ role: 'system', content }, ...messages];
}

function formatConstraint(format: ResponseFormat<MaskedSchema, MaskedToolOffer>): Constraint {
  switch (format.kind) {
    case 'text':
      return { kind: 'none' };
    case 'json':
      return { kind: 'json' };
    case 'json-schema':
      return { kind: 'json-schema', schema: format.schema };
    case 'tools':
      return { kind: 'json-schema', schema: format.offer.schema };
    default:
      return format satisfies never;
  }
}
