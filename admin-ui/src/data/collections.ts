import { readFields, readList, readString } from '../api/read.ts';
import { requestJson } from '../api/request.ts';

export interface Collection {
  readonly id: string;
  readonly name: string;
  readonly classification: string;
}

/** The collections that the signed-in person may read. @throws Failure */
export async function loadCollections(signal: AbortSignal): Promise<readonly Collection[]> {
  const reply = readFields(await requestJson('/api/collections', { signal }), 'reply');
  return readList(reply, 'collections', (item) => ({
    id: readString(item, 'id'),
    name: readString(item, 'name'),
    classification: readString(item, 'classification'),
  }));
}
