import type { Finding, Vault } from '../domain/masked.ts';
import { AppError } from '../errors.ts';
import type { RandomBytes } from '../util/random.ts';
import { builtInCatalog } from './built-in-catalog.ts';
import type { Detector } from './detector.ts';
import { createEncodedDetector } from './encoded-detector.ts';
import type { EntityCatalog } from './entity-catalog.ts';
import { DEFAULT_MASK_PROFILE, type MaskProfile, maskedTypes } from './mask-profile.ts';
import { listProfile, type ListedProfile } from './profile-listing.ts';
import { listRedaction, type RedactionListing } from './redaction-listing.ts';
import { createRuleDetector } from './scan/rule-detector.ts';
import { createSearch } from './search.ts';
import { createVault, type ReportingVault } from './vault.ts';

const DEFAULT_MAX_LENGTH = 2_000_000;
/** Several times what the longest text takes on a slow core. */
const DEFAULT_DEADLINE_MS = 5_000;

export interface RedactorOptions {
  readonly profiles: readonly MaskProfile[];
  readonly random: RandomBytes;
  /** Characters of one text; over it masking fails closed. 2,000,000 when absent. */
  readonly maxLength?: number;
  /** Milliseconds for one text; over it masking fails closed. 5,000 when absent. */
  readonly deadlineMs?: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
  /** Instead of the built-in detectors. */
  readonly detectors?: readonly Detector[];
}

/** Masks personal and secret values and puts them back. */
export interface Redactor {
  /** @throws AppError ERR_POLICY_INVALID when there is no such profile. */
  openVault(profile: string): Vault;
  /** Masks one text with a vault of its own. The profile is `baseline` when absent. */
  preview(text: string, profile?: string): { readonly masked: string; readonly findings: readonly Finding[] };
  /** Every type and rule, for `redact --list`. */
  list(): RedactionListing;
  /** Every profile, with what it does to values of each type. */
  profiles(): readonly ListedProfile[];
}

export function createRedactor(options: RedactorOptions): Redactor {
  const catalog = builtInCatalog();
  const detectors = options.detectors ?? builtInDetectors(catalog);
  const searches = new Map(
    options.profiles.map((profile) => [
      profile.name,
      createSearch({
        catalog,
        detectors,
        types: maskedTypes(profile, catalog),
        maxLength: options.maxLength ?? DEFAULT_MAX_LENGTH,
        deadlineMs: options.deadlineMs ?? DEFAULT_DEADLINE_MS,
        now: options.now ?? (() => performance.now()),
      }),
    ]),
  );

  function open(profile: string): ReportingVault {
    const search = searches.get(profile);
    if (search === undefined) {
      const names = [...searches.keys()].join(', ');
      throw new AppError('ERR_POLICY_INVALID', `There is no mask profile ${profile}. There are: ${names}.`);
    }
    return createVault(search, catalog, options.random);
  }

  return {
    openVault: open,
    preview(text, profile = DEFAULT_MASK_PROFILE) {
      const vault = open(profile);
      try {
        return vault.maskWithFindings(text);
      } finally {
        vault.destroy();
      }
    },
    list: () => listRedaction(catalog),
    profiles: () => options.profiles.map((profile) => listProfile(profile, catalog)),
  };
}

function builtInDetectors(catalog: EntityCatalog): readonly Detector[] {
  const rules = createRuleDetector(catalog.families);
  return [rules, createEncodedDetector(rules)];
}
