import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { type TokenReading, tokenProblems } from '../../../redaction/value-tokens.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

const MOST_TEXT = 100_000;
const MOST_TOKENS = 100;

const token = z
  .object({
    start: z.int().meta({ description: 'Offset in UTF-16 code units of the text.' }),
    end: z.int(),
    label: z.string().meta({ description: 'What it says it stands for.' }),
    type: z.string().optional(),
    value: z.string().optional(),
    problem: z.enum(tokenProblems).optional().meta({
      description:
        'Why it was not opened. `malformed`: a piece is missing. `unreadable`: another installation made it, or somebody changed it.',
    }),
  })
  .meta({
    id: 'ValueToken',
    description: 'What stands like a token in a text, with its value or what is wrong with it.',
  });

/** Opens what the operator `encrypt` put into a text. Who did, why, and how many values of which types, is in the audit log first. */
export function openTokens({ redactor, audit, policies }: Services): Route {
  return defineRoute({
    method: 'post',
    path: '/api/redaction/open',
    summary:
      'Put values back for the tokens of the operator encrypt that stand in a text, for a reason that the audit log keeps, masked.',
    tag: 'Redaction',
    permission: 'redaction:open',
    errors: 'api',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: z.object({
      text: z
        .string()
        .min(1)
        .max(MOST_TEXT)
        .meta({ description: `At most ${MOST_TOKENS} tokens.` }),
      reason: z
        .string()
        .trim()
        .min(10)
        .max(300)
        .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line'),
    }),
    status: 200,
    response: z.object({
      text: z.string(),
      opened: z
        .record(z.string(), z.int())
        .meta({ description: 'Number of tokens that were opened, by type.' }),
      tokens: z.array(token),
      reason: z.string().meta({ description: 'As the audit log keeps it: types stand in place of values.' }),
    }),
    async handler({ body, principal }) {
      const { text, opened, tokens } = redactor.openTokens(body.text);
      assertFew(tokens);
      const reason = await redactor.strike(body.reason, policies.bundleMaskProfile);
      await audit.recordEvent({
        type: 'redaction.opened',
        actor: principal,
        opened: { ...opened },
        unopened: tokens.filter(({ reading }) => typeof reading === 'string').length,
        reason,
      });
      return { text, opened: { ...opened }, tokens: tokens.map(presentToken), reason };
    },
  });
}

function assertFew({ length }: readonly TokenReading[]): void {
  if (length <= MOST_TOKENS) return;
  throw new AppError(
    'ERR_REQUEST_INVALID',
    `text: holds ${length} tokens, at most ${MOST_TOKENS} are opened at a time.`,
    {
      status: 400,
      param: 'text',
    },
  );
}

function presentToken({ start, end, label, reading }: TokenReading): z.input<typeof token> {
  const place = { start, end, label };
  return typeof reading === 'string' ? { ...place, problem: reading } : { ...place, ...reading };
}
