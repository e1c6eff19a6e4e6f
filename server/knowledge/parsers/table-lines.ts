/**
 * A table as lines that can be quoted alone: `Row name: Column: value; Column: value`. The first row names the
 * columns; a table with a single row is given as it is.
 */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const [header, ...body] = rows.filter((row) => row.some((cell) => cell !== ''));
  if (header === undefined) return [];
  if (body.length === 0) return [header.filter((cell) => cell !== '').join('; ')];
  return body.map((row) => tableRowLine(header, row));
}

/** One row with the names of its columns, which are missing where `header` is shorter. */
export function tableRowLine(header: readonly string[], row: readonly string[]): string {
  return row
    .map((value, at) => labelled(header[at] ?? '', value))
    .filter((cell) => cell !== '')
    .join('; ');
}

function labelled(label: string, value: string): string {
  return label === '' || value === '' ? value : `${label}: ${value}`;
}
