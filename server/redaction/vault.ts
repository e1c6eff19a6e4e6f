import type { Finding, MaskedText, Vault } from '../domain/masked.ts';
import { AppError } from '../errors.ts';
import type { RandomBytes } from '../util/random.ts';
import { canonicalValue } from './canonical-value.ts';
import type { EntityCatalog } from './entity-catalog.ts';
import { formatPlaceholder, MAX_FORMS, MAX_NUMBER, type Placeholder } from './placeholder.ts';
import { createKnownValues } from './known-values.ts';
import type { Search, SearchResult } from './search.ts';
import { createStreamRestorer } from './stream-restorer.ts';

const KEY_BYTES = 32;

/** A vault that also tells what it found. */
export interface ReportingVault extends Vault {
  maskWithFindings(text: string): { readonly masked: MaskedText; readonly findings: readonly Finding[] };
}

interface KnownValue {
  readonly number: number;
  /** The placeholder of each written form. */
  readonly forms: Map<string, Placeholder>;
}

/** Opens an empty vault with a key of its own. Everything stays in memory. */
export function createVault(search: Search, catalog: EntityCatalog, random: RandomBytes): ReportingVault {
  const key = random(KEY_BYTES);
  const values = new Map<string, KnownValue>();
  const originals = new Map<string, string>();
  const numbers = new Map<string, number>();
  const known = createKnownValues();
  const counts = new Map<string, number>();
  let open = true;

  function maskWithFindings(text: string): ReturnType<ReportingVault['maskWithFindings']> {
    if (!open) throw new AppError('ERR_REDACTION_FAILED', 'The vault is closed.', { status: 503 });
    const found = search(text, known);
    const masked = replaceAll(text, found, (result) => placeholderFor(result, text));
    const findings = found.flatMap((result) => (result.finding === undefined ? [] : [result.finding]));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where MaskedText is made: every span that the search found has just been replaced
    return { masked: masked as MaskedText, findings };
  }

  function placeholderFor(result: SearchResult, text: string): string {
    const original = text.slice(result.start, result.end);
    const value = knownValue(result, original);
    const issued = value.forms.get(original);
    if (issued !== undefined) return issued.text;
    const placeholder = formatPlaceholder(result.label, value.number, value.forms.size, key);
    value.forms.set(original, placeholder);
    originals.set(placeholder.key, original);
    return placeholder.text;
  }

  function knownValue(result: SearchResult, original: string): KnownValue {
    const form = result.finding === undefined ? 'exact' : catalog.type(result.finding.type).canonical;
    const identity = `${result.label} ${canonicalValue(original, form)}`;
    const earlier = values.get(identity);
    if (earlier !== undefined && earlier.forms.size <= MAX_FORMS) return earlier;
    const value = { number: nextNumber(result.label), forms: new Map<string, Placeholder>() };
    values.set(identity, value);
    if (earlier === undefined) count(result);
    return value;
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

  function count(result: SearchResult): void {
    const type = result.finding?.type;
    if (type !== undefined) counts.set(type, (counts.get(type) ?? 0) + 1);
  }

  const streamRestorer: Vault['streamRestorer'] = () =>
    createStreamRestorer(catalog.grammar, (placeholder) => originals.get(placeholder));

  return {
    maskWithFindings,
    mask: (text) => maskWithFindings(text).masked,
    restore(text) {
      const restorer = streamRestorer();
      return restorer.push(text) + restorer.end();
    },
    streamRestorer,
    counts: () => Object.fromEntries(counts),
    destroy() {
      open = false;
      for (const map of [values, originals, numbers, counts]) map.clear();
      known.clear();
      key.fill(0);
    },
  };
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
