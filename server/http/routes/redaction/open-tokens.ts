import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

/** Opens what the operator `encrypt` put into a text. Who did, and how many values of which types, is in the audit log first. */
export function openTokens({ redactor, audit }: Services): Route {
  return defineRoute({
    method: 'post',
    path: '/api/redaction/open',
    summary: 'Put values back for the tokens of the operator encrypt that stand in a text.',
    tag: 'Redaction',
    permission: 'redaction:open',
    errors: 'api',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: z.object({ text: z.string() }),
    status: 200,
    response: z.object({
      text: z.string(),
      /** Number of tokens that were opened, by type. What is no token of this installation stays as it is. */
      opened: z.record(z.string(), z.int()),
    }),
    async handler({ body, principal }) {
      const { text, opened } = redactor.openTokens(body.text);
      await audit.recordEvent({ type: 'redaction.opened', actor: principal, opened: { ...opened } });
      return { text, opened: { ...opened } };
    },
  });
}
