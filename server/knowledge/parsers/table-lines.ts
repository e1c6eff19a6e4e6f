/**
 * A table as lines that can be quoted alone: `Row name: Column: value; Column: value`. The first row names the
 * columns; a table with a single row is given as it is.
 */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const [header, ...body] = rows.filter((row) => row.some((cell) => cell !== ''));
  if (header === undefined) return [];
  if (body.length === 0) return [header.filter((cell) => cell !== '').join('; ')];
  return body.map((row) => rowLine(header, row));
}

function rowLine(header: readonly string[], row: readonly string[]): string {
  const [name = '', ...values] = row;
  if (values.length === 0) return labelled(header[0] ?? '', name);
  const cells = values.map((value, at) => (value === '' ? '' : labelled(header[at + 1] ?? '', value)));
  return [labelled(header[0] ?? '', name), ...cells].filter((cell) => cell !== '').join('; ');
}

function labelled(label: string, value: string): string {
  return label === '' || value === '' ? value : `${label}: ${value}`;
}
