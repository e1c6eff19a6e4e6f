import { createEntityCatalog, type EntityCatalog } from './entity-catalog.ts';
import { families } from './families/index.ts';

/** The types and rules that the product ships with. */
export function builtInCatalog(): EntityCatalog {
  return createEntityCatalog(families);
}
