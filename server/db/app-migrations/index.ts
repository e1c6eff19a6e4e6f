import type { Migration } from '../migrator.ts';
import { init } from './001-init.ts';
import { conversations } from './002-conversations.ts';
import { knowledgeUpkeep } from './003-knowledge-upkeep.ts';
import { accounts } from './004-accounts.ts';
import { insights } from './005-insights.ts';
import { documentRecords } from './006-document-records.ts';
import { evaluations } from './007-evaluations.ts';
import { sources } from './008-sources.ts';
import { faq } from './009-faq.ts';
import { importOutcomes } from './010-import-outcomes.ts';
import { vaults } from './011-vaults.ts';
import { maskingInStore } from './012-masking-in-store.ts';
import { profileFacts } from './013-profile-facts.ts';
import { approvals } from './014-approvals.ts';

export const appMigrations: readonly Migration[] = [
  init,
  conversations,
  knowledgeUpkeep,
  accounts,
  insights,
  documentRecords,
  evaluations,
  sources,
  faq,
  importOutcomes,
  vaults,
  maskingInStore,
  profileFacts,
  approvals,
];
