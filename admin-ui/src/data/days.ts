/** `YYYY-MM-DD` of a moment in the person's zone; Swedish writes dates so. */
export function dayOf(moment: Date): string {
  return moment.toLocaleDateString('sv-SE');
}

/** The first moment of a day in the person's zone. */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00`);
}

/** The last moment of a day in the person's zone. */
export function endOfDay(day: string): Date {
  return new Date(`${day}T23:59:59.999`);
}

const DAY_MS = 86_400_000;

/** The first moment after a day in the person's zone: days have 23 hours where the clock is put forward, and 25 where it is put back. */
export function startOfNextDay(day: string): Date {
  const noonTomorrow = new Date(startOfDay(day).getTime() + 1.5 * DAY_MS);
  return startOfDay(dayOf(noonTomorrow));
}
