import type { KeptValues } from '../domain/kept-values.ts';
import type { Vault } from '../domain/masked.ts';
import { AppError } from '../errors.ts';
import type { RandomBytes } from '../util/random.ts';
import { builtInCatalog } from './built-in-catalog.ts';
import type { Detector } from './detector.ts';
import type { EntityCatalog } from './entity-catalog.ts';
import { DEFAULT_MASK_PROFILE, type MaskProfile, maskedTypes } from './mask-profile.ts';
import { forKnowledge, type MaskUse } from './operator.ts';
import { createOperatorKeys } from './operator-keys.ts';
import { createOperatorChoice } from './operator-rule.ts';
import { listProfile, type ListedProfile } from './profile-listing.ts';
import { listRedaction, type RedactionListing } from './redaction-listing.ts';
import { ruleDetectors } from './rule-detectors.ts';
import { createNameReading } from './name-reading.ts';
import type { NameRecogniser } from './name-recogniser.ts';
import { createSearch } from './search.ts';
import { type OpenedText, openTokens, strikeTokens } from './value-tokens.ts';
import { createVault, type MaskReport, type ReportedFinding, type ReportingVault } from './vault.ts';

const nobodysQuestion: MaskUse = { purpose: 'chat', roles: [] };
const KEY_BYTES = 32;
const DEFAULT_MAX_LENGTH = 2_000_000;
/** Several times what the longest text takes on a slow core. */
const DEFAULT_DEADLINE_MS = 5_000;

export interface RedactorOptions {
  readonly profiles: readonly MaskProfile[];
  /** Types and rules; the built-in ones when absent. */
  readonly catalog?: EntityCatalog;
  readonly random: RandomBytes;
  /**
   * 32 bytes of the installation, for hashes and tokens. A fresh one when absent: then they mean nothing to any other
   * redactor.
   */
  readonly key?: Uint8Array;
  /** Characters of one text; over it masking fails closed. 2,000,000 when absent. */
  readonly maxLength?: number;
  /** Milliseconds for one text; over it masking fails closed. 5,000 when absent. */
  readonly deadlineMs?: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
  /** Instead of the built-in detectors. */
  readonly detectors?: readonly Detector[];
  /** Models that read every text before the rules; their rules must be in the catalog. None when absent. */
  readonly recognisers?: readonly NameRecogniser[];
}

/** Masks personal and secret values and puts them back. */
export interface Redactor {
  /**
   * @param use for whom and for what; on nobody's behalf, for search, when absent
   * @param kept what an earlier vault of the same conversation handed on
   * @throws AppError ERR_POLICY_INVALID when there is no such profile
   */
  openVault(profile: string, use?: MaskUse, kept?: KeptValues): Vault;
  /** Masks one text with a vault of its own. The profile is `baseline` when absent, the use a question of nobody's. */
  preview(text: string, profile?: string, use?: MaskUse): Promise<MaskReport<string>>;
  /** What the rules alone find, at once: for measuring them, and for whoever must not wait for a model. */
  previewByRules(text: string, profile?: string, use?: MaskUse): MaskReport<string>;
  /** Puts values back for tokens that this installation made. */
  openTokens(text: string): OpenedText;
  /**
   * Types stand in place of values, and nothing leads back to them, not even a key: for what is kept in the open.
   * @throws AppError ERR_POLICY_INVALID when there is no such profile
   */
  strike(text: string, profile: string): Promise<string>;
  /** Every type and rule, for `redact --list`. */
  list(): RedactionListing;
  /** Every profile, with what it does to values of each type. */
  profiles(): readonly ListedProfile[];
}

export function createRedactor(options: RedactorOptions): Redactor {
  const catalog = options.catalog ?? builtInCatalog();
  const detectors = options.detectors ?? ruleDetectors(catalog);
  const keys = createOperatorKeys(options.key ?? options.random(KEY_BYTES), options.random);
  const limits = {
    maxLength: options.maxLength ?? DEFAULT_MAX_LENGTH,
    deadlineMs: options.deadlineMs ?? DEFAULT_DEADLINE_MS,
  };
  const ready = new Map(
    options.profiles.map((profile) => {
      const types = maskedTypes(profile, catalog);
      const wanted = { types, disabledRules: new Set(profile.disabledRules) };
      const openReading = createNameReading({ ...wanted, ...limits, recognisers: options.recognisers ?? [] });
      const search = createSearch({
        ...wanted,
        ...limits,
        catalog,
        detectors,
        now: options.now ?? (() => performance.now()),
      });
      return [profile.name, { search, openReading, types, operators: profile.operators }];
    }),
  );

  // Previews ask for it at every pause of somebody who types; a command that only masks never does.
  let listing: RedactionListing | undefined;

  function open(profile: string, use: MaskUse, kept?: KeptValues): ReportingVault {
    const found = ready.get(profile);
    if (found === undefined) {
      const names = [...ready.keys()].join(', ');
      throw new AppError('ERR_POLICY_INVALID', `There is no mask profile ${profile}. There are: ${names}.`);
    }
    const operatorOf = createOperatorChoice(found.operators, catalog, use);
    const { search, openReading, types } = found;
    const { random } = options;
    return createVault({ search, openReading, types, catalog, random, operatorOf, keys }, kept);
  }

  const preview: Redactor['preview'] = async (
    text,
    profile = DEFAULT_MASK_PROFILE,
    use = nobodysQuestion,
  ) => {
    const vault = open(profile, use);
    try {
      return await vault.maskWithFindings(text);
    } finally {
      vault.destroy();
    }
  };

  return {
    openVault: (profile, use = forKnowledge, kept) => open(profile, use, kept),
    preview,
    async strike(text, profile) {
      const { findings } = await preview(text, profile, forKnowledge);
      return strikeTokens(withTypes(text, findings));
    },
    previewByRules(text, profile = DEFAULT_MASK_PROFILE, use = nobodysQuestion) {
      const vault = open(profile, use);
      try {
        return vault.maskByRules(text);
      } finally {
        vault.destroy();
      }
    },
    openTokens: (text) => openTokens(keys.tokens, text),
    list: () => (listing ??= listRedaction(catalog)),
    profiles: () => options.profiles.map((profile) => listProfile(profile, catalog)),
  };
}

function withTypes(text: string, findings: readonly ReportedFinding[]): string {
  let struck = '';
  let copied = 0;
  for (const { start, end, type } of findings) {
    struck += `${text.slice(copied, start)}[${type}]`;
    copied = end;
  }
  return struck + text.slice(copied);
}
