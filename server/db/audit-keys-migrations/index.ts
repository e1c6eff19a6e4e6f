import type { Migration } from '../migrator.ts';
import { init } from './001-init.ts';

export const auditKeysMigrations: readonly Migration[] = [init];
