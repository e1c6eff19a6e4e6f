export type MessageRole = 'system' | 'user' | 'assistant' | 'tool';

/** One turn of a conversation. `Message<MaskedText>` is a turn a model may see. */
export interface Message<T extends string = string> {
  readonly role: MessageRole;
  readonly content: T;
}
