import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Principal } from '../domain/principal.ts';
import type { Permission } from '../policy/permissions.ts';
import { parsePart } from './parse-part.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** `openai`: error bodies of OpenAI's shape. `api`: ours. */
export type ErrorStyle = 'openai' | 'api';

declare module 'express-serve-static-core' {
  interface Locals {
    errorStyle?: ErrorStyle;
  }
}

/** Which limit the body is held to: JSON of the configured size, a file upload, or no body at all. */
export type BodyKind = 'none' | 'json' | 'upload';

/** For routes that take or give nothing at that place. */
export const nothing = z.object({});

export interface RouteInput<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly principal: Principal;
  readonly requestId: string;
  /** Fires when the caller goes away. */
  readonly signal: AbortSignal;
  readonly request: Request;
  readonly response: Response;
}

/** A handler that wrote the response itself (a stream, a file) returns this. */
export const alreadySent = Symbol('already sent');

/** What every route says of itself. */
interface RouteHead {
  readonly method: Method;
  /** OpenAPI form: `/api/jobs/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /** What the caller must be permitted to do; `public` is written out. */
  readonly permission: Permission;
  readonly errors: ErrorStyle;
  readonly bodyKind: BodyKind;
  readonly status: number;
}

interface RouteSpec<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> extends RouteHead {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly response: R;
  /** Media type of the response; JSON when absent. */
  readonly produces?: string;
  readonly handler: (
    input: RouteInput<z.output<P>, z.output<Q>, z.output<B>>,
  ) => Promise<z.input<R> | typeof alreadySent>;
}

/** A route with its types folded away, so that routes of all kinds stand in one list. */
export interface Route extends RouteHead {
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType;
  readonly response: z.ZodType;
  readonly produces: string;
  /** Parses the parts of the request and runs the handler. @throws AppError ERR_REQUEST_INVALID */
  run(parts: RequestParts, context: RequestContext): Promise<unknown>;
}

export interface RequestParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

export type RequestContext = Omit<RouteInput<never, never, never>, 'params' | 'query' | 'body'>;

/** Declares a route. Permission, request and response are required: leaving one out does not compile. */
export function defineRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(spec: RouteSpec<P, Q, B, R>): Route {
  return {
    ...spec,
    produces: spec.produces ?? 'application/json',
    run: (parts, context) =>
      spec.handler({
        ...context,
        params: parsePart(spec.params, parts.params),
        query: parsePart(spec.query, parts.query),
        body: parsePart(spec.body, parts.body),
      }),
  };
}
