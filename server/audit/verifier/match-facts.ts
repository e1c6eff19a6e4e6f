import type { JsonSchema } from './json-schema.ts';
import type { LeafFacts } from './leaf-facts.ts';
import { FREE_NAMES, leafPattern } from './leaf-pattern.ts';

/** The facts of an entry of one type, straight from its text; undefined when only a parser can tell. */
export type FactsMatcher = (text: string) => LeafFacts | undefined;

const paths =
  'seq prev origin id boot at exchange actor.id user model model.id decision outcome_of prompt.ct answer.ct';
const PATHS: ReadonlySet<string> = new Set(paths.split(' '));

/** @returns undefined for a schema that has no pattern */
export function createFactsMatcher(type: string, schema: JsonSchema): FactsMatcher | undefined {
  const found = leafPattern(schema, PATHS);
  if (found === undefined) return undefined;
  const { pattern, groups } = found;
  const placeOf = (path: string): number => groups.indexOf(path) + 1;
  const [seq, prev, origin, id, boot, at] = [
    placeOf('seq'),
    placeOf('prev'),
    placeOf('origin'),
    placeOf('id'),
    placeOf('boot'),
    placeOf('at'),
  ];
  const signs = type === 'auth.signed-in' || type === 'auth.signed-out';
  const actor = signs ? placeOf('user') : placeOf('actor.id');
  const model = placeOf('model') || placeOf('model.id');
  const [exchange, decision, outcome] = [placeOf('exchange'), placeOf('decision'), placeOf('outcome_of')];
  const content = placeOf('prompt.ct') || placeOf('answer.ct');
  const free = groups.flatMap((path, index) => (path === FREE_NAMES ? [index + 1] : []));
  return (text) => {
    const match = pattern.exec(text);
    if (match === null || !free.every((place) => hasOrder(match[place] ?? ''))) return undefined;
    const textAt = (place: number): string => match[place] ?? '';
    // Place 0 is the whole text, and stands for a member that entries of this type do not have.
    const orNull = (place: number): string | null => (place === 0 ? null : (match[place] ?? null));
    const digest = content === 0 ? undefined : match[content];
    return {
      type,
      seq: Number(match[seq]),
      prev: textAt(prev),
      origin: textAt(origin),
      id: textAt(id),
      boot: textAt(boot),
      at: textAt(at),
      exchange: orNull(exchange),
      actor: orNull(actor),
      model: orNull(model),
      decision: orNull(decision),
      ...(outcome > 0 && { outcomeOf: Number(match[outcome]) }),
      ...(digest !== undefined && { content: digest }),
    };
  };
}

/** Whether the members of an object, as text, have names in ascending order, none twice. */
function hasOrder(members: string): boolean {
  let before = '';
  for (const [, name = ''] of members.matchAll(/"([^"]*)":/g)) {
    if (name <= before) return false;
    before = name;
  }
  return true;
}
