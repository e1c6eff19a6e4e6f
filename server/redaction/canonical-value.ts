import type { CanonicalForm } from './entity-type.ts';
import { createTextView } from './text-view.ts';

/** Nothing in it has another form. */
const COMPACT = /^[0-9a-z]*$/;

/** The one form of a value that its written forms share. */
export function canonicalValue(original: string, form: CanonicalForm): string {
  switch (form) {
    case 'exact':
      return original;
    case 'spaced':
      return createTextView(original).text.trim().replace(/\s+/g, ' ').toLowerCase();
    case 'compact':
      if (COMPACT.test(original)) return original;
      return createTextView(original)
        .text.replace(/[\s\-._/()·]/g, '')
        .toLowerCase();
    default:
      return form satisfies never;
  }
}
