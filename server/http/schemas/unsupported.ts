import { z } from 'zod';

/** Parameters that change the answer and that this server does not carry out: refused, never ignored in silence. */
export const unsupported = z.null('is not supported by this server').optional();

export const onlyZero = z.literal(0, 'is not supported by this server: leave it out or send 0').nullish();

export const onlyFalse = z.literal(false, 'is not supported by this server').nullish();

export const onlyOne = z.literal(1, 'must be 1').nullish();
