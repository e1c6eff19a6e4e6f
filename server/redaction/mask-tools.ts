import { joinMasked } from '../domain/join-masked.ts';
import type { MaskedText, MaskedToolOffer, Vault } from '../domain/masked.ts';
import { schemaAnnotations } from '../domain/schema-annotations.ts';
import { type Tool, type ToolOffer, toolAnswerSchema } from '../domain/tool.ts';
import { maskJson } from './mask-json.ts';
import { isSchemaMap, maskSchema } from './mask-schema.ts';

/**
 * Masks tools as a model reads them, and the schema of its answer. Call it with supported schemas only: their depth is bounded.
 * @throws AppError ERR_REQUEST_INVALID (400) for a number in a schema that would have to be masked
 */
export async function maskTools(offer: ToolOffer, vault: Vault): Promise<MaskedToolOffer> {
  const definitions: MaskedText[] = [];
  for (const tool of offer.tools) definitions.push(await maskTool(tool, vault));
  return { definitions, schema: await maskSchema(toolAnswerSchema(offer), vault) };
}

async function maskTool({ name, description, parameters }: Tool, vault: Vault): Promise<MaskedText> {
  return joinMasked(
    ['', ': ', '\n'],
    await vault.mask(name),
    await vault.mask(description),
    await maskJson(JSON.stringify(readable(parameters, false)), vault),
  );
}

/** A schema without what says nothing to a model; descriptions stay. */
function readable(value: unknown, isMap: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => readable(item, false));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, child]) => isMap || isReadable(key, child));
  return Object.fromEntries(
    entries.map(([key, child]) => [key, readable(child, !isMap && isSchemaMap(key))]),
  );
}

function isReadable(key: string, value: unknown): boolean {
  return !schemaAnnotations.has(key) || (key === 'description' && typeof value === 'string');
}
