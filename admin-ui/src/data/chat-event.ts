import { failureOfEvent } from '../api/failure.ts';
import {
  type Fields,
  isFields,
  readCounts,
  readFields,
  readList,
  readNumber,
  readString,
  MalformedReply,
} from '../api/read.ts';

export interface Source {
  /** The citation in the answer: `[1]`. */
  readonly number: number;
  readonly title: string;
  /** Where in the document. May be empty. */
  readonly location: string;
  /** The sentence that the citation points to. */
  readonly quote: string;
}

export interface Receipt {
  /** Sequence numbers of the two audit entries. */
  readonly intent: number;
  readonly outcome: number;
  /** Leaf hash of the outcome, hex. */
  readonly leaf: string;
}

export type Decision = 'answered' | 'quoted' | 'declined' | 'chatted';

/** What comes with a finished answer. */
export interface Evidence {
  readonly sources: readonly Source[];
  readonly redaction: Readonly<Record<string, number>>;
  readonly receipt: Receipt;
  readonly decision: Decision;
  readonly check: { readonly supported: number; readonly removed: number };
}

export interface ChatEvent {
  readonly text: string;
  /** On the last event only. */
  readonly evidence?: Evidence;
}

/** Reads one event of a chat completion stream. @throws Failure for an error event, MalformedReply for others */
export function parseChatEvent(data: string, requestId: string | null): ChatEvent {
  const event = readFields(parseJson(data), 'event');
  if (event['error'] !== undefined) throw failureOfEvent(event, requestId);
  const text = textOf(event);
  const extension = event['intramura'];
  return extension === undefined
    ? { text }
    : { text, evidence: parseEvidence(readFields(extension, 'intramura')) };
}

function parseJson(data: string): unknown {
  try {
    const value: unknown = JSON.parse(data);
    return value;
  } catch {
    throw new MalformedReply('an event is not JSON');
  }
}

function textOf(event: Fields): string {
  const choices: unknown = event['choices'];
  const choice: unknown = Array.isArray(choices) ? choices[0] : undefined;
  const delta = isFields(choice) ? choice['delta'] : undefined;
  const content = isFields(delta) ? delta['content'] : undefined;
  return typeof content === 'string' ? content : '';
}

function parseEvidence(from: Fields): Evidence {
  const check = readFields(from['check'], 'check');
  return {
    sources: readList(from, 'sources', parseSource),
    redaction: readCounts(from, 'redaction'),
    receipt: parseReceipt(readFields(from['receipt'], 'receipt')),
    decision: parseDecision(readString(from, 'decision')),
    check: { supported: readNumber(check, 'supported'), removed: readNumber(check, 'removed') },
  };
}

function parseSource(from: Fields): Source {
  return {
    number: readNumber(from, 'number'),
    title: readString(from, 'title'),
    location: readString(from, 'location'),
    quote: readString(from, 'quote'),
  };
}

function parseReceipt(from: Fields): Receipt {
  return {
    intent: readNumber(from, 'intent'),
    outcome: readNumber(from, 'outcome'),
    leaf: readString(from, 'leaf'),
  };
}

function parseDecision(value: string): Decision {
  switch (value) {
    case 'answered':
    case 'quoted':
    case 'declined':
    case 'chatted':
      return value;
    default:
      throw new MalformedReply('decision is not known');
  }
}
