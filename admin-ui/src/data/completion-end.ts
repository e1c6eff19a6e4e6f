import { type JsonObject, listOf, objectOf, textOf } from './json.ts';

export interface PlaygroundSource {
  readonly number: number;
  readonly title: string;
  readonly location: string;
  readonly quote: string;
}

/** What comes with the end of an answer. */
export interface CompletionEnd {
  readonly usage: { readonly prompt: number; readonly completion: number };
  /** How many values of each type were masked. */
  readonly redaction: Readonly<Record<string, number>>;
  readonly sources: readonly PlaygroundSource[];
  readonly receipt: { readonly intent: number; readonly outcome: number };
}

/** Reads the last event of a chat completion stream, which carries the usage and our extension. */
export function readCompletionEnd(event: JsonObject): CompletionEnd {
  const usage = objectOf(event['usage']);
  const extension = objectOf(event['intramura']);
  const receipt = objectOf(extension['receipt']);
  return {
    usage: { prompt: countOf(usage['prompt_tokens']), completion: countOf(usage['completion_tokens']) },
    redaction: Object.fromEntries(
      Object.entries(objectOf(extension['redaction'])).map(([type, count]) => [type, countOf(count)]),
    ),
    sources: listOf(extension['sources']).map((source) => readSource(objectOf(source))),
    receipt: { intent: countOf(receipt['intent']), outcome: countOf(receipt['outcome']) },
  };
}

function readSource(source: JsonObject): PlaygroundSource {
  return {
    number: countOf(source['number']),
    title: textOf(source['title']),
    location: textOf(source['location']),
    quote: textOf(source['quote']),
  };
}

function countOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
