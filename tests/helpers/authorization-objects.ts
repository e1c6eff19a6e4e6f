import { type Role, roles } from '../../server/domain/principal.ts';
import { joinMasked } from '../../server/domain/join-masked.ts';
import type { FaqContents } from '../../server/knowledge/faq/faq.ts';
import { documentId } from '../../server/knowledge/knowledge.ts';
import { importDocument } from '../../server/pipeline/import-document.ts';
import type { OwnedKind } from './authorization-matrix.ts';
import { ADMIN_PASSWORD, type TestContext } from './test-context.ts';

/** Somebody who calls. */
export interface Owner {
  readonly id: string;
  readonly username: string;
  readonly role: Role;
}

/** Makes an object that is this person's, or within reach of this person's role alone. Returns its id. */
export function createObject(context: TestContext, kind: OwnedKind, owner: Owner): Promise<string> {
  switch (kind) {
    case 'conversation':
      return createConversation(context, owner);
    case 'session':
      return createSession(context, owner);
    case 'job':
      return createJob(context, owner);
    case 'collection':
      return createCollection(context, owner);
    case 'document':
      return createDocument(context, owner);
    case 'source':
      return createSource(context, owner);
    case 'faq':
      return createFaqEntry(context, owner);
    case 'gap':
      return createGap(context, owner);
    default:
      return kind satisfies never;
  }
}

async function createConversation({ services }: TestContext, { id, role }: Owner): Promise<string> {
  const actor = { kind: 'user', id, name: '', roles: [role] } as const;
  return (await services.conversations.create(actor)).id;
}

async function createSession({ services }: TestContext, { username }: Owner): Promise<string> {
  const { sessions } = services.identity;
  const { token } = await sessions.signIn(username, ADMIN_PASSWORD);
  return (await sessions.current(token)) ?? '';
}

/** It fails at once, which is all the same to whose it is. */
async function createJob({ services }: TestContext, { id }: Owner): Promise<string> {
  const actor = { kind: 'user', id } as const;
  return (await services.jobs.enqueue({ kind: 'verify-model', model: 'none', actor }, id)).id;
}

let made = 0;

async function createCollection({ services }: TestContext, { role }: Owner): Promise<string> {
  made += 1;
  const id = `reach-${made}`;
  const readers = roles.filter((candidate) => candidate === role);
  await services.knowledge.createCollection({ id, name: id, classification: 'restricted', readers });
  return id;
}

async function createDocument(context: TestContext, owner: Owner): Promise<string> {
  const collection = await createCollection(context, owner);
  const bytes = Buffer.from('# Leave\n\nStaff have thirty days of leave.\n');
  const actor = { kind: 'user', id: owner.id } as const;
  const source = 'leave.md';
  await importDocument(context.imports, { actor, collection, source, bytes }, () => undefined);
  return documentId(collection, source);
}

async function createSource(context: TestContext, owner: Owner): Promise<string> {
  const collection = await createCollection(context, owner);
  const place = { id: collection, collection, name: 'Leave', intervalSeconds: 3600, defaults: {} };
  const settings = { kind: 'folder', path: '/nowhere' } as const;
  return (
    await context.services.sources.create({ kind: 'user', id: owner.id }, { ...place, settings }, undefined)
  ).id;
}

/** Written by somebody else, so that its reader may approve it. */
async function createFaqEntry(context: TestContext, owner: Owner): Promise<string> {
  const collection = await createCollection(context, owner);
  const contents = {
    question: 'What is owed?',
    paraphrases: [],
    answer: 'Nine.',
    languages: ['en'],
    owner: 'Finance',
    readers: [],
    sources: [],
    expiresAt: '2099-01-01T00:00:00Z',
  } satisfies FaqContents;
  return (await context.services.faq.create({ collection, author: 'somebody', contents })).id;
}

async function createGap(context: TestContext, owner: Owner): Promise<string> {
  const collection = await createCollection(context, owner);
  const { gaps } = context.services;
  gaps.note({ text: joinMasked(['What is owed?']), language: 'en', scope: [collection], cause: 'declined' });
  await gaps.settled();
  const { gaps: found } = await gaps.page({ mayRead: ([id]) => id === collection, offset: 0, limit: 1 });
  return found[0]?.id ?? '';
}
