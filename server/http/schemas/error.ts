import { z } from 'zod';

export const apiError = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      requestId: z.string(),
      param: z.string().optional(),
    }),
  })
  .meta({ id: 'ApiError', description: 'An error of the routes under /api.' });

export const openaiError = z
  .object({
    error: z.object({
      message: z.string(),
      type: z.string(),
      param: z.string().nullable(),
      code: z.string().nullable(),
    }),
  })
  .meta({ id: 'OpenAIError', description: 'An error of the routes under /v1, in OpenAI’s shape.' });
