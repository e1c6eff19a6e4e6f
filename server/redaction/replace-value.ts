import { canonicalValue } from './canonical-value.ts';
import type { EntityCatalog } from './entity-catalog.ts';
import { generalise } from './generalise.ts';
import type { IssuedValues } from './issued-values.ts';
import { keyedHash } from './keyed-hash.ts';
import type { Operator } from './operator.ts';
import type { OperatorKeys } from './operator-keys.ts';
import { partialValue } from './partial-value.ts';
import type { SearchResult } from './search.ts';

export interface ReplaceParts {
  readonly catalog: EntityCatalog;
  readonly issued: IssuedValues;
  readonly keys: OperatorKeys;
  /** Of the vault. */
  readonly key: Buffer;
  readonly operatorOf: (type: string) => Operator;
}

/**
 * What stands in the masked text for a value. Where an operator cannot do its work, because a date has no year or a value is
 * too long for a token, a placeholder stands there; it is not put back either.
 */
export function createReplace(parts: ReplaceParts): (result: SearchResult, original: string) => string {
  const { catalog, issued, keys, key, operatorOf } = parts;
  /** One token for each value, so that a model sees that two of them are the same. */
  const sealed = new Map<string, string | undefined>();
  const sealOnce = (label: string, type: string, value: string): string | undefined => {
    const place = `${type} ${value}`;
    if (!sealed.has(place)) sealed.set(place, keys.tokens.seal(label, { type, value }));
    return sealed.get(place);
  };
  return ({ label, finding }, original) => {
    const placeholder = (): string => issued.placeholderOf({ label, type: finding?.type, original });
    if (finding === undefined) return placeholder();
    const { type } = finding;
    const operator = operatorOf(type);
    switch (operator.use) {
      case 'mask':
      case 'block':
        return placeholder();
      case 'hash': {
        const canonical = canonicalValue(original, catalog.type(type).canonical);
        return keyedHash(operator.scope === 'installation' ? keys.hashKey : key, label, canonical);
      }
      case 'generalise':
        return generalise(type, label, original) ?? placeholder();
      case 'partial':
        return partialValue(original);
      case 'encrypt':
        return sealOnce(label, type, original) ?? placeholder();
      case 'warn':
      case 'allow':
        return original;
      default:
        return operator satisfies never;
    }
  };
}
