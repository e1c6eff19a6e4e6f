import { join } from 'node:path';
import type { AuditLog } from './audit/audit-log.ts';
import type { Signer } from './audit/signer/signer.ts';
import { openAudit } from './compose/open-audit.ts';
import { entailmentOf } from './compose/entailment-of.ts';
import { composeEvaluations } from './compose/compose-evaluations.ts';
import { composeSources } from './compose/compose-sources.ts';
import { openApprovals } from './compose/open-approvals.ts';
import { openConversations } from './compose/open-conversations.ts';
import { openFaqDesk } from './compose/open-faq-desk.ts';
import { openIdentity } from './compose/open-identity.ts';
import { embedderId, embedMasked, maskForStore, openIndex, rerankMasked } from './compose/open-index.ts';
import { openRedaction } from './compose/open-redaction.ts';
import type { Config } from './config/load-config.ts';
import { createNoteDislike } from './desk/note-dislike.ts';
import { createFigures } from './desk/figures.ts';
import { auditFiles, loadContentKey, openDataDir } from './data-dir.ts';
import { openAppDatabase } from './db/database.ts';
import { createSettings, type Settings } from './db/settings.ts';
import type { ModelCard, ModelPurpose } from './domain/model-card.ts';
import { AppError, toAppError } from './errors.ts';
import { createRateLimit } from './http/middleware/rate-limit.ts';
import type { Services } from './http/services.ts';
import { type Catalog, loadCatalog } from './inference/catalog.ts';
import { createInference, type Inference, type InferenceOptions } from './inference/inference.ts';
import { loadOnDemand } from './inference/load-on-demand.ts';
import { loadPrompts } from './inference/prompts.ts';
import { createExchangeFacts } from './insights/exchange-facts.ts';
import { createJobQueue } from './jobs/job-queue.ts';
import { createOriginals } from './knowledge/originals.ts';
import { createParserPool, defaultParserLimits } from './knowledge/parsers/parser-pool.ts';
import { createTextRecognition } from './knowledge/recognition/text-recognition.ts';
import type { Logger } from './logger.ts';
import { createMetrics } from './metrics.ts';
import { answer, type Stages } from './pipeline/answer.ts';
import { createAuditVerification } from './pipeline/audit-verification.ts';
import { createEmbedExchange } from './pipeline/embed.ts';
import type { ImportDeps } from './pipeline/import-document.ts';
import { createJobRunner } from './pipeline/job-runner.ts';
import { measured } from './pipeline/measured.ts';
import { createMeasurements } from './pipeline/measurements.ts';
import { createModelControl } from './pipeline/model-control.ts';
import { createModelJobRunner } from './pipeline/model-jobs.ts';
import { createRerankExchange } from './pipeline/rerank.ts';
import { createStages, documentsOnly } from './pipeline/stages.ts';
import { createUploadRunner, createUploads } from './pipeline/uploads.ts';
import { loadPolicies } from './policy/policies.ts';
import type { Product } from './product.ts';
import type { Redactor } from './redaction/redactor.ts';
import type { Clock } from './util/clock.ts';
import { createDisposal, type Disposal } from './util/disposal.ts';
import { everyHour } from './util/every-hour.ts';
import { readMachine } from './util/machine.ts';
import type { RandomBytes } from './util/random.ts';
import { createSealedBox } from './util/sealed-box.ts';

/** What the world outside gives: passed in, so that tests decide it. */
export interface World {
  readonly config: Config;
  readonly product: Product;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** When models are loaded: a server answers from the first moment; a command may need none. */
  readonly loading: 'at-start' | 'on-demand';
}

/** Parts that a test replaces: a detector that throws, a model process whose input is read. */
export interface Overrides {
  readonly redactor?: Redactor;
  readonly spawnHost?: NonNullable<InferenceOptions['spawnHost']>;
  readonly openSigner?: () => Signer;
}

export interface AppContext extends AsyncDisposable {
  readonly services: Services;
  readonly stages: Stages;
  readonly imports: ImportDeps;
  readonly settings: Settings;
}

/**
 * The composition root: the only place that constructs services. What fails half-way closes what was opened.
 * @throws AppError of the part that could not start
 */
export async function createContext(world: World, overrides: Overrides = {}): Promise<AppContext> {
  const disposal = createDisposal();
  try {
    const parts = await compose(world, overrides, disposal);
    return {
      ...parts,
      [Symbol.asyncDispose]: () => Promise.resolve(disposal[Symbol.asyncDispose]()),
    };
  } catch (error) {
    await disposal[Symbol.asyncDispose]();
    throw error;
  }
}

