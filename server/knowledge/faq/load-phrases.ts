import { decodeVector } from '../../util/vector.ts';
import type { FaqOptions } from './faq.ts';
import { replacePhrases } from './faq-approval.ts';
import { parseContents } from './faq-rows.ts';
import { type Phrase, readPhrase } from './phrase.ts';

/** The wordings of every approved entry, or of one. */
export async function loadPhrases(options: FaqOptions, entry?: string): Promise<Phrase[]> {
  let query = options.db
    .selectFrom('faq_phrases')
    .innerJoin('faq_entries', 'faq_entries.id', 'faq_phrases.entry_id')
    .innerJoin('faq_versions', (join) =>
      join
        .onRef('faq_versions.entry_id', '=', 'faq_entries.id')
        .onRef('faq_versions.version', '=', 'faq_entries.live_version'),
    )
    .select([
      'faq_phrases.entry_id',
      'faq_phrases.text',
      'faq_phrases.embedding',
      'faq_versions.version',
      'faq_versions.contents',
      'faq_entries.collection_id',
      'faq_entries.expires_at',
    ])
    .orderBy('faq_phrases.entry_id')
    .orderBy('faq_phrases.position');
  if (entry !== undefined) query = query.where('faq_phrases.entry_id', '=', entry);
  const rows = await query.execute();
  const vault = options.openVault();
  try {
    const phrases: Phrase[] = [];
    for (const row of rows) {
      const { readers, languages } = parseContents(row.contents);
      const phrase = readPhrase({
        entry: row.entry_id,
        version: row.version,
        collection: row.collection_id,
        readers,
        languages,
        expiresAt: row.expires_at ?? '',
        raw: row.text,
        masked: await vault.mask(row.text),
        vector: decodeVector(row.embedding),
      });
      phrases.push(phrase);
    }
    return phrases;
  } finally {
    vault.destroy();
  }
}

/** Wordings of another embedding model are embedded again. */
export async function embedAgain({ db, embed, embedder }: FaqOptions): Promise<void> {
  const rows = await db
    .selectFrom('faq_phrases')
    .select(['entry_id', 'text'])
    .where('embedder', '!=', embedder)
    .orderBy('entry_id')
    .orderBy('position')
    .execute();
  const byEntry = new Map<string, string[]>();
  for (const { entry_id: id, text } of rows) byEntry.set(id, [...(byEntry.get(id) ?? []), text]);
  for (const [entry, texts] of byEntry) {
    const vectors = await embed(texts);
    await db
      .transaction()
      .execute((transaction) => replacePhrases(transaction, entry, texts, vectors, embedder));
  }
}
