import type { AppDatabase } from '../db/database.ts';
import type { Hit } from '../domain/evidence.ts';
import type { Grounded, Masked } from '../domain/exchange.ts';
import type { Logger } from '../logger.ts';
import type { Clock } from '../util/clock.ts';
import type { RandomBytes } from '../util/random.ts';
import { createDocumentWriter } from './document-writer.ts';
import { type AccessGroup, listAccessGroups } from './access-group.ts';
import { type Collection, type CollectionChange, maskings, type NewCollection } from './collection.ts';
import { type CollectionCounts, countCollections } from './collection-counts.ts';
import { deleteCollection, insertCollection, listCollections, updateCollection } from './collection-store.ts';
import {
  type DocumentPage,
  type DocumentQuery,
  type ListedDocument,
  pageDocuments,
} from './document-list.ts';
import type { DocumentChange, DocumentView, Period } from './document.ts';
import { findDocument, findTwins, listDocuments, listOfOrigin } from './document-store.ts';
import {
  type DocumentVersion,
  findVersionOf,
  listVersions,
  readVersion,
  type VersionChunk,
} from './document-versions.ts';
import { type EvaluationLine, type EvaluationReport, evaluateSearch } from './evaluate-search.ts';
import { type Explanation, explainSearch } from './explain-search.ts';
import type { SearchMode } from './fuse-scores.ts';
import { ground } from './ground.ts';
import {
  type ImportContext,
  importDocument,
  type ImportInput,
  type ImportProgress,
  type ImportReport,
} from './import-document.ts';
import { type IndexKeeper, openIndexKeeper } from './index-keeper.ts';
import type { IndexState } from './index-state.ts';
import type { MaskForStore } from './mask-read-document.ts';
import { normaliseText } from './normalise-text.ts';
import { createParserPool, type ParserPool } from './parsers/parser-pool.ts';
import {
  type ChunkPage,
  type ChunkPlace,
  type ChunkQuery,
  findChunk,
  readDocumentChunks,
} from './read-chunks.ts';
import type { RerankTexts } from './rerank-found.ts';
import { type SearchContext, searchChunks, type SearchQuery } from './search-chunks.ts';
import { createTurns } from '../util/turns.ts';
import type { DocumentScope } from './document-scope.ts';
import type { Readable } from './visible-set.ts';

export { failedReport } from './import-document.ts';
export { documentId, documentStates, stateAt } from './document.ts';
export { documentFlags } from './document-flag.ts';
export { maskings };
export type { ExplainedChunk, Explanation } from './explain-search.ts';
export { type IndexState, indexTasks } from './index-state.ts';
export type { RerankTexts };
export { documentFilters, documentSorts } from './document-list.ts';
export type {
  ChunkPage,
  ChunkPlace,
  ChunkQuery,
  CollectionChange,
  CollectionCounts,
  DocumentPage,
  DocumentQuery,
  DocumentScope,
  ListedDocument,
  Readable,
};
export type { AccessGroup, Collection, DocumentChange, DocumentVersion, DocumentView, Period };
export type { EvaluationLine, EvaluationReport, VersionChunk };
export type { ImportInput, ImportProgress, ImportReport, NewCollection, SearchMode, SearchQuery };

export interface KnowledgeOptions {
  readonly db: AppDatabase;
  /** Folder of the search index. It can be deleted while nothing runs: it is rebuilt from the database. */
  readonly indexDir: string;
  /** Masks the texts and calls the embedding model; one vector per text, normalised, in order. */
  readonly embed: (texts: readonly string[]) => Promise<Float32Array[]>;
  readonly dimensions: number;
  /** Id and digest of the embedding model: when it is another one than before, every chunk is embedded again. */
  readonly embedder?: string;
  /**
   * How texts are embedded with the model of this id and digest, where the catalogue still has it. Questions go on being
   * asked with the model in force until a new one has embedded everything; without it they are found by words.
   */
  readonly embedAsBefore?: (embedder: string) => KnowledgeOptions['embed'] | undefined;
  /** For collections that are masked in the store; without it, nothing can be imported into them. */
  readonly maskForStore?: MaskForStore;
  /** Masks query and texts and calls the reranker; absent where none is installed. */
  readonly rerank?: RerankTexts | undefined;
  /** Share of the cosine in the joined score, from the embedder's card. */
  readonly hybridWeight: number;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly logger: Logger;
  /** The parser thread; its own with the default limits when absent. */
  readonly parsers?: ParserPool;
}

