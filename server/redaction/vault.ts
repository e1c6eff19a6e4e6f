import type { KeptValue, KeptValues } from '../domain/kept-values.ts';
import type { Finding, MaskedText, RestoreInto, Vault } from '../domain/masked.ts';
import { AppError } from '../errors.ts';
import type { RandomBytes } from '../util/random.ts';
import type { EntityCatalog } from './entity-catalog.ts';
import { createKnownValues } from './known-values.ts';
import { createIssuedValues } from './issued-values.ts';
import { findOriginals } from './find-originals.ts';
import { subjectTerm } from './subject-terms.ts';
import { type NameReading, nothingRecognised, type Recognised } from './name-reading.ts';
import { isPassing, type Operator, type OperatorName } from './operator.ts';
import type { OperatorKeys } from './operator-keys.ts';
import { createReplace } from './replace-value.ts';
import type { Search, SearchResult } from './search.ts';
import { createTextView } from './text-view.ts';
import { countWithheld, createStreamRestorer, type RestoreParts, restoreWhole } from './stream-restorer.ts';

const KEY_BYTES = 32;

/** A finding and what happens to it. */
export interface ReportedFinding extends Finding {
  readonly operator: OperatorName;
}

export interface MaskReport<T extends string> {
  readonly masked: T;
  readonly findings: readonly ReportedFinding[];
}

/** A vault that also tells what it found. */
export interface ReportingVault extends Vault {
  maskWithFindings(text: string, seams?: readonly number[]): Promise<MaskReport<MaskedText>>;
  /** Without the models that find names: nothing that a model could be given. */
  maskByRules(text: string): MaskReport<string>;
}

export interface VaultParts {
  readonly search: Search;
  /** Ids of the types that it finds. */
  readonly types: ReadonlySet<string>;
  readonly catalog: EntityCatalog;
  readonly random: RandomBytes;
  readonly operatorOf: (type: string) => Operator;
  readonly keys: OperatorKeys;
  /** Opens what models read of the texts, first; absent where none reads along. */
  readonly openReading?: (() => NameReading) | undefined;
}

/**
 * Opens a vault, empty and with a key of its own, or with what an earlier vault of the same conversation handed on.
 * Everything stays in memory.
 */
export function createVault(parts: VaultParts, kept?: KeptValues): ReportingVault {
  const { search, types, catalog, random, operatorOf, keys } = parts;
  const reading = parts.openReading?.();
  const key = kept === undefined ? random(KEY_BYTES) : Buffer.from(kept.key);
  const issued = createIssuedValues(catalog, key);
  const known = createKnownValues();
  if (kept !== undefined) {
    issued.add(kept.values);
    // A value that its label gave away in an earlier exchange is found in this one without it.
    for (const { type, original } of kept.values)
      if (type !== undefined && types.has(type))
        known.learn(catalog.type(type), createTextView(original).text);
  }
  const handedOn = issued.all().length;
  const seen = new Set<string>();
  const counts = { masked: new Map<string, number>(), warned: new Map<string, number>() };
  const blocked = new Set<string>();
  const subjects = new Set<string>();
  const replace = createReplace({ catalog, issued, keys, key, operatorOf });
  const passes = (type: string): boolean => isPassing(operatorOf(type));
  let open = true;

  function assertOpen(): void {
    if (!open) throw new AppError('ERR_REDACTION_FAILED', 'The vault is closed.', { status: 503 });
  }

  const maskWithFindings: ReportingVault['maskWithFindings'] = async (text, seams = []) => {
    assertOpen();
    const recognised = (await reading?.read(text, seams)) ?? nothingRecognised;
    // It may have been closed meanwhile.
    assertOpen();
    const { masked, findings } = replaceFound(text, seams, recognised);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where MaskedText is made: models and rules have read the text, and every span that was found has been replaced, or policy lets it through
    return { masked: masked as MaskedText, findings };
  };

  function replaceFound(text: string, seams: readonly number[], recognised: Recognised): MaskReport<string> {
    const found = search(text, { known, passes, own: keys.ownOutputs, seams, recognised });
    const masked = replaceAll(text, found, (result) => {
      const original = text.slice(result.start, result.end);
      count(result, original);
      return replace(result, original);
    });
    return { masked, findings: report(found) };
  }

  function report(found: readonly SearchResult[]): readonly ReportedFinding[] {
    const findings: ReportedFinding[] = [];
    for (const { finding } of found) {
      if (finding === undefined) continue;
      const { use } = operatorOf(finding.type);
      if (use !== 'allow') findings.push({ ...finding, operator: use });
    }
    return findings;
  }

  /** Each value once, however often and in whatever forms it stands there. */
  function count({ finding, label }: SearchResult, original: string): void {
    if (finding === undefined) return;
    const { type } = finding;
    const { use } = operatorOf(type);
    if (use === 'allow') return;
    if (use === 'block') blocked.add(type);
    const identity = issued.identityOf({ label, type, original });
    if (seen.has(identity)) return;
    seen.add(identity);
    subjects.add(subjectTerm(original, catalog.type(type).canonical));
    const ofUse = use === 'warn' ? counts.warned : counts.masked;
    ofUse.set(type, (ofUse.get(type) ?? 0) + 1);
  }

  const isReversible = ({ type }: KeptValue): boolean =>
    type === undefined || operatorOf(type).use === 'mask';

  function originalOf(placeholder: string): string | undefined {
    const value = issued.find(placeholder);
    return value !== undefined && isRestorable(value, operatorOf) ? value.original : undefined;
  }

  const restoring = (into: RestoreInto = 'text'): RestoreParts => ({
    grammar: catalog.grammar,
    originalOf,
    into,
  });

  return {
    maskWithFindings,
    maskByRules(text) {
      assertOpen();
      return replaceFound(text, [], nothingRecognised);
    },
    mask: async (text, seams) => (await maskWithFindings(text, seams)).masked,
    restore: (text, into) => restoreWhole(text, restoring(into)),
    streamRestorer: (into) => createStreamRestorer(restoring(into)),
    withheld: (text) => countWithheld(text, restoring('text')),
    counts: () => Object.fromEntries(counts.masked),
    warned: () => Object.fromEntries(counts.warned),
    unkept: () => ({ key: Buffer.from(key), values: issued.all().slice(handedOn).filter(isReversible) }),
    originals: (text) => findOriginals(text, catalog.grammar, (placeholder) => issued.find(placeholder)),
    subjects: () => [...subjects],
    blocked: () => [...blocked],
    destroy() {
      open = false;
      for (const held of [seen, counts.masked, counts.warned, blocked, subjects]) held.clear();
      issued.clear();
      known.clear();
      reading?.clear();
      key.fill(0);
    },
  };
}

/** Only what was masked to be restored, for this caller: other operators cannot be turned back. */
function isRestorable({ type }: KeptValue, operatorOf: VaultParts['operatorOf']): boolean {
  if (type === undefined) return true;
  const operator = operatorOf(type);
  return operator.use === 'mask' && operator.restore === 'all';
}

function replaceAll(
  text: string,
  found: readonly SearchResult[],
  replacement: (result: SearchResult) => string,
): string {
  let masked = '';
  let copied = 0;
  for (const result of found) {
    masked += text.slice(copied, result.start) + replacement(result);
    copied = result.end;
  }
  return masked + text.slice(copied);
}
