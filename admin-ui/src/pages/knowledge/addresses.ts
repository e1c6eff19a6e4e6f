import {
  type DocumentFilter,
  documentFilters,
  type DocumentSort,
  documentSorts,
} from '../../data/documents.ts';

type Parameters = Readonly<Record<string, unknown>>;

/** The list of documents, as its address has it; what is absent is the usual. */
export interface ListAddress {
  readonly search?: string;
  readonly filter?: DocumentFilter;
  readonly sort?: DocumentSort;
  readonly order?: 'asc' | 'desc';
  readonly page?: number;
}

export function parseListAddress({ search, filter, sort, order, page }: Parameters): ListAddress {
  const chosen = documentFilters.find((one) => one === filter);
  const known = documentSorts.find((one) => one === sort);
  return {
    ...(typeof search === 'string' || typeof search === 'number'
      ? { search: `${search}`.slice(0, 200) }
      : {}),
    ...(chosen === undefined ? {} : { filter: chosen }),
    ...(known === undefined ? {} : { sort: known }),
    ...(order === 'asc' || order === 'desc' ? { order } : {}),
    ...(typeof page === 'number' && Number.isInteger(page) && page > 1 ? { page } : {}),
  };
}

/** Where in a document a link leads: a chunk, and a sentence in it; in a replaced version where one is named. */
export interface DocumentAddress {
  readonly chunk?: string;
  readonly quote?: string;
  readonly version?: number;
}

export function parseDocumentAddress({ chunk, quote, version }: Parameters): DocumentAddress {
  return {
    ...(typeof chunk === 'string' && chunk !== '' ? { chunk: chunk.slice(0, 128) } : {}),
    ...(typeof quote === 'string' && quote !== '' ? { quote: quote.slice(0, 2000) } : {}),
    ...(typeof version === 'number' && Number.isInteger(version) && version > 0 ? { version } : {}),
  };
}

/** A search of the playground, so that it can be shared and survives a reload. */
export interface SearchAddress {
  readonly q?: string;
  /** Ids of collections; all when absent. */
  readonly in?: readonly string[];
  readonly limit?: number;
}

export function parseSearchAddress({ q, in: collections, limit }: Parameters): SearchAddress {
  const ids = Array.isArray(collections)
    ? collections.filter((id): id is string => typeof id === 'string').slice(0, 64)
    : [];
  return {
    ...(typeof q === 'string' || typeof q === 'number' ? { q: `${q}`.slice(0, 4096) } : {}),
    ...(ids.length === 0 ? {} : { in: ids }),
    ...(typeof limit === 'number' && limit >= 1 && limit <= 100 ? { limit } : {}),
  };
}

/** Whose evaluations are shown. */
export interface EvaluationAddress {
  /** Id of a collection; the first one when absent. */
  readonly in?: string;
}

export function parseEvaluationAddress({ in: collection }: Parameters): EvaluationAddress {
  return typeof collection === 'string' && collection !== '' ? { in: collection.slice(0, 64) } : {};
}