/** The organisation's documents: import, search, and the evidence for an exchange. */
export interface Knowledge extends AsyncDisposable {
  collections(): Promise<Collection[]>;
  /** @throws AppError ERR_REQUEST_INVALID when the id is malformed (400) or taken (409). */
  createCollection(collection: NewCollection): Promise<Collection>;
  /** @throws AppError ERR_NOT_FOUND */
  updateCollection(id: string, change: CollectionChange): Promise<Collection>;
  /** Gone from search at once, with its documents. Returns their ids. */
  removeCollection(id: string): Promise<readonly string[]>;
  /** How much each of these collections holds. */
  counts(
    collections: readonly string[],
    scope: DocumentScope | 'everything',
  ): Promise<ReadonlyMap<string, CollectionCounts>>;
  /** A file that cannot be read is a report with status `failed`. @throws AppError ERR_NOT_FOUND, ERR_INFERENCE_UNAVAILABLE */
  importDocument(input: ImportInput, onProgress?: ImportProgress): Promise<ImportReport>;
  document(id: string): Promise<DocumentView | undefined>;
  documents(collection: string): Promise<DocumentView[]>;
  /** Ids of the documents that repeat the same text as this one, oldest first. */
  twins(document: Pick<DocumentView, 'id' | 'duplicateOf'>): Promise<string[]>;
  /** What a connected source has brought, in the order of its paths. */
  documentsOf(origin: string): Promise<DocumentView[]>;
  page(query: DocumentQuery): Promise<DocumentPage>;
  chunks(query: ChunkQuery): Promise<ChunkPage>;
  /** Position of a chunk in its document; undefined when the document has it no more. */
  place(document: string, place: ChunkPlace): Promise<number | undefined>;
  /** Access groups with rules of their own, for policy to decide on. */
  groups(): Promise<AccessGroup[]>;
  /** Applies at once. False when there is no such document. */
  changeDocument(id: string, change: DocumentChange): Promise<boolean>;
  /** Replaced versions that are kept, newest first. */
  versions(document: string): Promise<DocumentVersion[]>;
  /** The text of a replaced version in reading order; undefined when it is not kept. */
  version(document: string, version: number): Promise<VersionChunk[] | undefined>;
  /** The newest replaced version that has a chunk; undefined when none of those kept has it. */
  versionOf(document: string, chunk: string): Promise<number | undefined>;
  /** Gone from search at once. False when there was no such document. */
  removeDocument(id: string): Promise<boolean>;
  /** Best first. The caller has checked that `collections` may be read. */
  search(query: SearchQuery): Promise<Hit[]>;
  /** As `search`, with where each found chunk stands in each way of searching. */
  explain(query: SearchQuery): Promise<Explanation>;
  ground(masked: Masked): Promise<Grounded>;
  /** What the index is about. */
  indexState(): IndexState;
  /** Resolves when the index holds what the database holds. */
  settled(): Promise<void>;
  /** How well each mode of search finds what is relevant. */
  evaluate(lines: readonly EvaluationLine[], collection: string): Promise<EvaluationReport>;
}

/**
 * Opens the knowledge. An index that is missing, damaged, out of step or of another embedding model is mended in the
 * background; what is there is found meanwhile.
 * @throws AppError ERR_KNOWLEDGE_UNAVAILABLE when the index folder cannot be written.
 */
export async function openKnowledge(given: KnowledgeOptions): Promise<Knowledge> {
  const options = normalisedBeforeEmbedding(given);
  const { db, embed, clock, logger, hybridWeight } = options;
  const exclusively = createTurns();
  const keeper = await openIndexKeeper({
    db,
    directory: options.indexDir,
    embedder: { name: options.embedder ?? '', dimensions: options.dimensions },
    embed,
    embedAsBefore: options.embedAsBefore ?? (() => undefined),
    exclusively,
    clock,
    logger,
  });
  const { index, embedQuestions } = keeper;
  return createKnowledge(
    options,
    { db, index, embed: embedQuestions, rerank: options.rerank, hybridWeight, clock, logger },
    keeper,
    exclusively,
  );
}

