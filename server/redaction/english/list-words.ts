/** The words of a table that is written as one string. */
export function listWords(table: string): readonly string[] {
  return table.split(/\s+/).filter((word) => word !== '');
}
