import { AppError } from '../../errors.ts';
import type { Clause } from './clause.ts';
import { clauses } from './clauses.ts';

/**
 * The clause of this id, or those below it (`pci-10.2` has `pci-10.2.1.1` and more); all when no id is given.
 * @throws AppError ERR_NOT_FOUND
 */
export function findClauses(id?: string): readonly Clause[] {
  if (id === undefined) return clauses;
  const found = clauses.filter((clause) => clause.id === id || clause.id.startsWith(`${id}.`));
  if (found.length > 0) return found;
  throw new AppError(
    'ERR_NOT_FOUND',
    'There is no such clause. `audit report --list` names those there are.',
    {
      status: 404,
    },
  );
}
