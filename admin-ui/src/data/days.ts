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
