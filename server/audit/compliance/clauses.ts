import type { Clause } from './clause.ts';
import { euAiAct } from './clauses/eu-ai-act.ts';
import { gb22239 } from './clauses/gb-22239.ts';
import { gdpr } from './clauses/gdpr.ts';
import { hipaa } from './clauses/hipaa.ts';
import { iso27001 } from './clauses/iso-27001.ts';
import { pciDss } from './clauses/pci-dss.ts';
import { sec17a4 } from './clauses/sec-17a-4.ts';

/** Every clause that the log has something to show for. */
export const clauses: readonly Clause[] = [
  ...gdpr,
  ...euAiAct,
  ...hipaa,
  ...pciDss,
  ...iso27001,
  ...sec17a4,
  ...gb22239,
];
