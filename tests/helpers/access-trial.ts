import type { KeyLimits, Principal, Role } from '../../server/domain/principal.ts';
import type { DocumentChange, Knowledge, NewCollection, Readable } from '../../server/knowledge/knowledge.ts';
import { loadPolicies, type Policies } from '../../server/policy/policies.ts';
import { createDice, type Dice } from './dice.ts';

/** A small company's knowledge in which every kind of rule meets every other. */
export interface TrialDocument {
  readonly collection: string;
  readonly source: string;
  /** A word that stands in no other document. */
  readonly canary: string;
  readonly text: string;
  readonly change: DocumentChange;
}

export const trialCollections: readonly NewCollection[] = [
  { id: 'open', name: 'Open', classification: 'internal', readers: [] },
  { id: 'desk', name: 'Desk', classification: 'internal', readers: ['agent', 'supervisor'] },
  { id: 'cases', name: 'Cases', classification: 'confidential', readers: ['supervisor', 'knowledge-editor'] },
  { id: 'board', name: 'Board', classification: 'restricted', readers: ['supervisor'] },
  { id: 'sealed', name: 'Sealed', classification: 'confidential', readers: [] },
];

export const trialPersons: readonly Principal[] = [
  person('member'),
  person('agent'),
  person('supervisor'),
  person('knowledge-editor'),
  person('auditor'),
  {
    ...person('supervisor'),
    kind: 'api-key',
    id: 'key-of-supervisor',
    limits: { scopes: ['chat:create', 'knowledge:search'], collections: ['open', 'board'] },
  },
];

function person(role: Role): Principal {
  return { kind: 'user', id: role, name: role, roles: [role] };
}

const DAY = 86_400_000;

const ownRules: readonly DocumentChange[] = [
  {},
  { readers: ['supervisor'] },
  { readers: ['member', 'agent'] },
  { readers: ['knowledge-editor', 'agent'], classification: 'confidential' },
  { classification: 'restricted' },
  // Wider than most collections: it must open nothing.
  { readers: ['member', 'auditor', 'knowledge-editor'], classification: 'public' },
];

function periodsAt(now: Date): readonly DocumentChange[] {
  const at = (days: number): string => new Date(now.getTime() + days * DAY).toISOString();
  return [{}, { effectiveAt: at(1) }, { expiresAt: at(-1) }, { effectiveAt: at(-2), expiresAt: at(2) }];
}

const subjects = ['refund', 'pension', 'merger', 'salary', 'vault', 'overdraft', 'audit', 'holiday'];
const topics = ['退款', '养老金', '并购', '薪酬', '金库', '透支', '审计', '假期'];

/** Every collection with every rule and every period: 120 documents, each with words that others share and one of its own. */
export function trialDocuments(now: Date, dice: Dice = createDice(7)): TrialDocument[] {
  return trialCollections.flatMap(({ id: collection }) =>
    ownRules.flatMap((rules, rule) =>
      periodsAt(now).map((period, at): TrialDocument => {
        const canary = `q${collection}${rule}x${at}z${dice.word()}`;
        const filler = Array.from({ length: 24 }, () => dice.word()).join(' ');
        const subject = dice.pick(subjects);
        const topic = dice.pick(topics);
        const text =
          `# Note on ${subject}\n\nThe ${subject} of ${canary} is approved within ${rule + 2} days. ` +
          `关于${topic}的${canary}须在${at + 2}天内批准。 ${filler}.\n`;
        return { collection, source: `${rule}-${at}.md`, canary, text, change: { ...rules, ...period } };
      }),
    ),
  );
}

/** The rules said a second time, without Cedar and SQL: who may find a document at this time. */
export function mayFind(principal: Principal, document: TrialDocument, now: Date): boolean {
  const collection = trialCollections.find(({ id }) => id === document.collection);
  if (collection === undefined) return false;
  const { classification, readers, effectiveAt, expiresAt } = document.change;
  const own = {
    classification: classification ?? collection.classification,
    readers: readers ?? collection.readers,
  };
  const inTime =
    (typeof effectiveAt !== 'string' || Date.parse(effectiveAt) <= now.getTime()) &&
    (typeof expiresAt !== 'string' || now.getTime() < Date.parse(expiresAt));
  return (
    inTime &&
    principal.roles.some((role) => asking.has(role)) &&
    reaches(principal.limits, collection.id) &&
    isReader(principal, collection) &&
    isReader(principal, own)
  );
}

const asking: ReadonlySet<Role> = new Set(['member', 'agent', 'supervisor', 'knowledge-editor']);

function reaches(limits: KeyLimits | undefined, collection: string): boolean {
  return limits?.collections?.includes(collection) ?? true;
}

function isReader(
  principal: Principal,
  { classification, readers }: { classification: string; readers: readonly string[] },
): boolean {
  const needsNames =
    readers.length > 0 || classification === 'confidential' || classification === 'restricted';
  return !needsNames || principal.roles.some((role) => readers.includes(role));
}

/** Fills a knowledge with the trial. */
export async function fillTrial(knowledge: Knowledge, documents: readonly TrialDocument[]): Promise<void> {
  for (const collection of trialCollections) await knowledge.createCollection(collection);
  for (const { collection, source, text, change } of documents) {
    await knowledge.importDocument({ collection, source, bytes: Buffer.from(text), change });
  }
}

/** Questions that look for one document, for what many share, for two at once, in two languages. */
export function trialQuestions(documents: readonly TrialDocument[], count: number, dice: Dice): string[] {
  return Array.from({ length: count }, () => {
    const one = dice.pick(documents);
    const other = dice.pick(documents);
    return dice.pick([
      one.canary,
      `How long does the approval of ${one.canary} take?`,
      `${one.canary}须在几天内批准？`,
      one.text.slice(0, 300),
      `${dice.pick(subjects)} ${dice.pick(subjects)} approved within days`,
      `${dice.pick(topics)}在几天内批准`,
      `Compare ${one.canary} with ${other.canary}.`,
      `${dice.word()} ${dice.word()} ${dice.word()}`,
    ]);
  });
}

export async function readableOf(
  policies: Policies,
  knowledge: Pick<Knowledge, 'collections' | 'groups'>,
  principal: Principal,
): Promise<Required<Readable>> {
  const collections = await knowledge.collections();
  return {
    collections: policies.readable(principal, collections),
    groups: policies.readableGroups(principal, collections, await knowledge.groups()),
  };
}

export const trialPolicies = (): Promise<Policies> => loadPolicies('policies');
