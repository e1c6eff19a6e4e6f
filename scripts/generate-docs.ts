// npm run docs: everything that is derived from code: the configuration reference and the admin UI's API types.
import { writeFileSync } from 'node:fs';
import { renderConfigurationDocs } from './configuration-docs.ts';
import { renderUiSchema } from './ui-schema.ts';

writeFileSync('docs/configuration.md', renderConfigurationDocs());
writeFileSync('admin-ui/src/api/schema.ts', await renderUiSchema());
