import type { AuditEntry } from '../../data/audit.ts';

/** Fields that are told elsewhere or say nothing to a reader. */
const plain = new Set([
  'type',
  'seq',
  'prev',
  'at',
  'v',
  'version',
  'actor',
  'user',
  'boot',
  'id',
  'origin',
  'policy',
]);

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** The fields of a record as names and values, nested ones with dots. Records hold no personal values. */
export function factsOf(leaf: AuditEntry['leaf']): readonly Fact[] {
  return Object.entries(leaf).flatMap(([name, value]) => flatten(name, value));
}

/** A few words about an entry for its line in the table: its telling fields, the shortest first. */
export function summaryOf({ leaf }: AuditEntry): string {
  return factsOf(leaf)
    .filter(({ name, value }) => !plain.has(name.split('.')[0] ?? '') && value !== '' && value.length <= 48)
    .slice(0, 4)
    .map(({ name, value }) => `${name} ${value}`)
    .join(' · ');
}

/** Id of who acted, if somebody did. */
export function actorOf({ leaf }: AuditEntry): string {
  const { actor } = leaf;
  const id = typeof actor === 'object' && actor !== null && 'id' in actor ? actor.id : leaf['user'];
  return typeof id === 'string' ? id : '';
}

function flatten(name: string, value: unknown): readonly Fact[] {
  if (Array.isArray(value)) return [{ name, value: value.map(toText).join(', ') }];
  if (typeof value !== 'object' || value === null) return [{ name, value: toText(value) }];
  return Object.entries(value).flatMap(([inner, content]) => flatten(`${name}.${inner}`, content));
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
