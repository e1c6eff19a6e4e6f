import type { Leaf } from './leaf.ts';
import { type SiemFacts, siemFacts } from './siem-facts.ts';

/** A JSON object. */
export type OcsfEvent = Readonly<Record<string, unknown>>;

const API_ACTIVITY = { category_uid: 6, class_uid: 6003 } as const;
const AUTHENTICATION = { category_uid: 3, class_uid: 3002 } as const;
const OTHER_ACTIVITY = 99;

/**
 * An entry as an OCSF 1.8 event: Authentication for sign-in and sign-out, API Activity with the `ai_operation` profile
 * for everything else. The leaf hash is the event's uid, so a SIEM's copy can be held against the log.
 */
export function toOcsf(leaf: Leaf, hash: string): OcsfEvent {
  const facts = siemFacts(leaf);
  const kind = leaf.type.startsWith('auth.') ? authentication(leaf, facts) : apiActivity(leaf, facts);
  return {
    ...kind,
    time: Date.parse(leaf.at),
    severity_id: facts.severity,
    status_id: facts.failed ? 2 : 1,
    ...(facts.code === undefined ? {} : { status_code: facts.code }),
    metadata: {
      version: '1.8.0',
      uid: hash,
      log_name: leaf.origin,
      sequence: leaf.seq,
      correlation_uid: facts.exchange ?? leaf.id,
      product: { name: 'Intramura', vendor_name: 'Intramura', version: leaf.version },
      ...(facts.model === undefined ? {} : { profiles: ['ai_operation'] }),
    },
    unmapped: { ...leaf },
  };
}

function authentication(leaf: Leaf, { actor }: SiemFacts): OcsfEvent {
  const activity = leaf.type === 'auth.signed-out' ? 2 : 1;
  return {
    ...AUTHENTICATION,
    activity_id: activity,
    type_uid: AUTHENTICATION.class_uid * 100 + activity,
    user: { uid: actor?.id ?? 'unknown' },
    service: { name: 'intramura' },
  };
}

function apiActivity(leaf: Leaf, { actor, activity, model }: SiemFacts): OcsfEvent {
  const id = activityId(activity);
  return {
    ...API_ACTIVITY,
    activity_id: id,
    ...(id === OTHER_ACTIVITY ? { activity_name: leaf.type } : {}),
    type_uid: API_ACTIVITY.class_uid * 100 + id,
    actor: actor === undefined ? { app_name: 'intramura' } : { user: { uid: actor.id, type: actor.kind } },
    api: { operation: leaf.type, service: { name: 'intramura' } },
    // The class demands an endpoint, and the log does not record addresses.
    src_endpoint: { name: 'not recorded' },
    ...(model === undefined ? {} : { ai_model: { name: model, ai_provider: 'Internal' } }),
  };
}

function activityId(activity: SiemFacts['activity']): number {
  switch (activity) {
    case 'create':
      return 1;
    case 'read':
      return 2;
    case 'update':
      return 3;
    case 'delete':
      return 4;
    case 'other':
      return OTHER_ACTIVITY;
    default:
      return activity satisfies never;
  }
}
