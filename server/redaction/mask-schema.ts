import type { MaskedSchema, Vault } from '../domain/masked.ts';
import { schemaAnnotations } from '../domain/schema-annotations.ts';
import { AppError } from '../errors.ts';

/** Keywords whose keys are names of the caller's own, so that an annotation's name may be one of them. */
const maps = new Set(['properties', '$defs']);

/**
 * Masks every text of a caller's JSON Schema: property names, enumerated and constant values. Annotations say
 * nothing to a grammar and are dropped: what is not sent cannot leak. The model's answer then
 * carries placeholders in their place, which are restored with the rest.
 * @throws AppError ERR_REQUEST_INVALID (400) for a number that would have to be masked: a placeholder is no number
 */
export function maskSchema(schema: Readonly<Record<string, unknown>>, vault: Vault): MaskedSchema {
  // The only place that makes MaskedSchema: every string in it went through the vault, or it was dropped.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return maskNode(schema, vault, false) as MaskedSchema;
}

function maskNode(value: unknown, vault: Vault, isMap: boolean): unknown {
  if (typeof value === 'string') return vault.mask(value);
  if (typeof value === 'number') return assertNoValue(value, vault);
  if (Array.isArray(value)) return value.map((item) => maskNode(item, vault, false));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => isMap || !schemaAnnotations.has(key));
  return Object.fromEntries(
    entries.map(([key, child]) => [vault.mask(key), maskNode(child, vault, !isMap && maps.has(key))]),
  );
}

/** A number over 2^53 has lost digits on its way here, so nothing would find it any more. */
function assertNoValue(value: number, vault: Vault): number {
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER && vault.mask(String(value)) === String(value)) return value;
  throw new AppError(
    'ERR_REQUEST_INVALID',
    'The JSON schema holds a number that has to be masked. Write it as text.',
    { status: 400, param: 'response_format' },
  );
}
