import type { Carrier, Walk } from './carriers.ts';

const QUESTION = 'How many days of paid leave do full-time employees receive?';

async function startConversation({ plant, send }: Walk): Promise<string> {
  const { body } = await send({ route: 'POST /api/conversations', json: { question: plant('question') } });
  return body.id;
}

/** A conversation with a file, two turns, another title and an opinion. */
const conversation: Carrier = async (walk) => {
  const { plant, send, collection } = walk;
  const id = await startConversation(walk);
  await send({
    route: 'POST /api/conversations/{id}/files',
    params: { id },
    file: {
      name: `${plant('file name')}.md`,
      text: `# ${plant('heading')}\n\nPaid leave: ${plant('file text')}\n`,
    },
  });
  const turns = 'POST /api/conversations/{id}/turns';
  await send({
    route: turns,
    params: { id },
    json: { question: `${QUESTION} ${plant('question')}`, collections: [collection] },
  });
  const second = await send({
    route: turns,
    params: { id },
    json: { question: `And paid leave? ${plant('next question')}`, grounding: 'off' },
  });
  const turn = /"turn":"(turn_\w+)"/.exec(second.text)?.[1] ?? 'missing';
  await send({ route: turns, params: { id }, json: { question: 'x', model: plant('model') } });
  await send({
    route: turns,
    params: { id },
    json: { question: 'x', replaces: plant('replaced turn').slice(0, 64) },
  });
  await send({ route: turns, params: { id }, json: { question: 'x', [plant('unknown field')]: 1 } });
  await send({
    route: 'PUT /api/conversations/{id}/turns/{turn}/feedback',
    params: { id, turn },
    json: { rating: 'down', reasons: [], comment: plant('comment') },
  });
  await send({ route: 'PATCH /api/conversations/{id}', params: { id }, json: { title: plant('title') } });
};

const searchConversations: Carrier = async ({ plant, send }) => {
  await send({ route: 'POST /api/conversations/search', json: { query: plant('query') } });
};

/** Written by one, approved by another, then asked by its own words. */
const faq: Carrier = async ({ plant, send, product, collection }) => {
  const route = 'POST /api/faq';
  const [, second] = product.people;
  const question = `What is the fee of ${plant('question')}?`;
  const contents = {
    question,
    paraphrases: [`Which fee is due for ${plant('paraphrase')}?`],
    answer: `Ten. ${plant('answer')}`,
    languages: ['en', 'zh'],
    owner: plant('owner'),
    readers: [],
    sources: [],
    expiresAt: '2099-01-01T00:00:00Z',
  };
  const { body } = await send({ route, json: { ...contents, collection } });
  await send({ route, json: { ...contents, collection: plant('collection') } });
  const id = String(body.entry?.id);
  const edited = await send({
    route: 'PUT /api/faq/{id}/draft',
    params: { id },
    json: { ...contents, answer: `Eleven. ${plant('answer')}` },
  });
  await send({ route: 'POST /api/faq/{id}/submit', params: { id } });
  await send({
    route: 'POST /api/faq/{id}/return',
    params: { id },
    json: { note: plant('note') },
    as: second,
  });
  await send({ route: 'POST /api/faq/{id}/submit', params: { id } });
  const digest = edited.body.entry?.draft?.digest;
  await send({ route: 'POST /api/faq/{id}/approve', params: { id }, json: { digest }, as: second });
  await send({
    route: 'POST /v1/chat/completions',
    json: { messages: [{ role: 'user', content: question }] },
  });
};

const tryFaq: Carrier = async ({ plant, send }) => {
  await send({
    route: 'POST /api/faq/try',
    json: { question: plant('question'), wordings: [plant('wording')], entry: plant('entry').slice(0, 128) },
  });
};

/** A question that nothing answers becomes a gap, and somebody writes its answer. */
const gap: Carrier = async ({ plant, send, product, collection }) => {
  await send({
    route: 'POST /v1/chat/completions',
    json: {
      messages: [{ role: 'user', content: `Who repairs the lift of ${plant('gap')}?` }],
      intramura: { collections: [collection] },
    },
  });
  await product.context.services.gaps.settled();
  const { body } = await send({ route: 'GET /api/gaps', query: { limit: '1' } });
  await send({
    route: 'POST /api/gaps/{id}/answer',
    params: { id: String(body.gaps?.[0]?.id) },
    json: {
      collection,
      question: plant('question'),
      paraphrases: [plant('paraphrase')],
      answer: plant('answer'),
      languages: ['en'],
      owner: plant('owner'),
      readers: [],
      sources: [plant('source').slice(0, 128)],
      expiresAt: '2099-01-01T00:00:00Z',
    },
  });
};

export const deskCarriers: Readonly<Record<string, Carrier | 'no text'>> = {
  'GET /api/conversations': 'no text',
  'POST /api/conversations': conversation,
  'POST /api/conversations/search': searchConversations,
  'GET /api/conversations/choices': 'no text',
  'GET /api/conversations/{id}': 'no text',
  'PATCH /api/conversations/{id}': conversation,
  'DELETE /api/conversations/{id}': 'no text',
  'POST /api/conversations/{id}/turns': conversation,
  'PUT /api/conversations/{id}/turns/{turn}/feedback': conversation,
  'DELETE /api/conversations/{id}/turns/{turn}/feedback': 'no text',
  'GET /api/conversations/{id}/files': 'no text',
  'POST /api/conversations/{id}/files': conversation,
  'DELETE /api/conversations/{id}/files/{file}': 'no text',
  'GET /api/faq': 'no text',
  'POST /api/faq': faq,
  'POST /api/faq/try': tryFaq,
  'GET /api/faq/{id}': 'no text',
  'PUT /api/faq/{id}/draft': faq,
  'DELETE /api/faq/{id}/draft': 'no text',
  'POST /api/faq/{id}/submit': 'no text',
  'POST /api/faq/{id}/approve': 'no text',
  'POST /api/faq/{id}/return': faq,
  'POST /api/faq/{id}/retire': 'no text',
  'GET /api/gaps': 'no text',
  'GET /api/gaps/{id}': 'no text',
  'POST /api/gaps/{id}/answer': gap,
  'POST /api/gaps/{id}/dismiss': 'no text',
  'POST /api/gaps/{id}/reopen': 'no text',
};
