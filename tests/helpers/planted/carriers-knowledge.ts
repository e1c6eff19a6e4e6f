import { randomUUID } from 'node:crypto';
import type { Carrier, Walk } from './carriers.ts';

const collections: Carrier = async ({ plant, send }) => {
  const made = await send({
    route: 'POST /api/collections',
    json: { id: `c-${randomUUID()}`, name: plant('name') },
  });
  await send({
    route: 'POST /api/collections',
    json: { id: plant('id'), name: 'x', classification: plant('class') },
  });
  const id = String(made.body.collection?.id);
  await send({ route: 'PATCH /api/collections/{id}', params: { id }, json: { name: plant('new name') } });
  await send({ route: 'DELETE /api/collections/{id}', params: { id } });
};

/** A document that is imported, read, searched and described. */
const documents: Carrier = async (walk) => {
  const { plant, send, collection } = walk;
  const uploaded = await send({
    route: 'POST /api/collections/{id}/documents',
    params: { id: collection },
    file: {
      name: `${plant('file name')}.md`,
      text: [
        `# ${plant('title')}`,
        `Full-time employees receive 25 working days of paid annual leave. ${plant('text')}`,
        `## ${plant('heading')}`,
        `Unused days may be carried over. ${plant('more text')}`,
      ].join('\n\n'),
    },
  });
  await importDamaged(walk);
  await settleJobs(walk);
  const id = String(uploaded.body.document?.id);
  await send({
    route: 'PATCH /api/documents/{id}',
    params: { id },
    json: { title: plant('new title'), owner: plant('owner') },
  });
  const query = { quote: plant('quote'), chunk: plant('chunk').slice(0, 128) };
  await send({ route: 'GET /api/documents/{id}/chunks', params: { id }, query });
};

/** Values of a collection that is masked in the store are in no store; the name of the file is kept, so it has none. */
const maskedDocuments: Carrier = async (walk) => {
  const { plant, send } = walk;
  const id = `m-${randomUUID()}`;
  await send({ route: 'POST /api/collections', json: { id, name: 'Masked', masking: 'in-store' } });
  const text = [
    `# ${plant('title in the store')}`,
    `Parking costs nothing. ${plant('text in the store')}`,
    `## ${plant('heading in the store')}`,
    plant('more text in the store'),
  ].join('\n\n');
  const route = 'POST /api/collections/{id}/documents';
  await send({ route, params: { id }, file: { name: 'parking.md', text }, sealed: true });
  await settleJobs(walk);
};

/** Files that cannot be read, in the formats whose parsers say most about what they found. */
async function importDamaged({ plant, send, collection }: Walk): Promise<void> {
  const damaged = [
    { name: `${plant('damaged JSON name')}.json`, text: `{"a": ${plant('damaged JSON')}` },
    { name: `${plant('damaged PDF name')}.pdf`, text: `%PDF-1.7 ${plant('damaged PDF')}` },
    { name: `${plant('damaged ZIP name')}.zip`, text: `PK\u0003\u0004 ${plant('damaged ZIP')}` },
  ];
  for (const file of damaged)
    await send({ route: 'POST /api/collections/{id}/documents', params: { id: collection }, file });
}

function settleJobs({ product }: Walk): Promise<void> {
  return product.context.services.jobs.idle();
}

const search: Carrier = async ({ plant, send, collection }) => {
  const route = 'POST /api/search';
  await send({ route, json: { query: `leave days ${plant('query')}` } });
  await send({ route, json: { query: plant('explained query'), explain: true, collections: [collection] } });
  await send({ route, json: { query: 'x', collections: [plant('collections')], mode: 'text' } });
};

const evaluations: Carrier = async (walk) => {
  const { plant, send, collection: id } = walk;
  const route = 'POST /api/collections/{id}/evaluation-sets';
  const line = JSON.stringify({
    question: plant('question'),
    document: plant('document'),
    sentence: plant('sentence'),
  });
  const added = await send({
    route,
    params: { id },
    file: { name: `${plant('set name')}.jsonl`, text: line },
  });
  await send({
    route,
    params: { id },
    file: { name: 'x.jsonl', text: `{"question": ${plant('damaged line')}` },
  });
  const set = String(added.body.set?.id);
  await send({ route: 'POST /api/collections/{id}/evaluations', params: { id }, json: { set } });
  await send({
    route: 'POST /api/collections/{id}/evaluations',
    params: { id },
    json: { set: plant('set') },
  });
  await settleJobs(walk);
  await send({ route: 'DELETE /api/collections/{id}/evaluation-sets/{set}', params: { id, set } });
};

