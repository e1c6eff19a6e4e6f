/** What can be wrong with a file, told apart by the reason the server gives; the page says it in its own language. */
const reasons = {
  empty: /is empty/,
  noText: /holds no text/,
  scan: /no text layer|Text in pictures|more pictures than/,
  locked: /locked with a password/,
  tooLarge: /bytes; at most|more than the allowed size|characters; at most|pages; at most|files; at most/,
  encoding: /neither UTF-8/,
  binary: /binary data/,
  misnamed: /its content is not/,
  oldFormat:
    /Old (?:Word|Excel|PowerPoint) files|Rich text|Binary workbooks|older Office programs|Outlook messages/,
  picture: /kind of picture/,
  archive: /kind of archive|packed in a way/,
  nested: /nested more than/,
  unsupported: /not supported|are not read|is a program/,
  tooSlow: /took longer|more memory|broke its parser/,
  damaged: /damaged|cannot be opened|is no JSON|XML entities/,
} as const;

export type FileProblem = keyof typeof reasons;

/** undefined for a reason that this page does not know. */
export function fileProblemOf(reason: string): FileProblem | undefined {
  for (const [problem, pattern] of Object.entries(reasons)) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.entries forgets that the keys are these
    if (pattern.test(reason)) return problem as FileProblem;
  }
  return undefined;
}
