/** Where a page of a list that is ordered by time ended: the next one begins after this row. */
export interface TimeCursor {
  /** RFC 3339, of the time that the list is ordered by. */
  readonly at: string;
  /** Tells rows of the same time apart. */
  readonly id: string;
}
