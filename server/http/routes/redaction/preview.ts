import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

export const finding = z
  .object({
    type: z.string(),
    start: z.int(),
    end: z.int(),
    score: z.number(),
    rule: z.string(),
  })
  .meta({ id: 'Finding', description: 'A value to mask; offsets are UTF-16 code units of the input.' });

export function previewRedaction({ redactor }: Services): Route {
  return defineRoute({
    method: 'post',
    path: '/api/redaction/preview',
    summary: 'What would be masked in a text. Nothing is kept.',
    tag: 'Redaction',
    permission: 'redaction:preview',
    errors: 'api',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: z.object({ text: z.string(), profile: z.string().min(1).max(64).optional() }),
    status: 200,
    response: z.object({ masked: z.string(), findings: z.array(finding) }),
    handler({ body }) {
      const { masked, findings } = redactor.preview(body.text, body.profile);
      return Promise.resolve({ masked, findings: [...findings] });
    },
  });
}
