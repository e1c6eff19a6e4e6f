import { AppError } from '../errors.ts';

/** What one person asked and was answered, in order. It is theirs alone. */
export interface Conversation {
  readonly id: string;
  /** Id of the user it belongs to. */
  readonly owner: string;
  /** Made from the first question, until its owner gives it another; empty before there is one. */
  readonly title: string;
  /** Number of its turns. */
  readonly turns: number;
  readonly createdAt: string;
  /** When something was last asked in it, or it was renamed. */
  readonly updatedAt: string;
}

/** One message for "not there" and "not yours". */
export function noConversation(): AppError {
  return new AppError('ERR_NOT_FOUND', 'You have no conversation with this id.', { status: 404 });
}
