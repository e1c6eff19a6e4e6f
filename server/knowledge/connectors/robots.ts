/** One line of a group that speaks to us. */
interface RobotsRule {
  readonly allow: boolean;
  readonly pattern: string;
}

/** Whether a path with its query may be read. */
export type RobotsCheck = (path: string) => boolean;

/**
 * Reads robots.txt (RFC 9309): the group that names `agent`, else that of `*`; the longest pattern decides, and allow
 * wins between equals.
 */
export function parseRobots(text: string, agent: string): RobotsCheck {
  const groups = readGroups(text);
  const named = groups.filter(({ agents }) => agents.includes(agent.toLowerCase()));
  const chosen = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'));
  const rules = chosen.flatMap((group) => group.rules);
  return (path) => {
    const fitting = rules.filter(({ pattern }) => fits(pattern, path));
    const longest = Math.max(...fitting.map(({ pattern }) => pattern.length), -1);
    const deciding = fitting.filter(({ pattern }) => pattern.length === longest);
    return deciding.length === 0 || deciding.some(({ allow }) => allow);
  };
}

function readGroups(text: string): { agents: string[]; rules: RobotsRule[] }[] {
  const groups: { agents: string[]; rules: RobotsRule[] }[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, field = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*?)\s*(?:#.*)?$/i.exec(line) ?? [];
    const current = groups.at(-1);
    const name = field.toLowerCase();
    if (name === 'user-agent') {
      if (current === undefined || current.rules.length > 0)
        groups.push({ agents: [value.toLowerCase()], rules: [] });
      else current.agents.push(value.toLowerCase());
    } else if ((name === 'allow' || name === 'disallow') && value !== '') {
      current?.rules.push({ allow: name === 'allow', pattern: value });
    }
  }
  return groups;
}

/** `*` is any run of characters, `$` at the end is the end. Piece by piece, so that no pattern is slow. */
function fits(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const [first = '', ...rest] = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [index, piece] of rest.entries()) {
    const last = anchored && index === rest.length - 1;
    const found = last ? path.length - piece.length : path.indexOf(piece, at);
    if (found < at || !path.startsWith(piece, found)) return false;
    at = found + piece.length;
  }
  return !anchored || at === path.length;
}
