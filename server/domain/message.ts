import { joinMasked } from './join-masked.ts';
import type { MaskedText } from './masked.ts';

export type MessageRole = 'system' | 'user' | 'assistant' | 'tool';

/** One turn of a conversation. `Message<MaskedText>` is a turn a model may see. */
export interface Message<T extends string = string> {
  readonly role: MessageRole;
  readonly content: T;
  /** Offsets of line breaks in the content that only join the parts it was sent in, ascending; none when absent. */
  readonly seams?: readonly number[];
}

/** A tool that the assistant asked its caller to run, in an earlier turn. */
export interface ToolCall {
  readonly name: string;
  /** JSON, as the model wrote it; it may be none. */
  readonly input: string;
}

/** A turn as its caller sent it. Once masked, calls are text of its content. */
export interface InboundMessage extends Message {
  readonly calls?: readonly ToolCall[];
}

/** What the user said last; empty when the user has said nothing. */
export function lastUserText(messages: readonly Message<MaskedText>[]): MaskedText {
  return messages.findLast((message) => message.role === 'user')?.content ?? joinMasked(['']);
}
