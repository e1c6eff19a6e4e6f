import {
  type CedarValueJson,
  checkParseSchema,
  type DetailedError,
  policySetTextToParts,
  policyToJson,
  preparsePolicySet,
  preparseSchema,
  statefulIsAuthorized,
  validate,
} from '@cedar-policy/cedar-wasm/nodejs';
import { setFlagsFromString } from 'node:v8';
import { sha256Hex } from '../util/hash.ts';
import type { PolicyDecision } from './decision.ts';

/** The only file that imports the policy engine. */

export interface EntityRef {
  readonly type: string;
  readonly id: string;
}

export interface Entity {
  readonly uid: EntityRef;
  readonly attrs: Readonly<Record<string, CedarValueJson>>;
  readonly parents: readonly EntityRef[];
}

export interface CedarRequest {
  readonly principal: Entity;
  readonly action: string;
  readonly resource: Entity;
  readonly context: Readonly<Record<string, string | number | boolean>>;
}

export interface CedarPolicy {
  /** From the annotation `@id`; undefined when it has none. */
  readonly id: string | undefined;
  readonly text: string;
}

/** What is wrong with a text, with the line where it is known (from 1). */
export interface CedarProblem {
  readonly message: string;
  readonly line?: number;
}

export type ParsedPolicies =
  | { readonly ok: true; readonly policies: readonly CedarPolicy[] }
  | { readonly ok: false; readonly problems: readonly CedarProblem[] };

export type Authorizer = (request: CedarRequest) => PolicyDecision;

/** Splits one policy file into its policies. */
export function parseCedarPolicies(text: string): ParsedPolicies {
  const parts = policySetTextToParts(text);
  if (parts.type === 'failure') return { ok: false, problems: parts.errors.map(locateIn(text)) };
  if (parts.policy_templates.length > 0) {
    return { ok: false, problems: [{ message: 'templates (?principal, ?resource) are not supported' }] };
  }
  return { ok: true, policies: parts.policies.map((policy) => ({ id: readId(policy), text: policy })) };
}

/** What is wrong with a schema; empty when nothing is. */
export function checkCedarSchema(schema: string): readonly CedarProblem[] {
  const answer = checkParseSchema(schema);
  return answer.type === 'success' ? [] : answer.errors.map(locateIn(schema));
}

/** What the type checker says about each policy; empty when they fit the schema. */
export function checkCedarPolicies(
  schema: string,
  policies: Readonly<Record<string, string>>,
): readonly { readonly policy: string; readonly message: string }[] {
  const answer = validate({ schema, policies: { staticPolicies: { ...policies } } });
  if (answer.type === 'failure') {
    return answer.errors.map((error) => ({ policy: '', message: error.message }));
  }
  return [...answer.validationErrors, ...answer.validationWarnings].map(({ policyId, error }) => ({
    policy: policyId,
    message: error.message,
  }));
}

/**
 * Parses schema and policies once; a decision then takes some tenths of a millisecond. The engine keeps what it
 * parsed under a name, which is the digest of the content: two bundles never meet.
 */
export function createAuthorizer(schema: string, policies: Readonly<Record<string, string>>): Authorizer {
  keepWasmCallsOut();
  const name = sha256Hex(JSON.stringify([schema, policies]));
  requireParsed(preparseSchema(name, schema));
  requireParsed(preparsePolicySet(name, { staticPolicies: { ...policies } }));
  return (request) => {
    try {
      return evaluate(name, request);
    } catch (error) {
      return deny([error instanceof Error ? error.message : 'the policy engine failed']);
    }
  };
}

/**
 * V8 of Node 20 dies with "unreachable code" in the deoptimizer when it has inlined calls from JavaScript into
 * WebAssembly, which this engine is: seen after 300 to 1,500 mixed requests, and never with the inlining off.
 */
function keepWasmCallsOut(): void {
  setFlagsFromString('--no-turbo-inline-js-wasm-calls');
}

function evaluate(name: string, { principal, action, resource, context }: CedarRequest): PolicyDecision {
  const answer = statefulIsAuthorized({
    principal: { ...principal.uid },
    action: { type: 'Action', id: action },
    resource: { ...resource.uid },
    context: { ...context },
    entities: [toJson(principal), toJson(resource)],
    preparsedSchemaName: name,
    preparsedPolicySetId: name,
    validateRequest: true,
  });
  if (answer.type === 'failure') return deny(answer.errors.map((error) => error.message));
  const { decision, diagnostics } = answer.response;
  // The engine skips a policy that fails to evaluate. A skipped `forbid` would open a door, so an error denies.
  if (diagnostics.errors.length > 0) {
    return deny(diagnostics.errors.map(({ policyId, error }) => `${policyId}: ${error.message}`));
  }
  return { allowed: decision === 'allow', reasons: diagnostics.reason.toSorted(), errors: [] };
}

function deny(errors: readonly string[]): PolicyDecision {
  return { allowed: false, reasons: [], errors };
}

function toJson({ uid, attrs, parents }: Entity): {
  uid: EntityRef;
  attrs: Record<string, CedarValueJson>;
  parents: EntityRef[];
} {
  return { uid, attrs: { ...attrs }, parents: [...parents] };
}

function readId(policy: string): string | undefined {
  const answer = policyToJson(policy);
  return answer.type === 'success' ? answer.json.annotations?.['id'] : undefined;
}

function requireParsed(answer: ReturnType<typeof preparseSchema>): void {
  if (answer.type === 'failure') throw new Error(answer.errors.map((error) => error.message).join('; '));
}

function locateIn(text: string): (error: DetailedError) => CedarProblem {
  return (error) => {
    const start = error.sourceLocations?.[0]?.start;
    if (start === undefined) return { message: error.message };
    // The engine counts bytes of UTF-8.
    const before = Buffer.from(text).subarray(0, start).toString();
    return { message: error.message, line: before.split('\n').length };
  };
}
