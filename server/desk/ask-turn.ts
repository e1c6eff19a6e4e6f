import type { GroundingRequest, Inbound, Restored } from '../domain/exchange.ts';
import type { Message } from '../domain/message.ts';
import type { Principal } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { AnswerSink } from '../pipeline/answer-sink.ts';
import type { SealedBox } from '../util/sealed-box.ts';
import { findConversation, type StoreContext } from './conversation-store.ts';
import { listFiles } from './file-store.ts';
import { selectPassages } from './select-passages.ts';
import type { Turn, TurnContents, TurnState } from './turn.ts';
import { createValueStore, type ValueStoreContext } from './value-store.ts';
import { listTurns, MOST_TURNS, nameAfter, noTurn, putTurn } from './turn-store.ts';

/** Turns and characters of earlier turns that go along with a question: what the smallest context has room for. */
const HISTORY_TURNS = 10;
const HISTORY_CHARACTERS = 3_000;
/** Tokens of an answer. */
const MAX_TOKENS = 1024;

export interface Question {
  /** Id of the exchange. */
  readonly id: string;
  readonly principal: Principal;
  readonly conversation: string;
  /** The question of the replaced turn when absent. */
  readonly text?: string | undefined;
  /** A turn that this one replaces, with all that follow it: an edit, or another try. */
  readonly replaces?: string | undefined;
  readonly model: string;
  readonly collections?: readonly string[] | undefined;
  readonly grounding: GroundingRequest;
  readonly signal: AbortSignal;
}

export interface Asked {
  readonly inbound: Inbound;
  /** Runs the exchange and keeps its turn before anything more is released. */
  readonly answer: (inbound: Inbound, sink: AnswerSink) => Promise<AnsweredTurn>;
}

export interface AnsweredTurn extends Restored {
  /** Id of the turn that was kept. */
  readonly turn: string;
}

export type Answer = (inbound: Inbound, sink: AnswerSink) => Promise<Restored>;

interface Place {
  readonly title: string;
  readonly box: SealedBox;
  /** Of the turn that is replaced. */
  readonly position: number | undefined;
  readonly question: string;
  readonly before: readonly Turn[];
}

/**
 * Prepares a question of a conversation: the same pipeline as for every other caller, with the earlier turns as
 * messages and the conversation's files as further evidence.
 * @throws AppError ERR_NOT_FOUND, ERR_REQUEST_INVALID
 */
export async function askTurn(
  context: ValueStoreContext,
  answer: Answer,
  question: Question,
): Promise<Asked> {
  const place = await findPlace(context, question);
  const files = await listFiles(context, question.conversation, place.box);
  const inbound: Inbound = {
    id: question.id,
    principal: question.principal,
    messages: [...historyOf(place.before), { role: 'user', content: place.question }],
    model: question.model,
    ...(question.collections === undefined ? {} : { collections: question.collections }),
    attached: selectPassages(place.question, files),
    valueStore: createValueStore(context, question.conversation),
    grounding: question.grounding,
    sampling: { maxTokens: MAX_TOKENS, temperature: 0, topP: 1, stop: [] },
    format: { kind: 'text' },
    signal: question.signal,
  };
  return { inbound, answer: keeping(context, answer, question, place) };
}

/** The pipeline with the keeping of the turn around it, however it ends. */
function keeping(context: StoreContext, answer: Answer, question: Question, place: Place): Asked['answer'] {
  const keep = async (ending: Pick<TurnContents, 'answer' | 'state' | 'outcome'>): Promise<string> => {
    const contents = { question: place.question, model: question.model, ...ending };
    const { conversation } = question;
    const turn = await putTurn(context, place.box, { conversation, position: place.position, contents });
    await nameAfter(context, place.box, { id: conversation, title: place.title }, place.question);
    return turn;
  };
  return async (inbound, sink) => {
    let sent = '';
    const write = (text: string): void => {
      sent += text;
      sink.write(text);
    };
    try {
      const restored = await answer(inbound, { write });
      const turn = await keep({ answer: restored.answer, state: 'complete', outcome: outcomeOf(restored) });
      return { ...restored, turn };
    } catch (error) {
      const state = endingOf(inbound.signal, sent);
      if (state !== undefined) await keep({ answer: sent, state });
      throw error;
    }
  };
}

/** What was stopped is kept; of what failed, only what its asker has already read. */
function endingOf(signal: AbortSignal, sent: string): TurnState | undefined {
  if (signal.aborted) return 'stopped';
  return sent === '' ? undefined : 'failed';
}

function outcomeOf(restored: Restored): NonNullable<TurnContents['outcome']> {
  const { sources, redaction, warned, withheld, decision, check, receipt, seen } = restored;
  return {
    sources: sources.map((source) => ({ ...source })),
    redaction: { ...redaction },
    warned: { ...warned },
    withheld,
    decision,
    check,
    receipt,
    seen: { messages: seen.messages.map(({ role, content }) => ({ role, content })), answer: seen.answer },
  };
}

async function findPlace(context: StoreContext, question: Question): Promise<Place> {
  const { conversation, box } = await findConversation(context, question.conversation);
  const turns = await listTurns(context, conversation.id, box);
  const at =
    question.replaces === undefined ? turns.length : turns.findIndex(({ id }) => id === question.replaces);
  if (at === -1) throw noTurn();
  if (at >= MOST_TURNS) throw full();
  const text = question.text ?? turns[at]?.question;
  if (text === undefined || text.trim() === '') throw noQuestion();
  return {
    title: conversation.title,
    box,
    position: turns[at]?.position,
    question: text,
    before: turns.slice(0, at),
  };
}

/** The newest earlier turns that fit, oldest first. */
function historyOf(turns: readonly Turn[]): Message[] {
  const kept: Message[] = [];
  let room = HISTORY_CHARACTERS;
  for (const { question, answer } of turns.slice(-HISTORY_TURNS).toReversed()) {
    room -= question.length + answer.length;
    if (room < 0) break;
    if (answer !== '') kept.unshift({ role: 'assistant', content: answer });
    kept.unshift({ role: 'user', content: question });
  }
  return kept;
}

function noQuestion(): AppError {
  return new AppError('ERR_REQUEST_INVALID', 'question: write what you want to ask.', {
    status: 400,
    param: 'question',
  });
}

function full(): AppError {
  return new AppError(
    'ERR_REQUEST_INVALID',
    `A conversation holds ${MOST_TURNS} turns. Start a new one; this one stays as it is.`,
    { status: 409 },
  );
}
