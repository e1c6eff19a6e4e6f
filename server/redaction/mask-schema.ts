import type { MaskedSchema, MaskedText, Vault } from '../domain/masked.ts';
import { schemaAnnotations } from '../domain/schema-annotations.ts';
import { AppError } from '../errors.ts';

/** Keywords whose keys are names of the caller's own, so that an annotation's name may be one of them. */
const maps = new Set(['properties', '$defs']);

export function isSchemaMap(keyword: string): boolean {
  return maps.has(keyword);
}

/**
 * Masks every text of a caller's JSON Schema: property names, enumerated and constant values. Annotations say
 * nothing to a grammar and are dropped: what is not sent cannot leak. The model's answer then
 * carries placeholders in their place, which are restored with the rest.
 * @throws AppError ERR_REQUEST_INVALID (400) for a number that would have to be masked: a placeholder is no number
 */
export async function maskSchema(
  schema: Readonly<Record<string, unknown>>,
  vault: Vault,
): Promise<MaskedSchema> {
  // The only place that makes MaskedSchema: every string in it went through the vault, or it was dropped.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return (await maskNode(schema, vault, false)) as MaskedSchema;
}

async function maskNode(value: unknown, vault: Vault, isMap: boolean): Promise<unknown> {
  if (typeof value === 'string') return vault.mask(value);
  if (typeof value === 'number') return assertNoValue(value, vault);
  if (Array.isArray(value)) return maskItems(value, vault);
  if (typeof value !== 'object' || value === null) return value;
  const masked: [MaskedText, unknown][] = [];
  for (const [key, child] of Object.entries(value))
    if (isMap || !schemaAnnotations.has(key))
      masked.push([await vault.mask(key), await maskNode(child, vault, !isMap && maps.has(key))]);
  return Object.fromEntries(masked);
}

async function maskItems(items: readonly unknown[], vault: Vault): Promise<unknown[]> {
  const masked: unknown[] = [];
  for (const item of items) masked.push(await maskNode(item, vault, false));
  return masked;
}

/** A number over 2^53 has lost digits on its way here, so nothing would find it any more. */
async function assertNoValue(value: number, vault: Vault): Promise<number> {
  const written = String(value);
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER && (await vault.mask(written)) === written) return value;
  throw new AppError(
    'ERR_REQUEST_INVALID',
    'The JSON schema holds a number that has to be masked. Write it as text.',
    { status: 400, param: 'response_format' },
  );
}
