import type { Principal } from '../domain/principal.ts';
import type { GrantablePermission } from './permissions.ts';
import type { Resource } from './resource.ts';

/** Further facts a policy may ask about; each must be declared in schema.cedarschema, else the request is denied. */
export type DecisionContext = Readonly<Record<string, string | number | boolean>>;

export interface DecisionRequest {
  readonly principal: Principal;
  readonly action: GrantablePermission;
  /** The audit log for `audit:*`, else the application as a whole, when absent. */
  readonly resource?: Resource | undefined;
  readonly context?: DecisionContext | undefined;
}

export interface PolicyDecision {
  readonly allowed: boolean;
  /** Ids of the policies that decided. Empty when nothing permits it. */
  readonly reasons: readonly string[];
  /** Why the request could not be evaluated. Any error denies. */
  readonly errors: readonly string[];
}
