import { z } from 'zod';
import { completionFields, usage } from './asking.ts';
import { extensionResponse } from './extension.ts';
import { onlyFalse, onlyOne, onlyZero, unsupported } from './unsupported.ts';

/** Each prompt is an exchange of its own, one after the other. */
const MAX_PROMPTS = 16;

const text = z.string().min(1);

const prompt = z.union(
  [text, z.array(text).min(1).max(MAX_PROMPTS)],
  `must be a text or up to ${MAX_PROMPTS} texts; token ids are not supported by this server`,
);

/** The subset of OpenAI's CreateCompletionRequest that this server carries out. */
export const completionRequest = z
  .object({
    ...completionFields,
    prompt,
    n: onlyOne,
    best_of: onlyOne,
    echo: onlyFalse,
    suffix: unsupported,
    logprobs: unsupported,
    logit_bias: unsupported,
    frequency_penalty: onlyZero,
    presence_penalty: onlyZero,
  })
  .refine(({ stream, prompt: given }) => stream !== true || typeof given === 'string' || given.length === 1, {
    path: ['prompt'],
    message: 'must be one text when the answer is streamed',
  })
  .meta({
    id: 'CompletionRequest',
    description: 'A completion request in OpenAI’s older shape. Each prompt is answered as a question.',
    examples: [{ prompt: 'How many days of holiday do full-time staff get each year?' }],
  });

export type CompletionRequest = z.output<typeof completionRequest>;

const choice = z.object({
  index: z.int(),
  text: z.string(),
  logprobs: z.null(),
  finish_reason: z.enum(['stop', 'length']),
});

const common = {
  id: z.string(),
  object: z.literal('text_completion'),
  created: z.int(),
  model: z.string(),
};

export const completion = z
  .object({
    ...common,
    choices: z.array(
      choice.extend({
        intramura: extensionResponse.optional().meta({ description: 'With several prompts: of this one.' }),
      }),
    ),
    usage,
    intramura: extensionResponse.optional().meta({ description: 'With one prompt.' }),
  })
  .meta({ id: 'Completion', description: 'A completion in OpenAI’s shape, with our extension.' });

export const completionChunk = z
  .object({
    ...common,
    choices: z.array(choice.extend({ finish_reason: z.enum(['stop', 'length']).nullable() })),
    usage: usage.nullish(),
    intramura: extensionResponse.optional(),
  })
  .meta({ id: 'CompletionChunk', description: 'One event of a streamed completion.' });
