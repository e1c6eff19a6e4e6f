import type { z } from 'zod';
import type { FinishReason, Restored, Usage } from '../../domain/exchange.ts';
import type { ToolCall } from '../../domain/message.ts';
import { readToolAnswer } from '../../domain/tool.ts';
import type { ErrorReply } from '../error-body.ts';
import type { FunctionTool, ResponseRequest } from '../schemas/response-request.ts';
import type { functionCall, outputMessage, response } from '../schemas/response.ts';
import { presentExtension } from './chat-completion.ts';

export type Response = z.input<typeof response>;
export type OutputMessage = z.input<typeof outputMessage>;
export type FunctionCall = z.input<typeof functionCall>;

/** What every state of one response repeats. */
export interface ResponseHead {
  readonly id: string;
  /** Unix time in seconds. */
  readonly createdAt: number;
  readonly model: string;
  readonly request: ResponseRequest;
  /** Whether the model was offered tools, so that its answer is JSON (`readToolAnswer`). */
  readonly offersTools: boolean;
}

/** A response on which the model is still at work. */
export function presentBegun(head: ResponseHead): Response {
  return { ...presentHead(head), status: 'in_progress', completed_at: null, output: [] };
}

/** @param completedAt Unix time in seconds */
export function presentEnded(head: ResponseHead, restored: Restored, completedAt: number): Response {
  const status = presentStatus(restored.finish);
  return {
    ...presentHead(head),
    model: restored.model,
    status,
    completed_at: status === 'completed' ? completedAt : null,
    incomplete_details: status === 'completed' ? null : { reason: 'max_output_tokens' },
    output: outputOf(head, restored),
    usage: presentUsage(restored.usage),
    intramura: presentExtension(restored),
  };
}

export function presentFailed(head: ResponseHead, { status, body }: ErrorReply): Response {
  const { error } = body;
  return {
    ...presentBegun(head),
    status: 'failed',
    error: { code: failureCode(status), message: error.message },
  };
}

/** A call, a message, or nothing where a call was cut off. */
export function outputOf(head: ResponseHead, { answer, finish }: Restored): (OutputMessage | FunctionCall)[] {
  const status = presentStatus(finish);
  if (!head.offersTools) return [presentMessage(head, answer, status)];
  const said = readToolAnswer(answer);
  if (said === undefined) return [];
  return [
    said.kind === 'call' ? presentCall(head, said, 'completed') : presentMessage(head, said.text, status),
  ];
}

/** The one call of a response. */
export function presentCall(
  { id }: ResponseHead,
  { name, input }: ToolCall,
  status: FunctionCall['status'],
): FunctionCall {
  return {
    id: id.replace('resp', 'fc'),
    type: 'function_call',
    call_id: id.replace('resp', 'call'),
    name,
    arguments: input,
    status,
  };
}

/** The one message of a response. */
export function presentMessage(
  head: ResponseHead,
  text: string,
  status: OutputMessage['status'],
): OutputMessage {
  return {
    id: head.id.replace('resp', 'msg'),
    type: 'message',
    role: 'assistant',
    status,
    content: status === 'in_progress' ? [] : [presentText(text)],
  };
}

export function presentText(text: string): OutputMessage['content'][number] {
  return { type: 'output_text', text, annotations: [], logprobs: [] };
}

/** A caller that went away gets no answer, so `aborted` never reaches one; it counts as cut off. */
export function presentStatus(finish: FinishReason): 'completed' | 'incomplete' {
  return finish === 'stop' ? 'completed' : 'incomplete';
}

type Head = Omit<Response, 'status' | 'completed_at' | 'output' | 'usage'>;

function presentHead({ id, createdAt, model, request }: ResponseHead): Head {
  return {
    id,
    object: 'response',
    created_at: createdAt,
    background: false,
    error: null,
    incomplete_details: null,
    instructions: request.instructions ?? null,
    max_output_tokens: request.max_output_tokens ?? null,
    max_tool_calls: null,
    model,
    parallel_tool_calls: request.parallel_tool_calls ?? true,
    previous_response_id: null,
    reasoning: { effort: null, summary: null },
    store: false,
    temperature: request.temperature ?? 0,
    text: { format: request.text?.format ?? { type: 'text' }, verbosity: 'medium' },
    tool_choice: request.tool_choice ?? 'auto',
    tools: (request.tools ?? []).map(presentTool),
    top_logprobs: 0,
    top_p: request.top_p ?? 1,
    truncation: 'disabled',
    frequency_penalty: 0,
    presence_penalty: 0,
    service_tier: 'default',
    safety_identifier: null,
    prompt_cache_key: null,
    metadata: request.metadata ?? {},
  };
}

function presentTool({
  type,
  name,
  description,
  parameters,
  strict,
}: FunctionTool): Response['tools'][number] {
  return {
    type,
    name,
    description: description ?? null,
    parameters: parameters ?? null,
    strict: strict ?? true,
  };
}

function presentUsage({ promptTokens, completionTokens }: Usage): NonNullable<Response['usage']> {
  return {
    input_tokens: promptTokens,
    input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
    output_tokens: completionTokens,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: promptTokens + completionTokens,
  };
}

/** The closest of the codes that OpenAI's description allows here. */
function failureCode(status: number): NonNullable<Response['error']>['code'] {
  if (status === 429) return 'rate_limit_exceeded';
  return status < 500 ? 'invalid_prompt' : 'server_error';
}
