/** One turn of the conversation as it is sent. */
export interface ChatMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}
