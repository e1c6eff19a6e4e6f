import type { Restored } from '../domain/exchange.ts';
import type { EventStream } from './event-stream.ts';
import {
  presentBegun,
  presentEnded,
  presentFailed,
  presentMessage,
  presentStatus,
  presentText,
  type Response,
  type ResponseHead,
} from './presenters/response.ts';
import type { AnswerEvents } from './stream-answer.ts';

type Send = (type: string, fields: object) => void;

/**
 * One answer as the events of OpenAI's Responses API, numbered from 0. The message begins with the first text, and the
 * last event says how the response ended.
 * @param now Unix time in seconds
 */
export function beginResponseEvents(
  stream: EventStream,
  head: ResponseHead,
  now: () => number,
): AnswerEvents<Restored> {
  const send = numbered(stream);
  const close = (response: Response): void => {
    send(`response.${response.status}`, { response });
    stream.close();
  };
  send('response.created', { response: presentBegun(head) });
  send('response.in_progress', { response: presentBegun(head) });
  let message: MessageEvents | undefined;
  return {
    text(piece) {
      message ??= beginMessage(send, head);
      message.text(piece);
    },
    end(restored) {
      message ??= beginMessage(send, head);
      message.end(restored);
      close(presentEnded(head, restored, now()));
    },
    fail: (reply) => close(presentFailed(head, reply)),
  };
}

interface MessageEvents {
  text(piece: string): void;
  end(restored: Restored): void;
}

function beginMessage(send: Send, head: ResponseHead): MessageEvents {
  const begun = presentMessage(head, '', 'in_progress');
  const inOutput = { output_index: 0 };
  const inMessage = { ...inOutput, item_id: begun.id, content_index: 0 };
  send('response.output_item.added', { ...inOutput, item: begun });
  send('response.content_part.added', { ...inMessage, part: presentText('') });
  return {
    text: (delta) => send('response.output_text.delta', { ...inMessage, delta, logprobs: [] }),
    end({ answer, finish }) {
      send('response.output_text.done', { ...inMessage, text: answer, logprobs: [] });
      send('response.content_part.done', { ...inMessage, part: presentText(answer) });
      const item = presentMessage(head, answer, presentStatus(finish));
      send('response.output_item.done', { ...inOutput, item });
    },
  };
}

function numbered(stream: EventStream): Send {
  let next = 0;
  return (type, fields) => {
    stream.send({ type, sequence_number: next, ...fields }, type);
    next += 1;
  };
}
