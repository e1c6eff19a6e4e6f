import type { AuditLog } from '../audit/audit-log.ts';
import type { AppDatabase } from '../db/database.ts';
import { createFaqDesk, type FaqDesk } from '../desk/faq-desk.ts';
import { toAppError } from '../errors.ts';
import { type Faq, openFaq } from '../knowledge/faq/faq.ts';
import { type Gaps, openGaps } from '../knowledge/gaps/gaps.ts';
import { normaliseText } from '../knowledge/normalise-text.ts';
import type { Logger } from '../logger.ts';
import { DEFAULT_MASK_PROFILE } from '../redaction/mask-profile.ts';
import type { Redactor } from '../redaction/redactor.ts';
import type { Clock } from '../util/clock.ts';
import type { Disposal } from '../util/disposal.ts';
import { everyHour } from '../util/every-hour.ts';
import type { RandomBytes } from '../util/random.ts';
import { createSealedBox } from '../util/sealed-box.ts';

export interface FaqParts {
  readonly db: AppDatabase;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly logger: Logger;
  readonly redactor: Redactor;
  readonly audit: AuditLog;
  readonly contentKey: Buffer;
  /** Masks the texts and calls the embedding model. */
  readonly embed: (texts: readonly string[]) => Promise<Float32Array[]>;
  /** Digest of the embedding model. */
  readonly embedder: string;
}

export interface FaqServices {
  readonly faq: Faq;
  readonly gaps: Gaps;
  readonly faqDesk: FaqDesk;
}

/** Approved answers, the questions that nothing answered, and those who keep both. */
export async function openFaqDesk(parts: FaqParts, disposal: Disposal): Promise<FaqServices> {
  const { db, clock, random, logger, redactor, audit, embedder } = parts;
  const embed = (texts: readonly string[]): Promise<Float32Array[]> => parts.embed(texts.map(normaliseText));
  const openVault = () => redactor.openVault(DEFAULT_MASK_PROFILE);
  const faq = await openFaq({ db, clock, random, embed, embedder, openVault });
  const box = createSealedBox(parts.contentKey, 'gaps', random);
  const gaps = disposal.use(await openGaps({ db, clock, random, logger, embed, box }));
  const unswept = (error: unknown): void =>
    logger.warn({ code: toAppError(error).code }, 'old gaps were not swept');
  disposal.defer(everyHour(() => gaps.sweep(), unswept));
  return { faq, gaps, faqDesk: createFaqDesk({ faq, gaps, audit }) };
}
