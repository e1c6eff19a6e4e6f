/** What a reader of a document should know although it was imported. */
export const fileWarningCodes = [
  'pages-without-text',
  'text-recognised',
  'part-unreadable',
  'instructions',
  'hidden-text',
  'hidden-characters',
  'boilerplate-removed',
] as const;
export type FileWarningCode = (typeof fileWarningCodes)[number];

export interface FileWarning {
  readonly code: FileWarningCode;
  /** How many pages, parts or places it is about. */
  readonly count: number;
  /** In English, with what to do about it where something can be done. Never holds text of the document. */
  readonly message: string;
}
