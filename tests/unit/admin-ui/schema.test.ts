import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderUiSchema } from '../../../scripts/ui-schema.ts';

it('the types of the client are those of the routes; `npm run docs` writes them', async () => {
  expect(readFileSync('admin-ui/src/api/schema.ts', 'utf8')).toBe(await renderUiSchema());
});
