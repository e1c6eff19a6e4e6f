import { readFields, readList, readString } from '../api/read.ts';
import { requestJson } from '../api/request.ts';

export interface MaskPreview {
  /** The text as a model would see it. */
  readonly masked: string;
  /** How many values of each entity type. */
  readonly counts: Readonly<Record<string, number>>;
}

/** What would be masked in a text. The server keeps nothing of it. @throws Failure */
export async function previewMask(text: string, signal: AbortSignal): Promise<MaskPreview> {
  const body = { text };
  const reply = readFields(
    await requestJson('/api/redaction/preview', { method: 'POST', body, signal }),
    'reply',
  );
  const types = readList(reply, 'findings', (finding) => readString(finding, 'type'));
  return { masked: readString(reply, 'masked'), counts: countTypes(types) };
}

function countTypes(types: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const type of types) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
