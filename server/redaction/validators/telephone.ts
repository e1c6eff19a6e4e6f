import type { CountryCode } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.full.json';
import { z } from 'zod';

export type { CountryCode };

/** First fields of a numbering plan: calling code, prefix for calls abroad, pattern of national numbers. */
const planSchema = z.tuple([z.string(), z.unknown(), z.string()]).rest(z.unknown());

/** Whether the digits, without any prefix, are a number that the country assigns. */
export type NationalCheck = (digits: string) => boolean;

/**
 * Reads the numbering plan of the country (Google's libphonenumber). The library's own check takes a third of a
 * millisecond for a number: it builds its patterns again each time.
 */
export function createNationalCheck(country: CountryCode): NationalCheck {
  return toCheck(metadata.countries[country]);
}

/** Whether the digits after the plus sign (ITU-T E.164) are a number that some country of the calling code assigns. */
export function createInternationalCheck(): NationalCheck {
  const byCode = new Map<string, readonly NationalCheck[]>();
  for (const [code, countries] of Object.entries(metadata.country_calling_codes)) {
    byCode.set(code, countries.map(createNationalCheck));
  }
  for (const [code, plan] of Object.entries(metadata.nonGeographic)) byCode.set(code, [toCheck(plan)]);
  return (digits) =>
    [1, 2, 3].some((size) =>
      byCode.get(digits.slice(0, size))?.some((isAssigned) => isAssigned(digits.slice(size))),
    );
}

function toCheck(plan: unknown): NationalCheck {
  const pattern = new RegExp(`^(?:${planSchema.parse(plan)[2]})$`);
  return (digits) => pattern.test(digits);
}
