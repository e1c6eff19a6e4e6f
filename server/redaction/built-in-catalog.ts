import { createEntityCatalog, type EntityCatalog } from './entity-catalog.ts';
import { families } from './families/index.ts';

let catalog: EntityCatalog | undefined;

/** The types and rules that the product ships with. It is the same object every time, so that they are compiled once. */
export function builtInCatalog(): EntityCatalog {
  return (catalog ??= createEntityCatalog(families));
}
