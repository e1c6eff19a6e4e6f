/** Whether `text`, which has been parsed to `value`, is RFC 8785 text. @throws RangeError when it is nested too deeply */
export function isCanonical(text: string, value: unknown): boolean {
  // Members in order and text as JSON.stringify writes it is RFC 8785 for all but members that look like numbers.
  if (isSorted(value) && JSON.stringify(value) === text) return true;
  return canonicalText(value) === text;
}

/** Whether the members of every object stand in the order of RFC 8785. */
export function isSorted(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isSorted);
  if (!isObject(value)) return true;
  let before = '';
  for (const name of Object.keys(value)) {
    if (name < before || !isSorted(value[name])) return false;
    before = name;
  }
  return true;
}

/** RFC 8785 text of a parsed JSON value: members by UTF-16 code units, text and numbers as ECMAScript writes them. */
function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => `${JSON.stringify(name)}:${canonicalText(value[name])}`);
  return `{${members.join(',')}}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
