import { expect, it } from 'vitest';
import { z } from 'zod';
import { builtInCatalog } from '../../../server/redaction/built-in-catalog.ts';

// Its texts stand beside React components, which this project's compiler settings do not read.
const path = '../../../admin-ui/src/i18n/entity-types.ts';
const names = z.record(z.string(), z.string());
const { entityTypes } = z
  .object({ entityTypes: z.object({ en: names, zh: names }) })
  .parse(await import(path));

it.each(['en', 'zh'] as const)(
  'every type that is masked has a name of its own in %s, and no other has',
  (language) => {
    const named = entityTypes[language];
    expect(Object.keys(named).toSorted()).toEqual(
      builtInCatalog()
        .types.map(({ id }) => id)
        .toSorted(),
    );
    expect(new Set(Object.values(named)).size).toBe(Object.keys(named).length);
  },
);
