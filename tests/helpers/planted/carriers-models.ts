import type { Carrier, Walk } from './carriers.ts';
import { completions, responses } from './carriers-openai.ts';

const CHAT = 'POST /v1/chat/completions';
const QUESTION = 'How many days of paid leave do full-time employees receive?';

/** Every message role and content part, and calls and results of tools, as text and as JSON. */
async function chatMessages({ plant, plantCut, send }: Walk): Promise<void> {
  const call = {
    name: 'look_up',
    arguments: JSON.stringify({ note: plant('tool call argument'), list: [1] }),
  };
  const escaped = JSON.stringify({ note: plant('escaped tool result') }).replaceAll(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  await send({
    route: CHAT,
    json: {
      messages: [
        { role: 'system', content: plant('system') },
        { role: 'developer', content: [{ type: 'text', text: plant('developer part') }] },
        { role: 'user', name: plant('name'), content: plant('earlier user') },
        {
          role: 'assistant',
          content: plant('assistant'),
          tool_calls: [{ id: 'c1', type: 'function', function: call }],
        },
        { role: 'tool', tool_call_id: 'c1', content: plant('tool result') },
        { role: 'tool', tool_call_id: 'c1', content: escaped },
        { role: 'assistant', content: null, function_call: { name: 'f', arguments: plant('function call') } },
        { role: 'assistant', refusal: plant('refusal') },
        {
          role: 'user',
          content: [
            { type: 'text', text: QUESTION },
            { type: 'text', text: plant('user part') },
            ...plantCut('cut by parts').map((text) => ({ type: 'text', text })),
          ],
        },
      ],
      intramura: { grounding: 'off' },
      max_tokens: 8,
      user: plant('user field'),
      metadata: { note: plant('metadata') },
    },
  });
}

/** Found in the knowledge, with passages that hold values too. */
async function groundedChat({ plant, send, collection }: Walk): Promise<void> {
  for (const stream of [false, true]) {
    await send({
      route: CHAT,
      json: {
        messages: [{ role: 'user', content: `${plant('grounded question')} ${QUESTION}` }],
        stream,
        intramura: { collections: [collection] },
      },
    });
  }
}

async function chatFields({ plant, send }: Walk): Promise<void> {
  await send({
    route: CHAT,
    json: {
      messages: [{ role: 'user', content: QUESTION }],
      stop: [plant('stop'), plant('second stop')],
      max_tokens: 8,
      intramura: { grounding: 'off' },
      response_format: {
        type: 'json_schema',
        json_schema: {
          name: 'x',
          description: plant('format description'),
          schema: {
            type: 'object',
            title: plant('schema title'),
            properties: {
              [plant('property name')]: { enum: [plant('enumerated value')] },
              b: { const: plant('constant'), description: plant('property description') },
            },
          },
        },
      },
    },
  });
}

/** What is refused must not be repeated. */
async function refusedChat({ plant, send }: Walk): Promise<void> {
  const messages = [{ role: 'user', content: QUESTION }];
  const refused: readonly object[] = [
    { model: plant('model') },
    { intramura: { collections: [plant('collections')] } },
    { intramura: { [plant('extension field')]: 1 } },
    {
      tools: [
        { type: 'function', function: { name: plant('tool name'), description: plant('tool description') } },
      ],
    },
    { tool_choice: { type: 'function', function: { name: plant('tool choice') } } },
    { functions: [{ name: plant('function') }] },
    { logit_bias: { [plant('logit bias')]: 1 } },
    { prediction: { type: 'content', content: plant('prediction') } },
    { response_format: { type: plant('format') } },
    {
      response_format: {
        type: 'json_schema',
        json_schema: {
          name: 'x',
          schema: {
            type: 'object',
            properties: { [plant('refused property')]: { pattern: 'x', type: 'string' } },
          },
        },
      },
    },
    { messages: [{ role: plant('role'), content: 'x' }] },
    { messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: plant('image') } }] }] },
  ];
  for (const fields of refused)
    await send({
      route: CHAT,
      json: { messages, intramura: { grounding: 'off' }, max_tokens: 4, ...fields },
    });
}

const embeddings: Carrier = async ({ plant, send }) => {
  const route = 'POST /v1/embeddings';
  const model = 'starter-embedder';
  await send({ route, json: { model, input: plant('input') } });
  await send({
    route,
    json: { model, input: [plant('first input'), plant('second input')], user: plant('user') },
  });
  await send({ route, json: { model: plant('model'), input: 'x' } });
};

const rerank: Carrier = async ({ plant, send }) => {
  const route = 'POST /v1/rerank';
  const documents = [plant('document'), { text: plant('document object') }];
  await send({ route, json: { query: plant('query'), documents, return_documents: true } });
  await send({ route, json: { model: plant('model'), query: 'x', documents: ['x'] } });
};

export const modelCarriers: Readonly<Record<string, Carrier | 'no text'>> = {
  [CHAT]: async (walk) => {
    await chatMessages(walk);
    await groundedChat(walk);
    await chatFields(walk);
    await refusedChat(walk);
  },
  'POST /v1/completions': completions,
  'POST /v1/responses': responses,
  'POST /v1/embeddings': embeddings,
  'POST /v1/rerank': rerank,
  'GET /v1/models': 'no text',
  'GET /v1/models/{id}': 'no text',
  'GET /api/models': 'no text',
  'POST /api/models/{id}/load': 'no text',
  'POST /api/models/{id}/unload': 'no text',
  'POST /api/models/{id}/verify': 'no text',
  'POST /api/models/{id}/measure': 'no text',
};
