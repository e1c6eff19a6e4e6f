import { z } from 'zod';
import { extensionRequest } from './extension.ts';

/** The default model when absent. */
const model = z.string().min(1).max(256).optional();

/** What every way of asking takes. */
export const askingFields = {
  model,
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  user: z.string().max(512).nullish(),
  intramura: extensionRequest.optional(),
};

export const maxTokens = z.int().min(1).nullish();

/** What completions of both kinds take besides. */
export const completionFields = {
  ...askingFields,
  max_tokens: maxTokens,
  seed: z.int().nullish(),
  stop: z.union([z.string().min(1), z.array(z.string().min(1)).max(4)]).nullish(),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().optional() }).nullish(),
};

export const formatName = z.string().regex(/^[\w-]{1,64}$/);

export const usage = z.object({
  prompt_tokens: z.int(),
  completion_tokens: z.int(),
  total_tokens: z.int(),
});
