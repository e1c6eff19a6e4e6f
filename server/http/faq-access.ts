import type { Principal } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { FaqContents, FaqEntry } from '../knowledge/faq/faq.ts';
import type { Gap } from '../knowledge/gaps/gaps.ts';
import type { Collection } from '../knowledge/knowledge.ts';
import type { PolicyDecision } from '../policy/decision.ts';
import { findPermitted, notThere, permittedCollections } from './collection-access.ts';
import { findPermittedDocument } from './document-access.ts';
import { recordDenial } from './record-denial.ts';
import type { Services } from './services.ts';

type FaqAction = 'faq:read' | 'faq:write' | 'faq:approve';
type GapAction = 'gap:read' | 'gap:review';

/**
 * An entry that this caller may treat so: both what is approved and what is being written must be theirs to read.
 * @throws AppError ERR_NOT_FOUND alike whether it exists or not; ERR_POLICY_DENIED for approving what they wrote themselves
 */
export async function findEntry(
  services: Services,
  principal: Principal,
  action: FaqAction,
  id: string,
): Promise<FaqEntry> {
  const entry = await readIfThere(() => services.faq.entry(id));
  const collection = (await services.knowledge.collections()).find(
    ({ id: name }) => name === entry?.collection,
  );
  if (entry === undefined || collection === undefined)
    throw await refused(services, principal, action, notThere);
  const read = worstDecision(services, principal, 'faq:read', entry, collection);
  if (!read.allowed) throw await refused(services, principal, action, read);
  const decision = worstDecision(services, principal, action, entry, collection);
  if (decision.allowed) return entry;
  await recordDenial(services, principal, action, decision);
  throw new AppError(
    'ERR_POLICY_DENIED',
    action === 'faq:approve'
      ? 'Somebody who has not written at it must approve it.'
      : `This needs the permission ${action}.`,
    { status: 403 },
  );
}

/** What this caller may do with an entry that they may read. */
export function rightsOnEntry(
  services: Pick<Services, 'policies'>,
  principal: Principal,
  entry: FaqEntry,
  collection: Collection,
): { write: boolean; approve: boolean } {
  const may = (action: FaqAction): boolean =>
    worstDecision(services, principal, action, entry, collection).allowed;
  return { write: may('faq:write'), approve: may('faq:approve') };
}

function worstDecision(
  { policies }: Pick<Services, 'policies'>,
  principal: Principal,
  action: FaqAction,
  { id, live, draft }: FaqEntry,
  collection: Collection,
): PolicyDecision {
  const versions = [live, draft].filter((version) => version !== undefined);
  const narrowings = versions.length === 0 ? [[]] : versions.map(({ readers }) => readers);
  const decisions = narrowings.map((narrowed) => {
    const resource = { type: 'Faq', id, collection, narrowed, authors: draft?.authors ?? [] } as const;
    return policies.decide({ principal, action, resource });
  });
  return decisions.find(({ allowed }) => !allowed) ?? decisions[0] ?? notThere;
}

/**
 * Whoever writes an entry must be able to read it afterwards, and the documents that it rests on.
 * @throws AppError ERR_REQUEST_INVALID, ERR_NOT_FOUND
 */
export async function assertMayWrite(
  services: Services,
  principal: Principal,
  collection: string,
  contents: FaqContents,
): Promise<void> {
  const found = await findPermitted(services, principal, 'faq:write', collection);
  const { readers: narrowed, sources } = contents;
  const resource = { type: 'Faq', id: 'new', collection: found, narrowed, authors: [] } as const;
  if (!services.policies.decide({ principal, action: 'faq:read', resource }).allowed) {
    throw new AppError(
      'ERR_REQUEST_INVALID',
      'readers: name one of your own roles, or you could not read it.',
      {
        status: 400,
        param: 'readers',
      },
    );
  }
  for (const source of sources) await findPermittedDocument(services, principal, 'document:read', source);
}

/** Gaps whose every collection this caller may look into. */
export async function gapReader(
  services: Services,
  principal: Principal,
  action: GapAction,
): Promise<(scope: readonly string[]) => boolean> {
  const permitted = await permittedCollections(services, principal, action);
  const ids = new Set(permitted.map(({ id }) => id));
  return (scope) => scope.length > 0 && scope.every((id) => ids.has(id));
}

/** @throws AppError ERR_NOT_FOUND alike whether it exists or not */
export async function findGap(
  services: Services,
  principal: Principal,
  action: GapAction,
  id: string,
): Promise<Gap> {
  const mayRead = await gapReader(services, principal, action);
  const gap = await readIfThere(() => services.gaps.gap(id));
  if (gap !== undefined && mayRead(gap.scope)) return gap;
  await recordDenial(services, principal, action, notThere);
  throw new AppError('ERR_NOT_FOUND', 'There is no such gap, or you may not read it.', { status: 404 });
}

async function readIfThere<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError && error.code === 'ERR_NOT_FOUND') return undefined;
    throw error;
  }
}

async function refused(
  services: Services,
  principal: Principal,
  action: FaqAction,
  decision: PolicyDecision,
): Promise<AppError> {
  await recordDenial(services, principal, action, decision);
  return new AppError('ERR_NOT_FOUND', 'There is no such FAQ entry, or you may not read it.', {
    status: 404,
  });
}
