// The theme report as a file: safe, well-formed, in two languages, and with no other numbers than those it was given.

import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import type { ReportData, ReportLanguage } from '../../../src/domain/report.ts';
import { readCsv } from '../../../src/formats/csv.ts';
import { REPORT_CSS, reportFiles, reportStyleHash, themeReport } from '../../../src/formats/report.ts';
import { HOSTILE, reportData } from './data.ts';

const languages: readonly ReportLanguage[] = ['nl', 'en'];

function open(data: ReportData): Document {
  return new JSDOM(themeReport(data).html).window.document;
}

function texts(root: ParentNode, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map((element) => element.textContent ?? '');
}

/** The cells of a row without their small print, as numbers: `9 van 14` gives 9 and 14. */
function numbersIn(row: Element): number[] {
  const cells = [...row.querySelectorAll('td')].map((cell) => cell.cloneNode(true) as Element);
  for (const cell of cells) for (const small of cell.querySelectorAll('small')) small.remove();
  return cells.flatMap((cell) => (cell.textContent ?? '').match(/\d[\d.,]*/g) ?? []).map(readNumber);
}

function readNumber(text: string): number {
  return Number(
    /,\d{2}$/.test(text) ? text.replace('.', '').replace(',', '.') : /\.\d{2}$/.test(text) ? text : text.replace(/[.,]/g, ''),
  );
}

