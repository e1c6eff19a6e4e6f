import type { KeptValue } from '../domain/kept-values.ts';
import { AppError } from '../errors.ts';
import { canonicalValue } from './canonical-value.ts';
import type { EntityCatalog } from './entity-catalog.ts';
import { createPlaceholderFormat, MAX_FORMS, MAX_NUMBER } from './placeholder.ts';

/** A value where it stands in a text. */
export type FoundValue = Pick<KeptValue, 'label' | 'type' | 'original'>;

/** Which placeholder stands for which value: the same for the same value, however it is written. */
export interface IssuedValues {
  /** @throws AppError ERR_REDACTION_FAILED when the label has no number left */
  placeholderOf(value: FoundValue): string;
  /** The same for all written forms of a value. */
  identityOf(value: FoundValue): string;
  /** The value behind a placeholder's key as the grammar reads it, if it was issued here. */
  find(key: string): KeptValue | undefined;
  /** In the order in which they were issued. */
  all(): readonly KeptValue[];
  /** Issues what an earlier vault with the same key issued. */
  add(values: readonly KeptValue[]): void;
  clear(): void;
}

interface Known {
  readonly number: number;
  /** Placeholder of each written form. */
  readonly forms: Map<string, string>;
  nextForm: number;
}

/** @param key of the vault: makes the check letters */
export function createIssuedValues(catalog: EntityCatalog, key: Buffer): IssuedValues {
  const formatPlaceholder = createPlaceholderFormat(key);
  const known = new Map<string, Known>();
  const issued = new Map<string, KeptValue>();
  const numbers = new Map<string, number>();
  /** Identity by the value as it is written, for each type; the label alone where a value has none. */
  const identities = new Map<string, Map<string, string>>();

  /** Canonical forms take longer to make than to remember, and each value is asked for several times. */
  function rememberedIdentity(value: FoundValue): string {
    const kind = value.type ?? `!${value.label}`;
    let ofKind = identities.get(kind);
    if (ofKind === undefined) {
      ofKind = new Map();
      identities.set(kind, ofKind);
    }
    const remembered = ofKind.get(value.original);
    if (remembered !== undefined) return remembered;
    const identity = identityOf(value, catalog);
    ofKind.set(value.original, identity);
    return identity;
  }

  function knownOf(value: FoundValue): Known {
    const identity = rememberedIdentity(value);
    const earlier = known.get(identity);
    if (earlier !== undefined && earlier.nextForm <= MAX_FORMS) return earlier;
    const made = { number: nextNumber(value.label), forms: new Map<string, string>(), nextForm: 0 };
    known.set(identity, made);
    return made;
  }

  function nextNumber(label: string): number {
    const number = (numbers.get(label) ?? 0) + 1;
    if (number > MAX_NUMBER) {
      throw new AppError('ERR_REDACTION_FAILED', 'Too many values to mask. Send the text in smaller parts.', {
        status: 503,
      });
    }
    numbers.set(label, number);
    return number;
  }

  function issue(value: KeptValue, of: Known): string {
    const placeholder = formatPlaceholder(value.label, value.number, value.form);
    of.forms.set(value.original, placeholder.text);
    of.nextForm = Math.max(of.nextForm, value.form + 1);
    issued.set(placeholder.key, value);
    return placeholder.text;
  }

  return {
    placeholderOf(value) {
      const of = knownOf(value);
      return of.forms.get(value.original) ?? issue({ ...value, number: of.number, form: of.nextForm }, of);
    },
    identityOf: rememberedIdentity,
    find: (placeholder) => issued.get(placeholder),
    all: () => [...issued.values()],
    add(values) {
      for (const value of values) {
        const { label, number } = value;
        const identity = identityOf(value, catalog);
        const earlier = known.get(identity);
        // A value with more forms than a number has letters has several numbers; the last one is in use.
        const of =
          earlier?.number === number ? earlier : { number, forms: new Map<string, string>(), nextForm: 0 };
        known.set(identity, of);
        numbers.set(label, Math.max(numbers.get(label) ?? 0, number));
        issue(value, of);
      }
    },
    clear() {
      for (const map of [known, issued, numbers, identities]) map.clear();
    },
  };
}

/** A type that the catalogue no longer has is compared as it is written. */
function identityOf({ label, type, original }: FoundValue, catalog: EntityCatalog): string {
  const form = type === undefined || !catalog.has(type) ? 'exact' : catalog.type(type).canonical;
  return `${label} ${canonicalValue(original, form)}`;
}
