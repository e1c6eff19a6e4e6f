import type { Clock } from '../util/clock.ts';

/** The clock was moved: the time it should have shown, and the time it showed. RFC 3339, UTC. */
export interface ClockJump {
  readonly before: string;
  readonly after: string;
}

/** Notices that somebody, or a suspended machine, has moved the clock. */
export interface ClockWatch {
  /** The jump since the last look, once; undefined when there was none, or the clock cannot be watched. */
  take(): ClockJump | undefined;
  /** Gives a jump back that could not be recorded. */
  restore(jump: ClockJump | undefined): void;
}

/** Clocks that are kept by NTP are slewed, and drift by less in a minute. */
const TOLERANCE_MS = 2_000;

/** @param lastSeen a time that was recorded before: a clock that is behind it has gone back meanwhile */
export function createClockWatch(clock: Clock, lastSeen?: Date): ClockWatch {
  let held = jumpBetween(lastSeen?.getTime(), clock.now().getTime(), 'back');
  let last = look(clock);
  return {
    take() {
      const now = look(clock);
      const expected = last.elapsed === undefined ? undefined : last.wall + (now.elapsed ?? 0) - last.elapsed;
      const jump = held ?? jumpBetween(expected, now.wall, 'either way');
      held = undefined;
      last = now;
      return jump;
    },
    restore(jump) {
      held ??= jump;
    },
  };
}

function look(clock: Clock): { readonly wall: number; readonly elapsed: number | undefined } {
  return { wall: clock.now().getTime(), elapsed: clock.elapsed?.() };
}

function jumpBetween(
  before: number | undefined,
  after: number,
  way: 'back' | 'either way',
): ClockJump | undefined {
  if (before === undefined) return undefined;
  const moved = way === 'back' ? before - after : Math.abs(after - before);
  if (moved <= TOLERANCE_MS) return undefined;
  return { before: new Date(before).toISOString(), after: new Date(after).toISOString() };
}
