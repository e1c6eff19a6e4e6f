import type { Migration } from '../migrator.ts';
import { init } from './001-init.ts';
import { searchColumns } from './002-search-columns.ts';
import { content } from './003-content.ts';

export const auditMigrations: readonly Migration[] = [init, searchColumns, content];
