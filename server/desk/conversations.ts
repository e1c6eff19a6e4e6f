import type { AuditLog } from '../audit/audit-log.ts';
import type { Principal } from '../domain/principal.ts';
import type { ExchangeFacts } from '../insights/exchange-facts.ts';
import type { ParserPool } from '../knowledge/parsers/parser-pool.ts';
import { mediaTypeOf } from '../knowledge/parsers/parsed-file.ts';
import type { TimeCursor } from '../util/time-cursor.ts';
import { type Answer, type Asked, askTurn, type Question } from './ask-turn.ts';
import type { Conversation } from './conversation.ts';
import {
  type ConversationPage,
  deleteConversation,
  findConversation,
  findOwner,
  insertConversation,
  listConversations,
  updateTitle,
} from './conversation-store.ts';
import { type ConversationFile, deleteFile, insertFile, listFiles } from './file-store.ts';
import { makeTitle } from './make-title.ts';
import { type ConversationHits, searchConversations } from './search-conversations.ts';
import type { NoteDislike } from './note-dislike.ts';
import type { Feedback, Turn } from './turn.ts';
import { listTurns, putFeedback } from './turn-store.ts';
import { sweepVaults, type ValueStoreContext } from './value-store.ts';

export type { Answer, Asked, AnsweredTurn, Question } from './ask-turn.ts';
export type { Conversation } from './conversation.ts';
export type { ConversationFile } from './file-store.ts';
export type { Feedback, Turn } from './turn.ts';

export interface ConversationsDeps extends ValueStoreContext {
  readonly audit: Pick<AuditLog, 'recordEvent'>;
  readonly parsers: Pick<ParserPool, 'read'>;
  /** Counts ratings, without what was said. */
  readonly facts: Pick<ExchangeFacts, 'rate'>;
  /** The pipeline with its stages in place. */
  readonly answer: Answer;
  readonly noteDislike: NoteDislike;
}

/** What a conversation holds. */
export interface OpenConversation {
  readonly conversation: Conversation;
  readonly turns: readonly Turn[];
  readonly files: readonly ConversationFile[];
}

/**
 * The conversations of every person, sealed at rest with a key for each. Whose they are is for the caller to check:
 * policy decides on `owner`. Every method with an id throws AppError ERR_NOT_FOUND when it is not there.
 */
export interface Conversations {
  /** Id of the owner; undefined when there is no such conversation. */
  owner(id: string): Promise<string | undefined>;
  list(owner: string, page: { after?: TimeCursor | undefined; limit: number }): Promise<ConversationPage>;
  search(owner: string, query: string): Promise<ConversationHits>;
  /** Named after the question that it will begin with, if there is one already. */
  create(actor: Principal, question?: string): Promise<Conversation>;
  open(id: string): Promise<OpenConversation>;
  rename(actor: Principal, id: string, title: string): Promise<Conversation>;
  /** Destroys the key of the conversation and removes its rows. */
  remove(actor: Principal, id: string): Promise<void>;
  ask(question: Question): Promise<Asked>;
  /** Undefined takes the feedback back. */
  rate(actor: Principal, place: { conversation: string; turn: string }, value?: Feedback): Promise<void>;
  /** @throws AppError ERR_KNOWLEDGE_FORMAT, ERR_REQUEST_TOO_LARGE */
  addFile(actor: Principal, id: string, file: { name: string; bytes: Buffer }): Promise<ConversationFile>;
  /** Wipes masked values of conversations in which nothing was asked for `vaultDays`. */
  sweep(): Promise<void>;
  /** False when the conversation has no such file. */
  removeFile(actor: Principal, id: string, file: string): Promise<boolean>;
}

export function createConversations(deps: ConversationsDeps): Conversations {
  const { audit, parsers } = deps;
  return {
    owner: (id) => findOwner(deps, id),
    list: (owner, page) => listConversations(deps, owner, page),
    search: (owner, query) => searchConversations(deps, owner, query),
    async create(actor, question = '') {
      const conversation = await insertConversation(deps, actor.id, makeTitle(question));
      await audit.recordEvent({ type: 'conversation.created', actor, conversation: conversation.id });
      return conversation;
    },
    async open(id) {
      const { conversation, box } = await findConversation(deps, id);
      const [turns, files] = await Promise.all([listTurns(deps, id, box), listFiles(deps, id, box)]);
      return { conversation, turns, files };
    },
    async rename(actor, id, title) {
      const { box } = await findConversation(deps, id);
      await updateTitle(deps, id, box, title);
      await audit.recordEvent({ type: 'conversation.renamed', actor, conversation: id });
      return (await findConversation(deps, id)).conversation;
    },
    async remove(actor, id) {
      await audit.recordEvent({ type: 'conversation.deleted', actor, conversation: id });
      await deleteConversation(deps, id);
    },
    ask: (question) => askTurn(deps, deps.answer, question),
    async rate(actor, { conversation, turn }, value) {
      const { box } = await findConversation(deps, conversation);
      const rated = (await listTurns(deps, conversation, box)).find(({ id }) => id === turn);
      await putFeedback(deps, box, { conversation, turn, value });
      await deps.facts.rate(turn, value?.rating);
      await audit.recordEvent({ type: 'conversation.rated', actor, conversation, turn });
      // Once for each turn, however often its asker changes their mind about the reasons.
      if (value !== undefined && rated !== undefined && rated.feedback?.rating !== 'down')
        await deps.noteDislike(actor, rated.question, value);
    },
    async addFile(actor, id, { name, bytes }) {
      const { box } = await findConversation(deps, id);
      const { format, chunks } = await parsers.read(name, bytes);
      const file = await insertFile(deps, id, box, {
        name,
        format: mediaTypeOf(format),
        bytes: bytes.length,
        passages: chunks.map(({ location, text }) => ({ location, text })),
      });
      await audit.recordEvent({ type: 'conversation.file-added', actor, conversation: id, file: file.id });
      return file;
    },
    sweep: () => sweepVaults(deps),
    async removeFile(actor, id, file) {
      const removed = await deleteFile(deps, id, file);
      if (removed)
        await audit.recordEvent({ type: 'conversation.file-removed', actor, conversation: id, file });
      return removed;
    },
  };
}
