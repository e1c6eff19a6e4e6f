// npm run docs: everything under docs/ that is derived from code.
import { writeFileSync } from 'node:fs';
import { renderConfigurationDocs } from './configuration-docs.ts';

writeFileSync('docs/configuration.md', renderConfigurationDocs());
