import { AppError } from '../errors.ts';
import { canonicalValue } from './canonical-value.ts';
import type { EntityCatalog } from './entity-catalog.ts';
import { formatPlaceholder, MAX_FORMS, MAX_NUMBER, type Placeholder } from './placeholder.ts';

/** A value as it was written once, and the placeholder that stands for it. */
export interface IssuedValue {
  readonly label: string;
  /** Undefined for text that only looked like a placeholder. */
  readonly type: string | undefined;
  /** 1 for the first value of the label. */
  readonly number: number;
  /** 0 for the first written form of the value. */
  readonly form: number;
  readonly original: string;
}

/** Which placeholder stands for which value: the same for the same value, however it is written. */
export interface IssuedValues {
  /** @throws AppError ERR_REDACTION_FAILED when the label has no number left */
  placeholderOf(value: Pick<IssuedValue, 'label' | 'type' | 'original'>): string;
  /** The value behind a placeholder's key as the grammar reads it, if it was issued here. */
  find(key: string): IssuedValue | undefined;
  all(): readonly IssuedValue[];
  /** Those of an earlier exchange come first. */
  add(values: readonly IssuedValue[]): void;
  clear(): void;
}

interface Known {
  readonly number: number;
  /** The placeholder of each written form. */
  readonly forms: Map<string, Placeholder>;
}

/** @param key of the vault: makes the check letters */
export function createIssuedValues(catalog: EntityCatalog, key: Buffer): IssuedValues {
  const known = new Map<string, Known>();
  const issued = new Map<string, IssuedValue>();
  const numbers = new Map<string, number>();

  function knownOf(value: Pick<IssuedValue, 'label' | 'type' | 'original'>): Known {
    const identity = identityOf(value, catalog);
    const earlier = known.get(identity);
    if (earlier !== undefined && earlier.forms.size <= MAX_FORMS) return earlier;
    const made = { number: nextNumber(value.label), forms: new Map<string, Placeholder>() };
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

  function issue(value: IssuedValue, forms: Map<string, Placeholder>): Placeholder {
    const placeholder = formatPlaceholder(value.label, value.number, value.form, key);
    forms.set(value.original, placeholder);
    issued.set(placeholder.key, value);
    return placeholder;
  }

  return {
    placeholderOf(value) {
      const { number, forms } = knownOf(value);
      const earlier = forms.get(value.original);
      return (earlier ?? issue({ ...value, number, form: forms.size }, forms)).text;
    },
    find: (placeholder) => issued.get(placeholder),
    all: () => [...issued.values()],
    add(values) {
      for (const value of values) {
        const identity = identityOf(value, catalog);
        const { forms } = known.get(identity) ?? { forms: new Map<string, Placeholder>() };
        known.set(identity, { number: value.number, forms });
        numbers.set(value.label, Math.max(numbers.get(value.label) ?? 0, value.number));
        issue(value, forms);
      }
    },
    clear() {
      for (const map of [known, issued, numbers]) map.clear();
    },
  };
}

/** The same for all written forms of a value. A type that the catalogue no longer has is compared as it is written. */
export function identityOf(
  { label, type, original }: Pick<IssuedValue, 'label' | 'type' | 'original'>,
  catalog: EntityCatalog,
): string {
  const form = type === undefined || !catalog.has(type) ? 'exact' : catalog.type(type).canonical;
  return `${label} ${canonicalValue(original, form)}`;
}
