import { monitorEventLoopDelay } from 'node:perf_hooks';

const SAMPLE_MS = 50;
const RESOLUTION_MS = 10;
const MIB = 1024 * 1024;

/** What a process costs while something goes on in it. */
export interface ProcessCost {
  /** Resident memory in MiB: at the beginning, at most, and at the end. */
  readonly startMib: number;
  readonly peakMib: number;
  readonly endMib: number;
  /** How late the event loop came, in milliseconds: in the middle, 99th percentile, at most. */
  readonly delayP50: number;
  readonly delayP99: number;
  readonly delayMax: number;
}

/** Watches this process until it is asked for the result. */
export function watchProcess(): () => ProcessCost {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const start = process.memoryUsage.rss();
  let peak = start;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, SAMPLE_MS);
  return () => {
    clearInterval(timer);
    delay.disable();
    return {
      startMib: start / MIB,
      peakMib: peak / MIB,
      endMib: process.memoryUsage.rss() / MIB,
      delayP50: late(delay.percentile(50)),
      delayP99: late(delay.percentile(99)),
      delayMax: late(delay.max),
    };
  };
}

/** Milliseconds beyond the resolution, which every measurement includes. */
function late(nanoseconds: number): number {
  return Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
}
