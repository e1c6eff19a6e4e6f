import type { Candidate } from './detector.ts';
import { type Tier, tiers } from './entity-type.ts';

/**
 * Makes candidates disjoint by one rule: the longest wins, then the worse tier, then the higher score, then the
 * earlier start and the rule id. A loser that sticks out widens the winner, so that no part of it leaks.
 * Returned in the order of the text.
 */
export function mergeFindings(
  candidates: readonly Candidate[],
  tierOf: (type: string) => Tier,
): readonly Candidate[] {
  const inOrder = candidates.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const merged: Candidate[] = [];
  let cluster: Candidate[] = [];
  let clusterEnd = 0;
  for (const candidate of inOrder) {
    if (cluster.length > 0 && candidate.start >= clusterEnd) {
      merged.push(joinCluster(cluster, clusterEnd, tierOf));
      cluster = [];
    }
    clusterEnd = cluster.length === 0 ? candidate.end : Math.max(clusterEnd, candidate.end);
    cluster.push(candidate);
  }
  if (cluster.length > 0) merged.push(joinCluster(cluster, clusterEnd, tierOf));
  return merged;
}

function joinCluster(cluster: readonly Candidate[], end: number, tierOf: (type: string) => Tier): Candidate {
  const [only] = cluster;
  if (cluster.length === 1 && only !== undefined) return only;
  const winner = cluster.reduce((best, other) => (compare(other, best, tierOf) < 0 ? other : best));
  // Candidates come in the order of their starts.
  return { ...winner, start: cluster[0]?.start ?? winner.start, end };
}

function compare(a: Candidate, b: Candidate, tierOf: (type: string) => Tier): number {
  return (
    b.end - b.start - (a.end - a.start) ||
    tiers.indexOf(tierOf(a.type)) - tiers.indexOf(tierOf(b.type)) ||
    b.score - a.score ||
    a.start - b.start ||
    (a.rule < b.rule ? -1 : 1)
  );
}