/** Raise the number when texts reach the embedder in another form: all of them are embedded again. */
const FORM = ' form 2';

/** Passages and questions meet in one form, whatever script they are written in. */
function normalisedBeforeEmbedding(options: KnowledgeOptions): KnowledgeOptions {
  const { embed, embedder } = options;
  return {
    ...options,
    embed: (texts) => embed(texts.map(normaliseText)),
    embedAsBefore: (before) => {
      const former = before.endsWith(FORM)
        ? options.embedAsBefore?.(before.slice(0, -FORM.length))
        : undefined;
      return former === undefined ? undefined : (texts) => former(texts.map(normaliseText));
    },
    ...(embedder === undefined ? {} : { embedder: embedder + FORM }),
  };
}

function createKnowledge(
  options: KnowledgeOptions,
  context: SearchContext,
  keeper: IndexKeeper,
  exclusively: <T>(work: () => Promise<T>) => Promise<T>,
): Knowledge {
  const { db, index, logger } = context;
  const parsers = options.parsers ?? createParserPool();
  const { mended } = keeper;
  const writer = createDocumentWriter({
    db,
    index,
    clock: options.clock,
    logger,
    rebuild: () => keeper.recover(),
  });
  const importing = (): ImportContext => {
    const { embed, upToDate } = keeper.passages();
    return {
      ...options,
      parsers,
      embed,
      store: (file, chunks) => exclusively(async () => writer.store(file, await upToDate(chunks))),
      change: (id, change) => exclusively(() => writer.change(id, change)),
    };
  };
  const search = async (query: SearchQuery): Promise<Hit[]> => {
    const { found } = await mended(() => searchChunks(context, query));
    return found.map(({ chunk, score }) => {
      const { id, document, collection, title, location, text } = chunk;
      return { chunk: id, document, collection, title, location, text, score };
    });
  };
  return {
    collections: () => listCollections(db),
    createCollection: (collection) => insertCollection(db, options.clock, collection),
    updateCollection: (id, change) => updateCollection(db, options.clock, id, change),
    removeCollection: (id) =>
      exclusively(async () => {
        const documents = await deleteCollection(db, id);
        if (documents.length > 0) await writer.follow(() => index.removeCollection(id));
        return documents;
      }),
    counts: (collections, scope) => countCollections(db, collections, scope, options.clock.now()),
    importDocument: (input, onProgress = () => undefined) => importDocument(importing(), input, onProgress),
    document: (id) => findDocument(db, id),
    documents: (collection) => listDocuments(db, collection),
    twins: (document) => findTwins(db, document),
    documentsOf: (origin) => listOfOrigin(db, origin),
    page: (query) => pageDocuments(db, query, options.clock.now()),
    chunks: (query) => readDocumentChunks(db, query),
    place: (document, place) => findChunk(db, document, place),
    removeDocument: (id) => exclusively(() => writer.remove(id)),
    groups: () => listAccessGroups(db),
    changeDocument: (id, change) => exclusively(() => writer.change(id, change)),
    versions: (document) => listVersions(db, document),
    version: (document, version) => readVersion(db, document, version),
    versionOf: (document, chunk) => findVersionOf(db, document, chunk),
    search,
    explain: (query) => mended(() => explainSearch(context, query)),
    indexState: () => keeper.state(),
    settled: () => keeper.settled(),
    ground: (masked) => mended(() => ground(context, masked)),
    async evaluate(lines, collection) {
      const groups = (await listAccessGroups(db)).map(({ id }) => id);
      const documents = await listDocuments(db, collection);
      return evaluateSearch(search, lines, documents, { collections: [collection], groups });
    },
    async [Symbol.asyncDispose]() {
      await keeper[Symbol.asyncDispose]();
      await parsers[Symbol.asyncDispose]();
    },
  };
}
