import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { assertOwnConversation } from '../../conversation-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { presentFile } from '../../presenters/conversation.ts';
import { conversationFile } from '../../schemas/conversation.ts';
import type { Services } from '../../services.ts';

const common = { tag: 'Conversations', errors: 'api', query: nothing, body: nothing } as const;
const byId = z.object({ id: z.string() });

export function listConversationFiles(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/conversations/{id}/files',
    summary: 'The files of a conversation of the caller.',
    permission: 'conversation:read',
    bodyKind: 'none',
    params: byId,
    status: 200,
    response: z.object({ files: z.array(conversationFile) }),
    async handler({ params, principal }) {
      await assertOwnConversation(services, principal, 'conversation:read', params.id);
      const { files } = await services.conversations.open(params.id);
      return { files: files.map(presentFile) };
    },
  });
}

export function addConversationFile(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'post',
    path: '/api/conversations/{id}/files',
    summary:
      'Add a file (multipart, field `file`) whose text answers questions of this conversation only. Its text is kept sealed, the file is not.',
    permission: 'conversation:write',
    bodyKind: 'upload',
    params: byId,
    status: 201,
    response: conversationFile,
    async handler({ params, principal, request: { file } }) {
      await assertOwnConversation(services, principal, 'conversation:write', params.id);
      if (file === undefined) {
        throw new AppError('ERR_REQUEST_INVALID', 'Send one file, in the field `file`.', {
          status: 400,
          param: 'file',
        });
      }
      const { originalname: name, buffer: bytes } = file;
      return presentFile(await services.conversations.addFile(principal, params.id, { name, bytes }));
    },
  });
}

export function removeConversationFile(services: Services): Route {
  return defineRoute({
    ...common,
    method: 'delete',
    path: '/api/conversations/{id}/files/{file}',
    summary: 'Remove a file from a conversation of the caller.',
    permission: 'conversation:write',
    bodyKind: 'none',
    params: byId.extend({ file: z.string() }),
    status: 204,
    response: z.undefined(),
    async handler({ params, principal }) {
      await assertOwnConversation(services, principal, 'conversation:write', params.id);
      if (await services.conversations.removeFile(principal, params.id, params.file)) return undefined;
      throw new AppError('ERR_NOT_FOUND', 'The conversation has no such file.', { status: 404 });
    },
  });
}
