import { z } from 'zod';
import type { ApprovalAbout } from '../../../desk/approval.ts';
import type { HoldScope } from '../../../audit/content/content-access.ts';
import type { Principal } from '../../../domain/principal.ts';
import { AppError } from '../../../errors.ts';
import { subjectTerms } from '../../../redaction/subject-terms.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { presentRequest } from '../../presenters/audit-request.ts';
import { approval, legalBasis, scope, writtenReason } from '../../schemas/approval.ts';
import type { Services } from '../../services.ts';

const common = {
  method: 'post',
  tag: 'Audit',
  errors: 'api',
  bodyKind: 'json',
  query: nothing,
  status: 201,
  response: z.object({ request: approval }),
} as const;

type Ask = (
  asker: Principal,
  about: ApprovalAbout,
  reason: string,
  terms?: readonly string[],
) => Promise<{ request: z.input<typeof approval> }>;

/** What somebody writes is kept in the open, so types take the place of values first. */
function asking({ approvals, redactor, policies, identity }: Services): Ask {
  return async (asker, about, written, terms) => {
    const reason = await redactor.strike(written, policies.bundleMaskProfile);
    const asked = await approvals.ask(asker, about, reason, terms);
    return { request: await presentRequest(identity.users, asked) };
  };
}

export function askReveal(services: Services): Route {
  const ask = asking(services);
  return defineRoute({
    ...common,
    path: '/api/audit/reveals',
    summary: 'Ask to see what an entry was about, originals included. A second person must agree.',
    permission: 'audit:reveal',
    params: nothing,
    body: z.strictObject({ entry: z.int().min(1), reason: writtenReason }),
    handler: ({ body: { entry, reason }, principal }) => ask(principal, { kind: 'reveal', entry }, reason),
  });
}

export function askErasure(services: Services): Route {
  const ask = asking(services);
  return defineRoute({
    ...common,
    path: '/api/audit/erasures',
    summary:
      'Ask to erase what is about somebody: all that a person has asked (`actor`), or every exchange in which a value stands (`value`). A second person must agree.',
    permission: 'audit:erase',
    params: nothing,
    body: z.union([
      z.strictObject({ actor: z.string().min(1).max(256), basis: legalBasis, reason: writtenReason }),
      z.strictObject({ value: z.string().trim().min(1).max(1000), basis: legalBasis, reason: writtenReason }),
    ]),
    async handler({ body, principal }) {
      const about = { kind: 'erasure', basis: body.basis } as const;
      if ('actor' in body) {
        const { actor, reason } = body;
        await assertInLog(services, { actor });
        return ask(principal, { ...about, actor }, reason);
      }
      return ask(principal, about, body.reason, subjectTerms(body.value));
    },
  });
}

export function askHold(services: Services): Route {
  const ask = asking(services);
  return defineRoute({
    ...common,
    path: '/api/audit/holds',
    summary: 'Ask to keep entries from being erased or pruned. A second person must agree.',
    permission: 'audit:hold',
    params: nothing,
    body: z.strictObject({ scope, reason: writtenReason }),
    async handler({ body, principal }) {
      const wanted = toScope(body.scope);
      await assertInLog(services, wanted);
      return ask(principal, { kind: 'hold', scope: wanted }, body.reason);
    },
  });
}

export function askRelease(services: Services): Route {
  const ask = asking(services);
  return defineRoute({
    ...common,
    path: '/api/audit/holds/{hold}/releases',
    summary: 'Ask to clear a hold. A second person must agree.',
    permission: 'audit:hold',
    params: z.object({ hold: z.string().max(256) }),
    body: z.strictObject({ reason: writtenReason }),
    async handler({ params: { hold }, body, principal }) {
      const holds = await services.audit.contents.holds();
      if (!holds.some(({ id }) => id === hold)) throw unknown('No such hold is in force.');
      return ask(principal, { kind: 'release', hold }, body.reason);
    },
  });
}

/** As entries keep it: what is left open is absent. */
function toScope({ actor, exchange, from, to }: z.output<typeof scope>): HoldScope {
  return {
    ...(actor === undefined ? {} : { actor }),
    ...(exchange === undefined ? {} : { exchange }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/**
 * An id that no entry has could be anything, such as a name, and would stand in the log for good.
 * @throws AppError ERR_NOT_FOUND
 */
async function assertInLog(
  { audit }: Services,
  { actor, exchange }: Pick<HoldScope, 'actor' | 'exchange'>,
): Promise<void> {
  const filters = [
    ...(actor === undefined ? [] : [{ actor }]),
    ...(exchange === undefined ? [] : [{ exchange }]),
  ];
  for (const filter of filters)
    if ((await audit.entries({ ...filter, limit: 1 })).length === 0)
      throw unknown('No entry has this person or exchange. Take the id from an entry.');
}

function unknown(message: string): AppError {
  return new AppError('ERR_NOT_FOUND', message, { status: 404 });
}
