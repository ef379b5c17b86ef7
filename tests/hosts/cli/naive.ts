// A second count of the fixtures, straight from the codings file and the exported texts, written to be obviously right and to share no
// code with the program: no merging of sorted ranges, no sweep, no index of words.

import { readFileSync } from 'node:fs';

type Range = { readonly start: number; readonly end: number };
export type Coding = Range & { readonly interview: string; readonly code: string; readonly coder: string };
export type Interview = {
  readonly name: string;
  readonly group: string;
  readonly text: string;
  readonly turns: readonly Range[];
};

/** The rows of a CSV file by the names in its header. */
export function readTable(file: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  let cell = '';
  let inQuotes = false;
  const source = readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');
  for (let at = 0; at < source.length; at++) {
    const sign = source[at];
    if (inQuotes && sign === '"' && source[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (sign === '"') inQuotes = !inQuotes;
    else if (!inQuotes && (sign === ',' || sign === '\n')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign === '\n') rows.push([]);
    } else cell += sign;
  }
  const [header = [], ...lines] = rows.filter((row) => row.length > 1 || (row[0] ?? '') !== '');
  return lines.map((line) => Object.fromEntries(header.map((name, n) => [name, line[n] ?? ''])));
}

/** The ranges of codes in an interview as people count quotes: two that share a character are one. */
export function quotes(codings: readonly Coding[], interview: string, counts: (code: string) => boolean): Range[] {
  let ranges: Range[] = codings
    .filter((coding) => coding.interview === interview && counts(coding.code))
    .map(({ start, end }) => ({ start, end }));
  for (;;) {
    const pair = firstPair(ranges, share);
    if (!pair) return ranges;
    const [a, b] = pair;
    ranges = [
      ...ranges.filter((range) => range !== a && range !== b),
      { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) },
    ];
  }
}

function firstPair(ranges: readonly Range[], fits: (a: Range, b: Range) => boolean): [Range, Range] | null {
  for (const a of ranges) for (const b of ranges) if (a !== b && fits(a, b)) return [a, b];
  return null;
}

export function share(a: Range, b: Range): boolean {
  for (let at = a.start; at < a.end; at++) if (at >= b.start && at < b.end) return true;
  return false;
}

/** The words that begin in a range: at the first letter or digit of what stands between white space. */
export function wordsIn(text: string, { start, end }: Range): number {
  let count = 0;
  let begun = false;
  for (let at = 0; at < end; at++) {
    const sign = text[at] ?? '';
    if (sign.trim() === '') begun = false;
    else if (!begun && /[\p{L}\p{N}]/u.test(sign)) {
      begun = true;
      if (at >= start) count++;
    }
  }
  return count;
}

export function frequencyOf(
  interviews: readonly Interview[],
  codings: readonly Coding[],
  codes: readonly string[],
  rollup: boolean,
) {
  const groups = [...new Set(interviews.map((interview) => interview.group))];
  return codes.flatMap((code) =>
    groups.map((group) => {
      const members = interviews.filter((interview) => interview.group === group);
      const counts = (own: string) => own === code || (rollup && own.startsWith(`${code} / `));
      const found = members.map((interview) => ({ interview, ranges: quotes(codings, interview.name, counts) }));
      return {
        code,
        group,
        interviews: found.filter(({ ranges }) => ranges.length > 0).length,
        of: members.length,
        quotes: found.reduce((sum, { ranges }) => sum + ranges.length, 0),
        words: found.reduce(
          (sum, { interview, ranges }) => sum + ranges.reduce((all, range) => all + wordsIn(interview.text, range), 0),
          0,
        ),
      };
    }),
  );
}

export function pairsOf(
  interviews: readonly Interview[],
  codings: readonly Coding[],
  codes: readonly string[],
  rule: 'overlap' | 'turn' | 'interview',
) {
  const groups = [...new Set(interviews.map((interview) => interview.group))];
  const ranges = new Map(
    interviews.flatMap((interview) =>
      codes.map((code) => [`${interview.name}|${code}`, quotes(codings, interview.name, (own) => own === code)] as const),
    ),
  );
  const of = (interview: Interview, code: string): Range[] => ranges.get(`${interview.name}|${code}`) ?? [];
  return groups.flatMap((group) => {
    const members = interviews.filter((interview) => interview.group === group);
    return codes.flatMap((a, n) =>
      codes.slice(n + 1).flatMap((b) => {
        const each = members.map((interview) => {
          const [as, bs] = [of(interview, a), of(interview, b)];
          const overlapping = as.flatMap((one) => bs.filter((other) => share(one, other))).length;
          const turns = interview.turns.filter(
            (turn) => as.some((one) => share(one, turn)) && bs.some((other) => share(other, turn)),
          ).length;
          const both = as.length > 0 && bs.length > 0;
          return {
            overlapping,
            both,
            either: as.length > 0 || bs.length > 0,
            quotes: as.length + bs.length,
            together: rule === 'overlap' ? overlapping : rule === 'turn' ? turns : Number(both),
          };
        });
        const sum = (what: (own: (typeof each)[number]) => number): number => each.reduce((total, own) => total + what(own), 0);
        const together = sum((own) => own.together);
        if (together === 0) return [];
        const overlapping = sum((own) => own.overlapping);
        return [
          {
            group,
            a,
            b,
            together,
            interviews: sum((own) => Number(own.together > 0)),
            c: overlapping / (sum((own) => own.quotes) - overlapping),
            jaccardInterviews: sum((own) => Number(own.both)) / sum((own) => Number(own.either)),
          },
        ];
      }),
    );
  });
}
