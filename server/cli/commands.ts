import { ask } from './ask.ts';
import { auditCheckProof, auditExport, auditProve, auditVerify } from './audit.ts';
import { backup, restoreBackup } from './backup.ts';
import type { Command } from './command.ts';
import { configPrint } from './config.ts';
import { demo } from './demo.ts';
import { faqExport, faqImport } from './faq.ts';
import { keyCreate } from './keys.ts';
import { knowledgeEval, knowledgeImport, knowledgeSearch } from './knowledge.ts';
import { modelsImport, modelsList, modelsVerify } from './models.ts';
import { policyDecide, policyTest } from './policy.ts';
import { redact } from './redact.ts';
import { knowledgeSources, knowledgeSync } from './sources.ts';
import { serveCommand } from './serve.ts';
import { knowledgeThreshold } from './threshold.ts';
import { userAdd, userDisable, userPassword } from './users.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  serveCommand,
  demo,
  ask,
  redact,
  knowledgeImport,
  knowledgeSearch,
  knowledgeEval,
  knowledgeSources,
  knowledgeSync,
  faqImport,
  faqExport,
  knowledgeThreshold,
  auditVerify,
  auditProve,
  auditCheckProof,
  auditExport,
  policyTest,
  policyDecide,
  modelsList,
  modelsVerify,
  modelsImport,
  userAdd,
  userPassword,
  userDisable,
  keyCreate,
  backup,
  restoreBackup,
  configPrint,
];
