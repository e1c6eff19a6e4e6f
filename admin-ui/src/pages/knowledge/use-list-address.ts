import { getRouteApi } from '@tanstack/react-router';
import type { DocumentQuery } from '../../data/documents.ts';
import type { ListAddress } from './addresses.ts';

const route = getRouteApi('/frame/knowledge/$collectionId');

export interface ListControl {
  readonly query: DocumentQuery;
  readonly change: (part: Partial<DocumentQuery>) => void;
}

/** The list as its address has it, so that it survives a reload and can be shared. */
export function useListAddress(): ListControl {
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const query = { ...usual, ...address };
  return {
    query,
    change: (part) => void navigate({ search: shorten({ ...query, ...part }), replace: true }),
  };
}

const usual: DocumentQuery = {
  search: '',
  filter: undefined,
  sort: 'updatedAt',
  order: 'desc',
  page: 1,
};

/** What is as usual does not stand in the address. */
function shorten({ search, filter, sort, order, page }: DocumentQuery): ListAddress {
  return {
    ...(search === usual.search ? {} : { search }),
    ...(filter === undefined ? {} : { filter }),
    ...(sort === usual.sort ? {} : { sort }),
    ...(order === usual.order ? {} : { order }),
    ...(page === usual.page ? {} : { page }),
  };
}