describe.each(languages)('the report in %s', (language) => {
  const data = reportData(language);
  const { html, css } = themeReport(data);
  const page = new JSDOM(html).window.document;

  test('is the same file as always', async () => {
    await expect(html.replaceAll('><', '>\n<')).toMatchFileSnapshot(`golden/${language}.html`);
    for (const file of reportFiles(data)) await expect(file.content).toMatchFileSnapshot(`golden/${language}-${file.name}`);
  });

  test('closes what it opens, and a browser adds nothing to it', () => {
    const open: string[] = [];
    let elements = 0;
    const isVoid = /^(?:meta|br|col|img|hr)$/;
    const body = html.replace(/<style>[\s\S]*?<\/style>/, '<style></style>').replace('<!doctype html>', '');
    for (const [, slash, tag] of body.matchAll(/<(\/?)([a-zA-Z][\w-]*)(?:\s+[\w:-]+(?:="[^"<>]*")?)*>/g)) {
      if (slash) expect(open.pop()).toBe(tag);
      else if (++elements && !isVoid.test(tag!)) open.push(tag!);
    }
    expect(open).toEqual([]);
    expect(page.querySelectorAll('*').length).toBe(elements);
  });

  test('runs nothing and asks for nothing from elsewhere', () => {
    expect(page.querySelectorAll('script, iframe, object, embed, link, base, form, img').length).toBe(0);
    const attributes = [...page.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
    expect(attributes.filter(({ name }) => name.startsWith('on') || name === 'style')).toEqual([]);
    for (const { name, value } of attributes) if (/href|src/.test(name)) expect(value).toMatch(/^#/);
    expect(css).not.toMatch(/url\(|@import|https?:/);
  });

  test('has a policy that allows its own style element and nothing else', () => {
    const styles = texts(page, 'style');
    expect(styles).toEqual([REPORT_CSS]);
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    expect(policy).toBe(`default-src 'none'; style-src '${reportStyleHash()}'; img-src data:`);
  });

  test('names its language, its title and every page', () => {
    expect(page.documentElement.lang).toBe(language);
    expect(page.title).toContain(data.title);
    expect(page.querySelector('h1')?.textContent).toBe(data.title);
    const ids = [...page.querySelectorAll('article')].map((article) => article.id);
    expect(ids).toEqual([
      'in-short',
      'frequency',
      'together',
      'theme-1',
      'theme-2',
      'theme-3',
      'theme-4',
      'theme-5',
      'absent',
      'made',
    ]);
    const links = [...page.querySelectorAll('nav a')].map((link) => link.getAttribute('href')?.slice(1));
    expect(links).toEqual(ids.slice(1));
  });

  test('keeps what people said as text', () => {
    const said = texts(page, 'blockquote q');
    for (const words of HOSTILE) expect(said).toContain(words);
    expect(page.querySelector('blockquote')?.getAttribute('dir')).toBe('auto');
  });

  test('gives themes from often to seldom, each with its counts', () => {
    const order = data.themes
      .map(({ path, label }) => ({ label, n: data.frequency.all.rows.find((row) => row.code === path)!.interviews }))
      .filter(({ n }) => n > 0)
      .sort((a, b) => b.n - a.n);
    expect(texts(page, 'header.theme h2')).toEqual(order.map(({ label }) => label));
    expect(texts(page, '#absent dt')).toEqual(data.themes.slice(-1).map(({ label }) => label));
  });

  test('prints in every frequency table what analysis counted', () => {
    const tables = [...page.querySelectorAll('#frequency table')];
    const columns = [undefined, ...data.groups];
    const rows = tables.flatMap((table) => [...table.querySelectorAll('tbody tr')]);
    for (const row of rows.slice(0, 5)) {
      const label = row.querySelector('th')!.textContent;
      const { path } = data.themes.find((theme) => theme.label === label)!;
      const printed = rows.filter((other) => other.querySelector('th')!.textContent === label).flatMap(numbersIn);
      const counted = columns.flatMap((group) => {
        const found = group === undefined ? data.frequency.all : data.frequency.groups;
        const { interviews, of } = found.rows.find((r) => r.code === path && (group === undefined || r.group === group))!;
        return [interviews, of];
      });
      expect(printed).toEqual(counted);
    }
  });

  test('draws in the frequency chart what analysis counted', () => {
    const { rows } = data.frequency.groups;
    const marks = [...page.querySelectorAll('#frequency svg [data-code]')].filter(
      (mark) => mark.getAttribute('data-group') !== '*',
    );
    expect(marks.length).toBe(5 * data.groups.length);
    for (const mark of marks) {
      const row = rows.find((r) => r.code === mark.getAttribute('data-code') && r.group === mark.getAttribute('data-group'))!;
      const spoken = (mark.getAttribute('aria-label') ?? '').split(':').at(-1)!;
      expect((spoken.match(/\d+/g) ?? []).map(Number)).toEqual([row.interviews, row.of]);
    }
  });

  test('gives the pairs as analysis did, with c and Jaccard under their own names', () => {
    const { pairs, interviews } = data.cooccurrence.all;
    const strongest = pairs.toSorted((a, b) => b.interviews - a.interviews);
    const printed = [...page.querySelectorAll('.pairs tbody tr')].map(numbersIn);
    const round = (value: number) => Math.round(value * 100) / 100;
    expect(printed).toEqual(strongest.map((p) => [p.together, p.interviews, interviews, round(p.c), round(p.jaccardInterviews)]));
    expect(pairs.some((pair) => pair.c > 1)).toBe(true);
    expect(texts(page, '.pairs small').length).toBe(pairs.filter((pair) => pair.c > 1).length);
  });

  test('says where a theme rests on one voice, and where it did not occur', () => {
    const father = [...page.querySelectorAll('article')].find(
      (article) => article.querySelector('h2')?.textContent === data.themes[4]!.label,
    )!;
    expect(father.querySelectorAll('.voice').length).toBe(1);
    expect(page.querySelectorAll('.voice').length).toBe(1);
    expect(father.textContent).toContain('Den Haag · studenten, Rotterdam');
  });

  test('has the same numbers in its tables and in its files', () => {
    const [frequencies, pairs, quotes] = reportFiles(data).map(({ content }, at) => readCsv(content, [at === 1 ? 'a' : 'code']));
    const columns = 1 + data.groups.length;
    const paths = data.themes.flatMap((theme) => [theme.path, ...theme.codes.map((code) => code.path)]);
    expect(frequencies!.length).toBe(paths.length * columns);
    const counted = paths.flatMap((path) => [
      data.frequency.all.rows.find((row) => row.code === path)!,
      ...data.groups.map((group) => data.frequency.groups.rows.find((row) => row.code === path && row.group === group)!),
    ]);
    expect(frequencies!.map((row) => Object.values(row.others).slice(1).map(Number))).toEqual(
      counted.map(({ interviews, of, quotes, words }) => [interviews, of, quotes, words]),
    );
    expect(pairs!.length).toBe([data.cooccurrence.all, ...data.cooccurrence.groups].flatMap((group) => group.pairs).length);
    const first = Object.values(pairs![0]!.others)
      .slice(3)
      .map((cell) => Number(cell.replace(',', '.')));
    const { together, interviews, c, jaccardInterviews } = data.cooccurrence.all.pairs[0]!;
    expect(first).toEqual([together, interviews, c, jaccardInterviews]);
    expect(quotes!.map((row) => Object.values(row.others)[1])).toEqual(
      data.themes.flatMap((theme) => theme.quotes.map((q) => q.text)),
    );
  });
});

test('both languages have the same pages and the same numbers', () => {
  const [dutch, english] = languages.map((language) => open(reportData(language)));
  const shape = (page: Document) => [...page.querySelectorAll('article *:not(svg *)')].map((element) => element.tagName);
  expect(shape(english!)).toEqual(shape(dutch!));
  const numbers = (page: Document) => [...page.querySelectorAll('tbody tr')].map(numbersIn);
  expect(numbers(english!)).toEqual(numbers(dutch!));
});

test('every number in its own sentences comes from the data', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 100, max: 900 }), { minLength: 3, maxLength: 3 }), ([quotes, codings, shared]) => {
      const base = reportData('nl');
      const data = reportData('nl', {
        basis: { ...base.basis, quotes: quotes!, codings: codings! },
        cooccurrence: {
          ...base.cooccurrence,
          all: { ...base.cooccurrence.all, pairs: base.cooccurrence.all.pairs.map((pair) => ({ ...pair, interviews: shared! })) },
        },
      });
      const page = open(data);
      expect(page.querySelector('#in-short .basis + p')?.textContent).toContain(
        `${quotes} citaten, gemaakt uit ${codings} coderingen`,
      );
      expect(page.querySelector('.lead p')?.textContent).toContain(`in ${shared} interviews`);
    }),
    { numRuns: 10 },
  );
});

