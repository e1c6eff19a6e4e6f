// npm run docs: everything that is derived from code: the clauses of laws, the configuration reference, the types of values and the admin
// UI's API types.
import { writeFileSync } from 'node:fs';
import { renderComplianceDocs } from './compliance-docs.ts';
import { renderConfigurationDocs } from './configuration-docs.ts';
import { renderEntityTypeDocs } from './entity-type-docs.ts';
import { renderUiSchema } from './ui-schema.ts';

writeFileSync('docs/compliance.md', renderComplianceDocs());
writeFileSync('docs/configuration.md', renderConfigurationDocs());
writeFileSync('docs/entity-types.md', renderEntityTypeDocs());
writeFileSync('admin-ui/src/api/schema.ts', await renderUiSchema());
