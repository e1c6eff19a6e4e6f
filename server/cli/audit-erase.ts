import type { Principal } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { Services } from '../http/services.ts';
import type { GrantablePermission } from '../policy/permissions.ts';
import { subjectTerms } from '../redaction/subject-terms.ts';
import type { CommandRun } from './command.ts';
import { parseOptions, required } from './parse-options.ts';
import { readLines } from './read-lines.ts';
import { withContext } from './with-context.ts';

/** An id that the product has made for a person or a key; anything else is a value in which somebody is named. */
const ACTOR_ID = /^(usr|key)_[0-9a-f]{32}$/;

/** Erases what is about somebody while two people sit at the terminal: their passwords come on standard input. */
export const auditErase: CommandRun = async (args, terminal) => {
  const { values } = parseOptions(args, {
    subject: { type: 'string' },
    basis: { type: 'string' },
    reason: { type: 'string' },
    approver: { type: 'string', multiple: true },
  });
  const subject = required(values.subject, '--subject');
  const basis = required(values.basis, '--basis');
  const reason = required(values.reason, '--reason');
  const [asker, approver, ...more] = values.approver ?? [];
  if (asker === undefined || approver === undefined || more.length > 0)
    throw new AppError('ERR_USAGE', 'Give --approver twice: who asks, and who agrees.', { status: 400 });
  const [first = '', second = ''] = await readLines(terminal.input, 2);
  await withContext(terminal, async ({ services }) => {
    const asking = await signedIn(services, asker, first, 'audit:erase');
    const agreeing = await signedIn(services, approver, second, 'audit:approve');
    const struck = await services.redactor.strike(reason, services.policies.bundleMaskProfile);
    const isActor = ACTOR_ID.test(subject);
    const about = { kind: 'erasure', basis, ...(isActor ? { actor: subject } : {}) } as const;
    const terms = isActor ? undefined : subjectTerms(subject);
    const { id } = await services.approvals.ask(asking, about, struck, terms);
    const { state } = await services.approvals.grant(agreeing, id);
    terminal.out.write(`${JSON.stringify({ request: id, state })}\n`);
  });
  return 0;
};

/** @throws AppError ERR_IDENTITY_CREDENTIALS, ERR_POLICY_DENIED */
async function signedIn(
  { identity, audit, policies }: Services,
  username: string,
  password: string,
  action: GrantablePermission,
): Promise<Principal> {
  const { token, user } = await identity.sessions.signIn(username, password);
  await audit.recordEvent({ type: 'auth.signed-in', user: user.id });
  const principal = await identity.sessions.resolve(token);
  await identity.sessions.signOut(token);
  await audit.recordEvent({ type: 'auth.signed-out', user: user.id });
  const decision = principal && policies.decide({ principal, action, resource: { type: 'AuditLog' } });
  if (principal !== undefined && decision?.allowed === true) return principal;
  await audit.recordEvent({
    type: 'policy.denied',
    actor: { kind: 'user', id: user.id },
    permission: action,
    reasons: decision?.reasons ?? [],
  });
  throw new AppError('ERR_POLICY_DENIED', `${username} may not do this (${action}).`, { status: 403 });
}