test('says how many interviews count in which nothing has been coded yet', () => {
  const { frequency } = reportData('nl');
  const sum = (uncoded: number) =>
    open(
      reportData('nl', {
        frequency: { ...frequency, all: { ...frequency.all, uncoded: [{ group: '', interviews: uncoded }] } },
      }),
    ).querySelector('#in-short .basis + p')?.textContent;
  const of = frequency.all.basis.interviews;
  expect(sum(2)).toContain(`In 2 van ${of} interviews is nog niets gecodeerd; die tellen wel mee`);
  expect(sum(0)).not.toContain('nog niets gecodeerd');
});

test('writes no percentage', () => {
  for (const language of languages) expect(open(reportData(language)).body.textContent).not.toMatch(/\d\s*%/);
});

test('a report of nothing is a report that says so', () => {
  const empty = { basis: { interviews: 0, quotes: 0 }, rows: [], uncoded: [] };
  const page = open(
    reportData('nl', {
      title: '',
      groups: [],
      basis: { sets: [], interviews: 0, quotes: 0, codings: 0, coders: [] },
      frequency: { all: empty, groups: empty },
      cooccurrence: { rule: 'turn', all: { group: '', interviews: 0, pairs: [] }, groups: [] },
      themes: [],
    }),
  );
  expect([...page.querySelectorAll('article')].map((article) => article.id)).toEqual([
    'in-short',
    'frequency',
    'together',
    'made',
  ]);
  expect(page.querySelector('.lead p')?.textContent).toBe('Er is in deze interviews nog niets gecodeerd.');
  expect(page.body.textContent).not.toMatch(/undefined|NaN|\[object/);
});

test('groups that share interviews, a group without a name and hidden groups are told', () => {
  const base = reportData('nl');
  const groups = base.cooccurrence.groups.map((group, at) => ({ ...group, group: at === 0 ? '' : group.group, interviews: 14 }));
  const page = open(
    reportData('nl', {
      by: 'rol',
      groups: groups.map((group) => group.group),
      cooccurrence: { ...base.cooccurrence, groups },
      hidden: { groups: 2, below: 3 },
    }),
  );
  expect(page.querySelector('#frequency')?.textContent).toContain('telt in elke groep mee');
  expect(page.querySelector('#together')?.textContent).toContain('niet ingevuld');
  expect(page.querySelector('#in-short .note')?.textContent).toBe(
    '2 groepen met minder dan 3 mensen zijn weggelaten, zodat niemand te herkennen is.',
  );
});
