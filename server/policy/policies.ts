import type { AnchorPolicy } from '../domain/anchor-policy.ts';
import type { GroundingRequest, Obligations } from '../domain/exchange.ts';
import type { ModelCard } from '../domain/model-card.ts';
import type { Principal } from '../domain/principal.ts';
import type { EgressRule } from '../egress/egress-rule.ts';
import { AppError } from '../errors.ts';
import type { DecisionRequest, PolicyDecision } from './decision.ts';
import { defaultResource, principalEntity, resourceEntity } from './entities.ts';
import { type Access, type NamedPolicy, parseAccess } from './load-access.ts';
import { parseSettings, type PolicySettings } from './load-settings.ts';
import { chooseMaskProfile, joinObligations, rolesOfModel, tightenFor } from './obligations.ts';
import { digestPolicyFiles, type PolicyFile, readPolicyFiles } from './policy-files.ts';
import { type CollectionAccess, type GroupAccess, withOwnRules } from './resource.ts';
import type { Retention } from './settings.ts';

/** A file of the bundle as it was read. */
export interface PolicySource {
  readonly path: string;
  readonly digest: string;
  readonly text: string;
}

/** The policy bundle in force. It never changes while the product runs. */
export interface Policies {
  /** SHA-256 (hex) of the bundle; see `digestPolicyFiles` for how to recompute it. */
  readonly digest: string;
  /** Name of the bundle of duties in use, for example `baseline`. */
  readonly bundle: string;
  readonly retention: Retention;
  /** Hosts that the product may connect to; none when empty. */
  readonly egress: readonly EgressRule[];
  /** Where checkpoints of the audit log are kept. */
  readonly anchors: AnchorPolicy;
  /** Denies what nothing permits, and whatever cannot be evaluated. Never throws. */
  decide(request: DecisionRequest): PolicyDecision;
  /** Ids of the collections that this caller may read, in the given order. */
  readable(principal: Principal, collections: readonly CollectionAccess[]): string[];
  /** Ids of the groups that this caller may read, as their collection has it and as they have it themselves. */
  readableGroups(
    principal: Principal,
    collections: readonly CollectionAccess[],
    groups: readonly GroupAccess[],
  ): string[];
  /**
   * What an allowed exchange owes. A request may tighten the grounding that policy demands, never loosen it.
   * @throws AppError ERR_POLICY_DENIED when no rule of models.yaml lets the caller use the model
   */
  chatObligations(
    principal: Principal,
    model: ModelCard,
    request: GroundingRequest,
    /** Ids of those that are searched. */
    collections?: readonly string[],
  ): Obligations;
  /** Name of the profile that masks this caller's questions to the model, or would if it were allowed to ask. */
  maskProfile(principal: Principal, model: ModelCard): string;
  /** Name of the bundle's profile: what masks when nobody in particular asks. */
  readonly bundleMaskProfile: string;
  /** Every file of the bundle with its SHA-256 (hex), sorted by path. */
  files(): readonly PolicySource[];
  /** The policy of this id, as a decision's reasons name it. */
  policy(id: string): NamedPolicy | undefined;
}

/**
 * Reads and checks the whole policies folder.
 * @throws AppError ERR_POLICY_INVALID that names every problem at once with its file
 */
export async function loadPolicies(dir: string): Promise<Policies> {
  const files = await readPolicyFiles(dir);
  const problems: string[] = [];
  const access = parseAccess(files, problems);
  const settings = parseSettings(files, problems);
  if (access === undefined || settings === undefined || problems.length > 0) {
    throw new AppError('ERR_POLICY_INVALID', `The policies are wrong:\n  ${problems.join('\n  ')}`);
  }
  return createPolicies(files, access, settings);
}

function createPolicies(
  files: readonly PolicyFile[],
  { authorize, policies }: Access,
  { bundleName, bundle, modelRules, collectionRules, retention, egress, anchors }: PolicySettings,
): Policies {
  const modelRoles = (model: string): readonly string[] => rolesOfModel(modelRules, model);
  const decideOnce = ({ principal, action, resource, context = {} }: DecisionRequest): PolicyDecision =>
    authorize({
      principal: principalEntity(principal),
      action,
      resource: resourceEntity(resource ?? defaultResource(action), modelRoles),
      context,
    });
  const decide = (request: DecisionRequest): PolicyDecision => {
    const { resource } = request;
    const decision = decideOnce(request);
    if (resource?.type !== 'Document' || resource.own === undefined) return decision;
    // Decided in any case, so that the time it takes does not tell which of the two denies.
    const narrowed = decideOnce({
      ...request,
      resource: { ...resource, collection: withOwnRules(resource.collection, resource.own) },
    });
    return decision.allowed ? narrowed : decision;
  };
  const mayRead = rememberReading(decide);
  return {
    digest: digestPolicyFiles(files),
    bundle: bundleName,
    retention,
    egress,
    anchors,
    decide,
    readable: (principal, collections) =>
      collections.filter((collection) => mayRead(principal, collection)).map(({ id }) => id),
    readableGroups(principal, collections, groups) {
      const readable = collections.filter((collection) => mayRead(principal, collection));
      const byId = new Map(readable.map((collection) => [collection.id, collection]));
      return groups
        .filter((group) => {
          const collection = byId.get(group.collection);
          return collection !== undefined && mayRead(principal, withOwnRules(collection, group));
        })
        .map(({ id }) => id);
    },
    chatObligations: (principal, model, request, collections = []) =>
      tightenFor(
        collections,
        collectionRules,
        joinObligations(bundle, modelRules, principal, model, request),
      ),
    bundleMaskProfile: bundle.maskProfile,
    maskProfile: (principal, model) => chooseMaskProfile(bundle, modelRules, principal, model),
    files: () => files.map(({ path, digest, content }) => ({ path, digest, text: content.toString('utf8') })),
    policy: (id) => policies.find((policy) => policy.id === id),
  };
}

/** Decisions that are remembered: a hundred rules for each of some hundred callers. */
const REMEMBERED = 20_000;

/**
 * Whether somebody may read a collection, each decision made once: every question asks for every rule there is. A
 * decision follows from caller, rules and policies alone, and policies never change while the product runs, so nothing
 * that is remembered can become wrong.
 */
function rememberReading(
  decide: Policies['decide'],
): (principal: Principal, access: CollectionAccess) => boolean {
  const known = new Map<string, boolean>();
  return (principal, { id, classification, readers }) => {
    const { kind, id: who, roles, limits } = principal;
    const key = JSON.stringify([kind, who, roles, limits ?? null, id, classification, readers]);
    const held = known.get(key);
    if (held !== undefined) return held;
    const resource = { type: 'Collection', id, classification, readers } as const;
    const { allowed } = decide({ principal, action: 'collection:read', resource });
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, allowed);
    return allowed;
  };
}
