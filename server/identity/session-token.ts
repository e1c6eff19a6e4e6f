import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Clock } from '../util/clock.ts';

/** What a session token says, once its signature and times have been checked. */
export interface SessionClaims {
  /** Session id: 256 random bits, base64url. */
  readonly sid: string;
  /** User id. */
  readonly sub: string;
}

export interface SessionTokens {
  /** A compact JWS (RFC 7515) with HS256. */
  sign(claims: SessionClaims, expiresAt: Date): Promise<string>;
  /** Undefined for anything that this server did not sign, or whose time is over. */
  verify(token: string): Promise<SessionClaims | undefined>;
}

const ISSUER = 'intramura';
const AUDIENCE = 'intramura-session';
/** Hostile input: far above what we issue, far below what costs time. */
const MAX_LENGTH = 2048;

const claimsSchema = z.object({ sid: z.string().length(43), sub: z.string().min(1) });

/** @param key 32 bytes */
export function createSessionTokens(key: Uint8Array, clock: Clock): SessionTokens {
  if (key.length !== 32) throw new RangeError(`A session key has 32 bytes, not ${key.length}.`);
  return {
    sign({ sid, sub }, expiresAt) {
      return new SignJWT({ sid })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setSubject(sub)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(clock.now())
        .setExpirationTime(expiresAt)
        .sign(key);
    },
    async verify(token) {
      if (token.length > MAX_LENGTH) return undefined;
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          issuer: ISSUER,
          audience: AUDIENCE,
          typ: 'JWT',
          requiredClaims: ['exp', 'iat', 'sub', 'sid'],
          currentDate: clock.now(),
        });
        return claimsSchema.safeParse(payload).data;
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
  };
}
