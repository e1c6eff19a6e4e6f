import { z } from 'zod';
import { extensionResponse } from './extension.ts';
import { textFormat, toolChoice } from './response-request.ts';

const itemStatus = z.enum(['in_progress', 'completed', 'incomplete']);

/** Clients expect the list; there is never anything in it. */
const noneOf = z.array(z.unknown()).max(0);

export const outputText = z.object({
  type: z.literal('output_text'),
  text: z.string(),
  annotations: noneOf,
  logprobs: noneOf,
});

export const outputMessage = z.object({
  id: z.string(),
  type: z.literal('message'),
  role: z.literal('assistant'),
  status: itemStatus,
  content: z.array(outputText),
});

export const functionCall = z.object({
  id: z.string(),
  type: z.literal('function_call'),
  call_id: z.string(),
  name: z.string(),
  arguments: z.string().meta({ description: 'JSON.' }),
  status: itemStatus,
});

/** As it was sent, with what OpenAI puts where something was left out. */
const offeredTool = z.object({
  type: z.literal('function'),
  name: z.string(),
  description: z.string().nullable(),
  parameters: z.record(z.string(), z.unknown()).nullable(),
  strict: z.boolean(),
});

export const responseStatuses = ['in_progress', 'completed', 'incomplete', 'failed'] as const;

const usage = z.object({
  input_tokens: z.int(),
  input_tokens_details: z.object({ cached_tokens: z.int(), cache_write_tokens: z.int() }),
  output_tokens: z.int(),
  output_tokens_details: z.object({ reasoning_tokens: z.int() }),
  total_tokens: z.int(),
});

export const response = z
  .object({
    id: z.string(),
    object: z.literal('response'),
    created_at: z.int(),
    completed_at: z.int().nullable(),
    status: z.enum(responseStatuses),
    background: z.literal(false),
    error: z
      .object({
        code: z.enum(['server_error', 'rate_limit_exceeded', 'invalid_prompt']),
        message: z.string(),
      })
      .nullable(),
    incomplete_details: z.object({ reason: z.literal('max_output_tokens') }).nullable(),
    instructions: z.string().nullable(),
    max_output_tokens: z.int().nullable(),
    max_tool_calls: z.null(),
    model: z.string(),
    output: z.array(z.discriminatedUnion('type', [outputMessage, functionCall])),
    parallel_tool_calls: z.boolean(),
    previous_response_id: z.null(),
    reasoning: z.object({ effort: z.null(), summary: z.null() }),
    store: z.literal(false),
    temperature: z.number(),
    text: z.object({ format: textFormat, verbosity: z.literal('medium') }),
    tool_choice: toolChoice,
    tools: z.array(offeredTool),
    top_logprobs: z.literal(0),
    top_p: z.number(),
    truncation: z.literal('disabled'),
    frequency_penalty: z.literal(0),
    presence_penalty: z.literal(0),
    service_tier: z.literal('default'),
    safety_identifier: z.null(),
    prompt_cache_key: z.null(),
    metadata: z.record(z.string(), z.string()),
    usage: usage.optional(),
    intramura: extensionResponse.optional(),
  })
  .meta({
    id: 'Response',
    description:
      'A response in OpenAI’s shape, with our extension once it has ended. What the request said is sent back as it was.',
  });
