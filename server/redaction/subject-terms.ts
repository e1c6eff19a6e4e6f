import { canonicalValue } from './canonical-value.ts';
import { type CanonicalForm, canonicalForms } from './entity-type.ts';

/** A value as an index of people looks for it: how it is compared, and the form that all its written forms share. */
export function subjectTerm(original: string, form: CanonicalForm): string {
  return `${form} ${canonicalValue(original, form)}`;
}

/** Every term that a value can have been indexed by, whatever type it was found as. */
export function subjectTerms(value: string): string[] {
  return canonicalForms.map((form) => subjectTerm(value, form));
}
