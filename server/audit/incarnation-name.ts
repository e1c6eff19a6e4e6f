/**
 * Logs of one installation, one after the other: `NAME`, then `NAME/2`, `NAME/3`. The name of an installation may itself have
 * a part of digits; a number of an incarnation has at most six.
 */
const shape = /^(.+?)(?:\/([1-9]\d{0,5}))?$/;

/** 1 for the first. */
export function incarnationOf(origin: string): number {
  return Number(shape.exec(origin)?.[2] ?? 1);
}

export function nextIncarnation(origin: string): string {
  return `${shape.exec(origin)?.[1] ?? origin}/${incarnationOf(origin) + 1}`;
}
