import type { Rule } from '../../server/redaction/rule.ts';

/** A pattern as it is tried. */
export interface TriedPattern {
  readonly rule: string;
  /** Anchored where it is only tried at one place: a pattern that begins at a literal is not searched for. */
  readonly source: string;
  readonly flags: string;
}

/** Every pattern of the rules once. */
export function listPatterns(rules: readonly Rule[]): readonly TriedPattern[] {
  const patterns = new Map<string, TriedPattern>();
  for (const rule of rules) {
    const pattern = patternOf(rule);
    if (pattern === undefined) continue;
    const source = pattern.sticky ? `^(?:${pattern.source})` : pattern.source;
    const flags = pattern.flags.replace(/[gy]/g, '');
    const key = `${source} ${flags}`;
    if (!patterns.has(key)) patterns.set(key, { rule: rule.id, source, flags });
  }
  return [...patterns.values()];
}

function patternOf(rule: Rule): RegExp | undefined {
  switch (rule.kind) {
    case 'pattern':
    case 'literal':
      return rule.pattern;
    case 'label':
      return rule.value;
    case 'code':
      return rule.shape;
    case 'number':
    case 'list':
    case 'evidence':
    case 'model':
      return undefined;
    default:
      return rule satisfies never;
  }
}
