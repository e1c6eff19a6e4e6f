import type { AuditLog } from '../audit/audit-log.ts';
import type { Config } from '../config/load-config.ts';
import type { Inbound, Restored } from '../domain/exchange.ts';
import type { Approvals } from '../desk/approvals.ts';
import type { Conversations } from '../desk/conversations.ts';
import type { FaqDesk } from '../desk/faq-desk.ts';
import type { Figures } from '../desk/figures.ts';
import type { Identity } from '../identity/identity.ts';
import type { Catalog } from '../inference/catalog.ts';
import type { Inference } from '../inference/inference.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { Faq } from '../knowledge/faq/faq.ts';
import type { Gaps } from '../knowledge/gaps/gaps.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import type { AnswerSink } from '../pipeline/answer-sink.ts';
import type { AuditVerification } from '../pipeline/audit-verification.ts';
import type { EmbedExchange } from '../pipeline/embed.ts';
import type { Evaluations } from '../pipeline/evaluations.ts';
import type { Measurements } from '../pipeline/measurements.ts';
import type { ModelControl } from '../pipeline/model-control.ts';
import type { RerankExchange } from '../pipeline/rerank.ts';
import type { Sources } from '../pipeline/sources/sources.ts';
import type { Uploads } from '../pipeline/uploads.ts';
import type { Policies } from '../policy/policies.ts';
import type { CustomRules } from '../redaction/custom/custom-rules.ts';
import type { Redactor } from '../redaction/redactor.ts';
import type { Clock } from '../util/clock.ts';
import type { RandomBytes } from '../util/random.ts';
import type { RateLimit } from './middleware/rate-limit.ts';

/** What the routes work with. Built by server/context.ts. */
export interface Services {
  readonly config: Config;
  readonly version: string;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly metrics: Metrics;
  readonly identity: Identity;
  readonly policies: Policies;
  readonly audit: AuditLog;
  readonly auditVerification: AuditVerification;
  readonly approvals: Approvals;
  readonly redactor: Redactor;
  readonly customRules: CustomRules;
  readonly knowledge: Knowledge;
  readonly faq: Faq;
  readonly gaps: Gaps;
  readonly faqDesk: FaqDesk;
  readonly catalog: Catalog;
  readonly inference: Inference;
  readonly models: ModelControl;
  readonly measurements: Measurements;
  /** Budgets of requests in a minute. */
  readonly limits: {
    /** Of one person or key. */
    readonly model: RateLimit;
    /** For one name from one address: guessing a password. */
    readonly signIn: RateLimit;
    /** From one address, whatever the names: guessing one password for many names. */
    readonly signInAddress: RateLimit;
  };
  /** Id of the chat model that answers when a request names none. */
  readonly defaultModel: string;
  readonly jobs: JobQueue;
  readonly uploads: Uploads;
  readonly evaluations: Evaluations;
  readonly sources: Sources;
  readonly embedExchange: EmbedExchange;
  readonly rerankExchange: RerankExchange;
  /** The pipeline with its stages in place. */
  readonly answer: (inbound: Inbound, sink: AnswerSink) => Promise<Restored>;
  readonly conversations: Conversations;
  readonly figures: Figures;
}
