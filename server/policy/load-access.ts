import {
  type Authorizer,
  type CedarProblem,
  checkCedarPolicies,
  checkCedarSchema,
  createAuthorizer,
  parseCedarPolicies,
} from './cedar.ts';
import { digestPolicyFiles, type PolicyFile } from './policy-files.ts';

const schemaPath = 'access/schema.cedarschema';

/** One policy of access/*.cedar. */
export interface NamedPolicy {
  readonly id: string;
  readonly text: string;
  /** Path in the bundle. */
  readonly file: string;
}

/** What decides, and what it was made of. */
export interface Access {
  readonly authorize: Authorizer;
  readonly policies: readonly NamedPolicy[];
}

/** The files that were sound last. Parsing and type-checking them takes half a second and follows from their text alone. */
let lastSound: { readonly digest: string; readonly access: Access } | undefined;

/**
 * Parses access/*.cedar, checks them against the schema and makes the authorizer of them. Adds every problem, with
 * its file, to `problems`. Undefined when there is one.
 */
export function parseAccess(files: readonly PolicyFile[], problems: string[]): Access | undefined {
  const digest = digestPolicyFiles(files.filter(({ path }) => path.startsWith('access/')));
  if (lastSound?.digest === digest) return lastSound.access;
  const access = checkAccess(files, problems);
  if (access !== undefined) lastSound = { digest, access };
  return access;
}

function checkAccess(files: readonly PolicyFile[], problems: string[]): Access | undefined {
  const before = problems.length;
  const schema = readSchema(files, problems);
  const policies = readPolicies(files, problems);
  if (schema === undefined || problems.length > before) return undefined;
  const texts = Object.fromEntries(policies.map(({ id, text }) => [id, text]));
  const fileOf = new Map(policies.map(({ id, file }) => [id, file]));
  for (const { policy, message } of checkCedarPolicies(schema, texts)) {
    problems.push(`${fileOf.get(policy) ?? schemaPath}: policy "${policy}": ${message}`);
  }
  return problems.length > before ? undefined : { authorize: createAuthorizer(schema, texts), policies };
}

function readSchema(files: readonly PolicyFile[], problems: string[]): string | undefined {
  const schema = files.find(({ path }) => path === schemaPath)?.content.toString('utf8');
  if (schema === undefined) {
    problems.push(`${schemaPath}: the file is missing`);
    return undefined;
  }
  problems.push(...checkCedarSchema(schema).map((problem) => describe(schemaPath, problem)));
  return schema;
}

function readPolicies(files: readonly PolicyFile[], problems: string[]): readonly NamedPolicy[] {
  const policies: NamedPolicy[] = [];
  for (const { path, content } of files) {
    if (!/^access\/[^/]+\.cedar$/.test(path)) continue;
    const parsed = parseCedarPolicies(content.toString('utf8'));
    if (!parsed.ok) {
      problems.push(...parsed.problems.map((problem) => describe(path, problem)));
      continue;
    }
    for (const { id, text } of parsed.policies) {
      const twin = policies.find((policy) => policy.id === id);
      if (id === undefined || id === '') problems.push(`${path}: a policy has no @id("…")`);
      else if (twin !== undefined) problems.push(`${path}: the id "${id}" is already used in ${twin.file}`);
      else policies.push({ id, text, file: path });
    }
  }
  if (policies.length === 0) problems.push('access: there is no policy, so everything would be denied');
  return policies;
}

function describe(path: string, { message, line }: CedarProblem): string {
  return line === undefined ? `${path}: ${message}` : `${path}: line ${line}: ${message}`;
}
