import type { Finding, MaskFindings } from '../../data/mask-rules.ts';

export type ProfilePreview = Pick<MaskFindings, 'profile' | 'findings'>;

/** One value of the text with what each profile does to it; undefined where it leaves it. */
export interface JoinedFinding {
  readonly finding: Finding;
  readonly operators: readonly (Finding['operator'] | undefined)[];
}

/** What any of the previews found, each place of the text once, in its order. */
export function joinFindings(previews: readonly ProfilePreview[]): readonly JoinedFinding[] {
  const byPlace = previews.map(
    ({ findings }) => new Map(findings.map((finding) => [placeOf(finding), finding])),
  );
  const all = new Map(byPlace.flatMap((places) => [...places]));
  return [...all]
    .map(([place, finding]) => ({
      finding,
      operators: byPlace.map((places) => places.get(place)?.operator),
    }))
    .toSorted((a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end);
}

function placeOf({ start, end, type }: Finding): string {
  return `${start}-${end}-${type}`;
}
