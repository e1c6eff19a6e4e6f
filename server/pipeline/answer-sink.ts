/** Takes the answer while it is made, originals already put back for this caller. */
export interface AnswerSink {
  write(text: string): void;
}

/** For callers that want the whole answer at once. */
export const noSink: AnswerSink = { write: () => undefined };
