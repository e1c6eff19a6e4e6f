import type { MaskedSchema, Vault } from '../domain/masked.ts';
import { schemaAnnotations } from '../domain/schema-annotations.ts';

/** Keywords whose keys are names of the caller's own, so that an annotation's name may be one of them. */
const maps = new Set(['properties', '$defs']);

/**
 * Masks every text of a caller's JSON Schema: property names, enumerated and constant values. Annotations say
 * nothing to a grammar and are dropped: what is not sent cannot leak. The model's answer then
 * carries placeholders in their place, which are restored with the rest.
 */
export function maskSchema(schema: Readonly<Record<string, unknown>>, vault: Vault): MaskedSchema {
  // The only place that makes MaskedSchema: every string in it went through the vault, or it was dropped.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return maskNode(schema, vault, false) as MaskedSchema;
}

function maskNode(value: unknown, vault: Vault, isMap: boolean): unknown {
  if (typeof value === 'string') return vault.mask(value);
  if (Array.isArray(value)) return value.map((item) => maskNode(item, vault, false));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => isMap || !schemaAnnotations.has(key));
  return Object.fromEntries(
    entries.map(([key, child]) => [vault.mask(key), maskNode(child, vault, !isMap && maps.has(key))]),
  );
}
