import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../../errors.ts';

/** Counts requests per key in this process. */
export interface RateLimit {
  /** @throws AppError ERR_RATE_LIMITED with the seconds to wait. */
  take(key: string): Promise<void>;
}

export function createRateLimit(points: number, seconds: number): RateLimit {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return {
    async take(key) {
      try {
        await limiter.consume(key);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const wait = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw new AppError('ERR_RATE_LIMITED', `Too many requests. Try again in ${wait} s.`, {
          status: 429,
          retryAfterSeconds: wait,
        });
      }
    },
  };
}