const threshold: Carrier = async ({ plant, send, collection: id }) => {
  const route = 'PUT /api/collections/{id}/threshold';
  await send({ route, params: { id }, json: { threshold: 0.5, run: plant('run') } });
};

const sources: Carrier = async (walk) => {
  const { plant, send, collection } = walk;
  const settings = { kind: 'folder', path: `/nowhere/${plant('path')}` };
  const credentials = { user: plant('user'), secret: plant('secret') };
  const made = await send({
    route: 'POST /api/sources',
    json: { id: `s-${randomUUID()}`, collection, name: plant('name'), settings, credentials },
  });
  await send({ route: 'POST /api/sources', json: { id: plant('id'), collection, name: 'x', settings } });
  const git = {
    kind: 'git',
    location: `https://git.example/${encodeURIComponent(plant('git path'))}`,
    branch: plant('branch'),
  };
  const sitemap = {
    kind: 'sitemap',
    url: `https://site.example/?q=${encodeURIComponent(plant('query of an address'))}`,
  };
  const web = {
    kind: 'webdav',
    url: `https://${encodeURIComponent(plant('name in an address'))}:x@dav.example/`,
  };
  for (const place of [settings, git, sitemap, web])
    await send({ route: 'POST /api/sources/test', json: { settings: place, credentials } });
  await send({ route: 'POST /api/sources/test', json: { settings, source: plant('source').slice(0, 64) } });
  const id = String(made.body.source?.id);
  await send({ route: 'PATCH /api/sources/{id}', params: { id }, json: { name: plant('new name') } });
  await send({ route: 'POST /api/sources/{id}/runs', params: { id }, json: { confirmRemovals: 0 } });
  await settleJobs(walk);
  await send({ route: 'DELETE /api/sources/{id}', params: { id }, query: { documents: 'remove' } });
  await settleJobs(walk);
};

export const knowledgeCarriers: Readonly<Record<string, Carrier | 'no text'>> = {
  'GET /api/collections': 'no text',
  'POST /api/collections': collections,
  'GET /api/collections/{id}': 'no text',
  'PATCH /api/collections/{id}': collections,
  'DELETE /api/collections/{id}': 'no text',
  'GET /api/collections/{id}/documents': async ({ plant, send, collection: id }) => {
    const query = { search: plant('search') };
    await send({ route: 'GET /api/collections/{id}/documents', params: { id }, query });
  },
  'POST /api/collections/{id}/documents': async (walk) => {
    await documents(walk);
    await maskedDocuments(walk);
  },
  'GET /api/documents/{id}': 'no text',
  'GET /api/documents/{id}/chunks': documents,
  'GET /api/documents/{id}/original': 'no text',
  'PATCH /api/documents/{id}': documents,
  'GET /api/documents/{id}/versions': 'no text',
  'GET /api/documents/{id}/versions/{version}': 'no text',
  'DELETE /api/documents/{id}': 'no text',
  'GET /api/jobs/{id}': 'no text',
  'GET /api/jobs': 'no text',
  'POST /api/jobs/{id}/retry': 'no text',
  'DELETE /api/jobs/{id}': 'no text',
  'GET /api/sources': 'no text',
  'POST /api/sources': sources,
  'POST /api/sources/test': sources,
  'GET /api/sources/{id}': 'no text',
  'PATCH /api/sources/{id}': sources,
  'DELETE /api/sources/{id}': 'no text',
  'POST /api/sources/{id}/runs': 'no text',
  'GET /api/sources/{id}/runs': 'no text',
  'POST /api/search': search,
  'GET /api/collections/{id}/evaluation-sets': 'no text',
  'POST /api/collections/{id}/evaluation-sets': evaluations,
  'DELETE /api/collections/{id}/evaluation-sets/{set}': 'no text',
  'GET /api/collections/{id}/evaluations': 'no text',
  'POST /api/collections/{id}/evaluations': evaluations,
  'GET /api/collections/{id}/evaluations/{run}': 'no text',
  'GET /api/collections/{id}/threshold': 'no text',
  'PUT /api/collections/{id}/threshold': threshold,
};
