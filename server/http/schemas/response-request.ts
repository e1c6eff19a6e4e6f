import { z } from 'zod';
import { askingFields, formatName, maxTokens } from './asking.ts';
import { onlyFalse, onlyZero, unsupported } from './unsupported.ts';

const part = z.discriminatedUnion('type', [
  z.object({ type: z.literal('input_text'), text: z.string() }),
  z.object({ type: z.literal('output_text'), text: z.string() }),
  z.object({ type: z.literal('refusal'), refusal: z.string() }),
]);

export type ResponsePart = z.output<typeof part>;

const content = z.union([z.string(), z.array(part).min(1)]);

/** Ids and states of earlier items are read and not used. */
const item = z.union([
  z.object({
    type: z.literal('message').optional(),
    role: z.enum(['system', 'developer', 'user', 'assistant']),
    content,
  }),
  z.object({
    type: z.literal('function_call'),
    call_id: z.string().max(256).nullish(),
    name: z.string().min(1).max(256),
    arguments: z.string(),
  }),
  z.object({
    type: z.literal('function_call_output'),
    call_id: z.string().max(256).nullish(),
    output: content,
  }),
]);

export type ResponseItem = z.output<typeof item>;

const input = z.union(
  [z.string().min(1), z.array(item).min(1).max(1024)],
  'must be a text, or a list of messages with parts of text, of function_call and of function_call_output; pictures, files, references to items, reasoning and calls of hosted tools are not supported by this server',
);

export const textFormat = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text') }),
  z.object({ type: z.literal('json_object') }),
  z.object({
    type: z.literal('json_schema'),
    name: formatName,
    description: z.string().optional(),
    schema: z.record(z.string(), z.unknown()),
    strict: z.boolean().nullish(),
  }),
]);

/** OpenAI's limits; sent back with the response, not used and not kept. */
const MOST_METADATA = 16;
const metadata = z
  .record(z.string().max(64), z.string().max(512))
  .refine(
    (given) => Object.keys(given).length <= MOST_METADATA,
    `must have at most ${MOST_METADATA} entries`,
  );

/** JSON Schema of the parameters; none when it is left out. */
const parameters = z.record(z.string(), z.unknown()).nullish();

const functionTool = z.object({
  type: z.literal('function', 'must be function: hosted tools are not supported by this server'),
  name: z.string().regex(/^[\w-]{1,128}$/),
  description: z.string().nullish(),
  parameters,
  strict: z.boolean().nullish(),
});

export type FunctionTool = z.output<typeof functionTool>;

export const toolChoice = z.union(
  [
    z.enum(['none', 'auto', 'required']),
    z.object({ type: z.literal('function'), name: z.string().max(128) }),
  ],
  'must be none, auto, required, or one function; others are not supported by this server',
);

const stateless = 'this server keeps no responses: send the earlier items again in `input`, and leave it out';

interface ToolFields {
  readonly tools?: readonly FunctionTool[] | null | undefined;
  readonly tool_choice?: z.output<typeof toolChoice> | null | undefined;
  readonly text?: { readonly format?: { readonly type: string } | null | undefined } | null | undefined;
}

/** What of the fields about tools does not go together: the field and what is wrong with it. */
function* objectionsTo({ tools, tool_choice: choice, text }: ToolFields): Generator<[string, string]> {
  const names = (tools ?? []).map(({ name }) => name);
  if (new Set(names).size < names.length) yield ['tools', 'must have different names'];
  if (choice === 'required' && names.length === 0)
    yield ['tool_choice', 'must not be required without tools'];
  if (typeof choice === 'object' && choice !== null && !names.includes(choice.name))
    yield ['tool_choice', 'must name one of the tools'];
  const hasFormat = (text?.format?.type ?? 'text') !== 'text';
  if (hasFormat && names.length > 0 && choice !== 'none')
    yield ['text.format', 'must be text where tools are offered'];
}

/** The subset of OpenAI's CreateResponse that this server carries out. */
export const responseRequest = z
  .object({
    ...askingFields,
    input,
    instructions: z.string().nullish(),
    max_output_tokens: maxTokens,
    text: z
      .object({
        format: textFormat.nullish(),
        verbosity: z.literal('medium', 'is not supported by this server').nullish(),
      })
      .nullish(),
    tools: z.array(functionTool).max(128).nullish(),
    tool_choice: toolChoice.nullish(),
    parallel_tool_calls: z
      .boolean()
      .nullish()
      .meta({ description: 'A response has at most one call, whatever this says.' }),
    stream: z.boolean().nullish(),
    metadata: metadata.nullish(),
    store: z.literal(false, 'must be false: this server keeps no responses').nullish(),
    previous_response_id: z.null(stateless).optional(),
    conversation: z.null(stateless).optional(),
    background: onlyFalse,
    truncation: z.literal('disabled', 'is not supported by this server').nullish(),
    top_logprobs: onlyZero,
    include: z
      .array(z.literal('reasoning.encrypted_content', 'is not supported by this server'))
      .nullish()
      .meta({ description: 'The models here have no reasoning, so nothing is added.' }),
    reasoning: z
      .object({
        effort: z.literal('none', 'is not supported by this server').nullish(),
        summary: unsupported,
      })
      .nullish(),
    prompt: unsupported,
    max_tool_calls: unsupported,
    moderation: unsupported,
    context_management: unsupported,
  })
  .superRefine((request, context) => {
    for (const [param, message] of objectionsTo(request))
      context.addIssue({ code: 'custom', path: param.split('.'), message });
  })
  .meta({
    id: 'ResponseRequest',
    description: 'A request for a response in OpenAI’s shape. Nothing is kept from one to the next.',
    examples: [{ input: 'How many days of holiday do full-time staff get each year?' }],
  });

export type ResponseRequest = z.output<typeof responseRequest>;