async function compose(
  world: World,
  overrides: Overrides,
  disposal: Disposal,
): Promise<Omit<AppContext, keyof AsyncDisposable>> {
  const { config, product, logger, clock, random } = world;
  const paths = openDataDir(config.dataDir);
  const policies = await loadPolicies(config.policiesDir);
  const catalog = loadCatalog(config.modelsDir);
  const prompts = loadPrompts(join(config.modelsDir, 'prompts'));
  const contentKey = loadContentKey(paths, random);
  const db = await openAppDatabase(paths.appDb, clock);
  disposal.defer(() => db.destroy());
  const auditParts = { ...world, ...overrides, paths: auditFiles(paths), policyBundle: policies.digest };
  const { anchors, egress } = policies;
  const retention = policies.retention.audit;
  const audit = disposal.use(await openAudit({ ...auditParts, anchors, egress, retention }, disposal));
  const inference = disposal.use(openInference(world, catalog, overrides, audit));
  const redaction = openRedaction({ ...world, key: contentKey, catalog, inference, ...overrides });
  const { redactor, customRules } = redaction;
  if (world.loading === 'at-start') await inference.start(catalog.models);
  const embedder = defaultModel(catalog, 'embedding');
  const parsers = disposal.use(createParserPool(defaultParserLimits, createTextRecognition()));
  const embed = embedMasked(redactor, inference, embedder);
  const embedWith = (card: ModelCard): typeof embed => embedMasked(redactor, inference, card);
  const rerank = rerankMasked(redactor, inference, catalog);
  const mask = maskForStore(redactor, policies.bundleMaskProfile);
  const indexParts = { db, catalog, embedder, embed, rerank, embedWith, parsers, maskForStore: mask };
  const knowledge = disposal.use(await openIndex(world, paths.index, indexParts));
  // A command ends with its answer: it looks in a whole index.
  if (world.loading === 'on-demand') await knowledge.settled();
  const { faq, gaps, faqDesk } = await openFaqDesk(
    { db, clock, random, logger, redactor, audit, contentKey, embed, embedder: embedderId(embedder) },
    disposal,
  );
  const box = createSealedBox(contentKey, 'originals', random);
  const imports = { knowledge, audit, originals: createOriginals(paths.files, box) };
  const settings = createSettings(db);
  const { threads } = config;
  const measurements = createMeasurements({ settings, clock, machine: readMachine(), threads });
  const auditVerification = createAuditVerification({ audit, settings, clock });
  const chatModels = catalog.models.filter((card) => card.purpose === 'chat');
  const entail = entailmentOf(catalog, inference);
  const stageParts = { policies, knowledge, chatModels, inference, prompts, entail, audit, redactor };
  const stages = createStages({ ...stageParts, faq, gaps });
  const chatModel = defaultModel(catalog, 'chat');
  const { evaluations, evaluation } = composeEvaluations({
    db,
    stages: createStages({ ...stageParts, ...documentsOnly }),
    knowledge,
    audit,
    clock,
    random,
    chatModel,
    embedder,
    version: product.version,
  });
  const sourceParts = composeSources(
    { ...world, policies, db, contentKey, imports, sourcesDir: paths.sources },
    disposal,
  );
  const run = createJobRunner({
    evaluation,
    upload: createUploadRunner(imports),
    model: createModelJobRunner({ inference, cards: catalog.models, audit, measurements }),
    auditVerification,
    sources: sourceParts.jobs,
  });
  const jobs = disposal.use(createJobQueue({ db, clock, random, logger, run }));
  const identity = openIdentity({ db, policies, keysDir: paths.keys, clock, random });
  const unswept = (error: unknown): void =>
    logger.warn({ code: toAppError(error).code }, 'what is over was not swept');
  disposal.defer(everyHour(() => identity.sessions.sweep(), unswept));
  const metrics = createMetrics();
  const facts = createExchangeFacts({ db, clock, random });
  disposal.defer(everyHour(() => facts.sweep(), unswept));
  const answerMeasured: Services['answer'] = measured(
    { metrics, facts, chatModels, logger },
    (inbound, sink) => answer(stages, inbound, sink),
  );
  const sources = sourceParts.complete(jobs);
  const services: Services = {
    config,
    version: product.version,
    logger,
    clock,
    random,
    metrics,
    identity,
    policies,
    audit,
    auditVerification,
    approvals: openApprovals({ db, contentKey, audit, clock, random, unswept }, disposal),
    redactor,
    customRules,
    knowledge,
    faq,
    gaps,
    faqDesk,
    catalog,
    inference,
    models: createModelControl({ inference, audit, jobs, logger }),
    measurements,
    limits: {
      model: createRateLimit(config.requestsPerMinute, 60),
      signIn: createRateLimit(10, 60),
      signInAddress: createRateLimit(60, 60),
    },
    defaultModel: chatModel.id,
    jobs,
    uploads: createUploads(imports, jobs, random),
    evaluations,
    sources,
    embedExchange: createEmbedExchange({
      redactor,
      inference,
      policies,
      audit,
      models: catalog.models.filter((card) => card.purpose === 'embedding'),
    }),
    rerankExchange: createRerankExchange({
      redactor,
      inference,
      policies,
      audit,
      models: catalog.models.filter((card) => card.purpose === 'reranker'),
    }),
    answer: answerMeasured,
    conversations: await openConversations(
      {
        db,
        contentKey,
        audit,
        parsers,
        facts,
        answer: answerMeasured,
        noteDislike: createNoteDislike({ redactor, knowledge, policies, gaps }),
        keysDb: paths.keysDb,
        vaultDays: config.vaultDays,
        logger,
        clock,
        random,
      },
      disposal,
    ),
    figures: createFigures({
      db,
      dataDir: config.dataDir,
      audit,
      auditVerification,
      inference,
      jobs,
      sources,
      identity,
      clock,
    }),
  };
  await jobs.start();
  return { services, stages, imports, settings };
}

/** Every load at the start or on demand is in the audit log, with the digests of the files, before the model works. */
function openInference(
  { config, logger, clock }: World,
  catalog: Catalog,
  { spawnHost }: Overrides,
  audit: AuditLog,
): Inference {
  const inference = createInference({
    cards: catalog.models,
    modelsDir: config.modelsDir,
    logger,
    clock,
    threads: config.threads,
    ...(spawnHost === undefined ? {} : { spawnHost }),
  });
  return loadOnDemand(inference, async ({ id, files }) => {
    await audit.recordEvent({ type: 'model.loaded', model: id, files });
  });
}

function defaultModel(catalog: Catalog, purpose: ModelPurpose): ModelCard {
  const card = catalog.models.find((model) => model.purpose === purpose);
  if (card !== undefined) return card;
  throw new AppError('ERR_CONFIG_INVALID', `models/catalog.yaml lists no ${purpose} model. Add one.`);
}
