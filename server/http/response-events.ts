import type { Restored } from '../domain/exchange.ts';
import type { EventStream } from './event-stream.ts';
import {
  type FunctionCall,
  outputOf,
  type OutputMessage,
  presentBegun,
  presentEnded,
  presentFailed,
  presentMessage,
  presentText,
  type Response,
  type ResponseHead,
} from './presenters/response.ts';
import type { AnswerEvents } from './stream-answer.ts';

type Send = (type: string, fields: object) => void;

/** Responses here have one item of output at most. */
const inOutput = { output_index: 0 };

/**
 * One answer as the events of OpenAI's Responses API, numbered from 0. A message begins with the first text; where tools are
 * offered, whether it is a message or a call is known at the end, and either is told at once. The last event says how the
 * response ended.
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
  const say = (piece: string): void => {
    message ??= beginMessage(send, head);
    if (piece !== '') message.text(piece);
  };
  return {
    text: head.offersTools ? () => undefined : say,
    end(restored) {
      for (const item of outputOf(head, restored)) {
        if (item.type === 'function_call') {
          sendCall(send, item);
          continue;
        }
        say(head.offersTools ? textOf(item) : '');
        message?.end(item);
      }
      close(presentEnded(head, restored, now()));
    },
    fail: (reply) => close(presentFailed(head, reply)),
  };
}

interface MessageEvents {
  text(piece: string): void;
  end(whole: OutputMessage): void;
}

function beginMessage(send: Send, head: ResponseHead): MessageEvents {
  const begun = presentMessage(head, '', 'in_progress');
  const inMessage = { ...inOutput, item_id: begun.id, content_index: 0 };
  send('response.output_item.added', { ...inOutput, item: begun });
  send('response.content_part.added', { ...inMessage, part: presentText('') });
  return {
    text: (delta) => send('response.output_text.delta', { ...inMessage, delta, logprobs: [] }),
    end(whole) {
      const text = textOf(whole);
      send('response.output_text.done', { ...inMessage, text, logprobs: [] });
      send('response.content_part.done', { ...inMessage, part: presentText(text) });
      send('response.output_item.done', { ...inOutput, item: whole });
    },
  };
}

function sendCall(send: Send, call: FunctionCall): void {
  const inCall = { ...inOutput, item_id: call.id };
  send('response.output_item.added', {
    ...inOutput,
    item: { ...call, arguments: '', status: 'in_progress' },
  });
  send('response.function_call_arguments.delta', { ...inCall, delta: call.arguments });
  const { name, arguments: input } = call;
  send('response.function_call_arguments.done', { ...inCall, name, arguments: input });
  send('response.output_item.done', { ...inOutput, item: call });
}

function textOf({ content }: OutputMessage): string {
  return content.map(({ text }) => text).join('');
}

function numbered(stream: EventStream): Send {
  let next = 0;
  return (type, fields) => {
    stream.send({ type, sequence_number: next, ...fields }, type);
    next += 1;
  };
}
