// Which interviews belong to which group. An interview with several values counts in each of its groups.

import type { InterviewRow } from '../domain/analysis.ts';

/** The interviews of each group, in the order of the groups; groups without interviews are there too. */
export function interviewsByGroup(interviews: readonly InterviewRow[], groups: readonly string[]): InterviewRow[][] {
  return groups.map((group) => interviewsIn(interviews, group));
}

/** The interviews of one group; of all of them when `group` is null. */
export function interviewsIn(interviews: readonly InterviewRow[], group: string | null): InterviewRow[] {
  return interviews.filter((interview) => group === null || interview.groups.includes(group));
}
