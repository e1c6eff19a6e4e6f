export const roles = [
  'member',
  'agent',
  'supervisor',
  'knowledge-editor',
  'administrator',
  'auditor',
  'privacy-officer',
] as const;

export type Role = (typeof roles)[number];

/** Who did something, as an audit entry names them. */
export interface Actor {
  readonly kind: 'user' | 'api-key';
  /** Random id, never a name: it is what audit entries carry. */
  readonly id: string;
}

/** Only kind and id: a principal also carries a name, which is kept neither in the log nor with a job. */
export function actorOf({ kind, id }: Actor): { kind: Actor['kind']; id: string } {
  return { kind, id };
}

/** Who is acting: a signed-in person, or an application that holds an API key. */
export interface Principal extends Actor {
  /** Shown to people; never written to the audit log. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Limits of an API key. Absent for people: their roles decide. */
  readonly limits?: KeyLimits | undefined;
}

export interface KeyLimits {
  /** Permissions of the form `resource:action` that the key may use, for example `chat:create`. */
  readonly scopes: readonly string[];
  readonly models?: readonly string[] | undefined;
  readonly collections?: readonly string[] | undefined;
}
