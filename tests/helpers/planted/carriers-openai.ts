import type { Carrier, Walk } from './carriers.ts';

const COMPLETIONS = 'POST /v1/completions';
const RESPONSES = 'POST /v1/responses';
const QUESTION = 'How many days of paid leave do full-time employees receive?';

/** Prompts and stop sequences, and what is refused. */
export const completions: Carrier = async ({ plant, send, collection }) => {
  const intramura = { collections: [collection] };
  for (const stream of [false, true])
    await send({ route: COMPLETIONS, json: { prompt: `${plant('prompt')} ${QUESTION}`, stream, intramura } });
  const short = { max_tokens: 4, intramura: { grounding: 'off' } };
  const several = [plant('first prompt'), plant('second prompt')];
  await send({
    route: COMPLETIONS,
    json: { ...short, prompt: several, stop: [plant('stop')], user: plant('user'), seed: 13_728_194_605 },
  });
  const refused: readonly object[] = [
    { suffix: plant('suffix') },
    { logit_bias: { [plant('logit bias')]: 1 } },
    { model: plant('model') },
    { intramura: { collections: [plant('collections')] } },
    { prompt: [[plant('nested prompt')]] },
  ];
  for (const fields of refused)
    await send({ route: COMPLETIONS, json: { prompt: 'x', ...short, ...fields } });
};

/** Every kind of item and part, with instructions and what is sent back. */
async function items({ plant, plantCut, send }: Walk): Promise<void> {
  const earlier = [
    { role: 'developer', content: [{ type: 'input_text', text: plant('developer part') }] },
    { type: 'message', role: 'user', content: plant('earlier user') },
    {
      type: 'message',
      id: 'msg_1',
      status: 'completed',
      role: 'assistant',
      content: [
        { type: 'output_text', text: plant('output text'), annotations: [] },
        { type: 'refusal', refusal: plant('refusal') },
      ],
    },
    {
      type: 'function_call',
      call_id: 'c1',
      name: 'look_up',
      arguments: JSON.stringify({ note: plant('function call argument') }),
    },
    {
      type: 'function_call_output',
      call_id: 'c1',
      output: JSON.stringify({ note: plant('function output') }),
    },
    {
      type: 'function_call_output',
      call_id: 'c1',
      output: [{ type: 'input_text', text: plant('function output part') }],
    },
  ];
  const cut = plantCut('cut by parts').map((text) => ({ type: 'input_text', text }));
  for (const stream of [false, true]) {
    await send({
      route: RESPONSES,
      json: {
        instructions: plant('instructions'),
        input: [...earlier, { role: 'user', content: [{ type: 'input_text', text: QUESTION }, ...cut] }],
        intramura: { grounding: 'off' },
        max_output_tokens: 8,
        stream,
        metadata: { note: plant('metadata') },
        user: plant('user'),
        safety_identifier: plant('safety identifier'),
        prompt_cache_key: plant('cache key'),
      },
    });
  }
}

async function groundedAndFormatted({ plant, send, collection }: Walk): Promise<void> {
  for (const stream of [false, true]) {
    const input = `${plant('grounded question')} ${QUESTION}`;
    await send({ route: RESPONSES, json: { input, stream, intramura: { collections: [collection] } } });
  }
  const properties = {
    [plant('property name')]: { enum: [plant('enumerated value')] },
    b: { const: plant('constant'), description: plant('property description') },
  };
  const schema = { type: 'object', title: plant('schema title'), properties };
  const format = { type: 'json_schema', name: 'x', description: plant('format description'), schema };
  await send({ route: RESPONSES, json: { input: QUESTION, max_output_tokens: 8, text: { format } } });
}

const tool = { type: 'function', name: 'look_up' };

async function tools({ plant, send }: Walk): Promise<void> {
  const properties = {
    [plant('parameter name')]: {
      enum: [plant('enumerated parameter')],
      description: plant('parameter description'),
    },
    b: { type: 'string', default: plant('default of a parameter') },
  };
  const offered = {
    ...tool,
    description: plant('tool description'),
    parameters: {
      type: 'object',
      title: plant('parameters title'),
      properties,
      $defs: { [plant('definition')]: { const: plant('constant definition') } },
    },
  };
  for (const tool_choice of ['auto', 'required', { type: 'function', name: 'look_up' }])
    await send({
      route: RESPONSES,
      json: { input: plant('question with tools'), max_output_tokens: 8, tools: [offered], tool_choice },
    });
}

/** What is refused must not be repeated. */
async function refusedItems({ plant, send }: Walk): Promise<void> {
  const part = (type: string, rest: object): object => ({
    input: [{ role: 'user', content: [{ type, ...rest }] }],
  });
  const refused: readonly object[] = [
    { previous_response_id: plant('previous response') },
    { conversation: plant('conversation') },
    { prompt: { id: plant('prompt template') } },
    { tools: [{ type: plant('hosted tool') }] },
    { tools: [{ type: 'function', name: plant('tool name') }] },
    { tools: [tool, { ...tool, description: plant('description of a tool of the same name') }] },
    { tool_choice: { type: 'function', name: plant('tool choice') } },
    { include: [plant('include')] },
    { text: { format: { type: plant('format') } } },
    { metadata: { [plant('metadata key').repeat(5)]: 'x' } },
    { input: [{ type: plant('item type') }] },
    { input: [{ type: 'item_reference', id: plant('reference') }] },
    part('input_image', { image_url: plant('image') }),
    part('input_file', { file_data: plant('file'), filename: plant('file name') }),
  ];
  for (const json of refused)
    await send({
      route: RESPONSES,
      json: { input: 'x', intramura: { grounding: 'off' }, max_output_tokens: 4, ...json },
    });
}

export const responses: Carrier = async (walk) => {
  await items(walk);
  await groundedAndFormatted(walk);
  await tools(walk);
  await refusedItems(walk);
};
