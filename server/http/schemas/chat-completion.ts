import { z } from 'zod';
import { completionFields, formatName, maxTokens, usage } from './asking.ts';
import { extensionResponse } from './extension.ts';
import { onlyFalse, onlyOne, onlyZero, unsupported } from './unsupported.ts';

const textPart = z.object({ type: z.literal('text'), text: z.string() });

const content = z.union([z.string(), z.array(textPart).min(1)]);

const called = z.object({ name: z.string().min(1).max(256), arguments: z.string() });

/**
 * Earlier turns may tell of tools that the caller ran: calls and results are masked and go to the model as text. Who
 * speaks (`name`) and which call a result belongs to are read and not used.
 */
const message = z.object({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
  content: content.nullish(),
  refusal: z.string().nullish(),
  tool_calls: z
    .array(z.object({ type: z.literal('function', 'is not supported by this server'), function: called }))
    .max(128)
    .nullish(),
  function_call: called.nullish(),
  tool_call_id: z.string().max(256).nullish(),
  name: z.string().max(256).nullish(),
  audio: z.null('is not supported by this server').optional(),
});

const responseFormat = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text') }),
  z.object({ type: z.literal('json_object') }),
  z.object({
    type: z.literal('json_schema'),
    json_schema: z.object({
      name: formatName,
      description: z.string().optional(),
      schema: z.record(z.string(), z.unknown()),
      strict: z.boolean().nullish(),
    }),
  }),
]);

/** Says what every answer here does: it calls no tool. */
const noTools = z.enum(['none', 'auto'], 'is not supported by this server').nullish();

/** The subset of OpenAI's CreateChatCompletionRequest that this server carries out. */
export const chatCompletionRequest = z
  .object({
    ...completionFields,
    messages: z.array(message).min(1).max(1024),
    max_completion_tokens: maxTokens,
    n: onlyOne,
    response_format: responseFormat.nullish(),
    frequency_penalty: onlyZero,
    presence_penalty: onlyZero,
    logit_bias: unsupported,
    logprobs: onlyFalse,
    tools: z.array(z.unknown()).max(0, 'are not supported by this server').nullish(),
    tool_choice: noTools,
    functions: unsupported,
    function_call: noTools,
    top_logprobs: onlyZero,
    modalities: z.array(z.literal('text', 'other than text are not supported by this server')).nullish(),
    prediction: unsupported,
    reasoning_effort: z.literal('none', 'is not supported by this server').nullish(),
    verbosity: z.literal('medium', 'is not supported by this server').nullish(),
    web_search_options: unsupported,
    audio: unsupported,
  })
  .meta({
    id: 'ChatCompletionRequest',
    description: 'A chat completion request in OpenAI’s shape.',
    examples: [
      { messages: [{ role: 'user', content: 'How many days of holiday do full-time staff get each year?' }] },
    ],
  });

export type ChatCompletionRequest = z.output<typeof chatCompletionRequest>;

export const chatCompletion = z
  .object({
    id: z.string(),
    object: z.literal('chat.completion'),
    created: z.int(),
    model: z.string(),
    choices: z.array(
      z.object({
        index: z.literal(0),
        message: z.object({ role: z.literal('assistant'), content: z.string(), refusal: z.null() }),
        logprobs: z.null(),
        finish_reason: z.enum(['stop', 'length']),
      }),
    ),
    usage,
    intramura: extensionResponse,
  })
  .meta({ id: 'ChatCompletion', description: 'A chat completion in OpenAI’s shape, with our extension.' });

export const chatCompletionChunk = z
  .object({
    id: z.string(),
    object: z.literal('chat.completion.chunk'),
    created: z.int(),
    model: z.string(),
    choices: z.array(
      z.object({
        index: z.literal(0),
        delta: z.object({ role: z.literal('assistant').optional(), content: z.string().optional() }),
        logprobs: z.null(),
        finish_reason: z.enum(['stop', 'length']).nullable(),
      }),
    ),
    usage: usage.nullish(),
    intramura: extensionResponse.optional(),
  })
  .meta({ id: 'ChatCompletionChunk', description: 'One event of a streamed chat completion.' });
