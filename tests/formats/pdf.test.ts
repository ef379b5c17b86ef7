// PDF: hard line ends joined, paragraphs found again, what is no transcript left out and counted, and nothing in it run.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../src/formats/transcript.ts';
import { makePdf, type PlacedLine, pdfWithPages } from '../helpers/pdf.ts';
import { turnsIn } from '../helpers/turns.ts';

const LONG =
  'Nou, ik slaap slecht. Al weken. We doen het om en om maar dat lukt niet altijd omdat hij vroeg moet beginnen, en dan lig ik daar te luisteren of ze huilt, of niet.';

const read = (bytes: Uint8Array) => readTranscript({ name: 'a.pdf', bytes });
/** Lines below each other from the top, one step apart. */
const column = (texts: readonly string[], y = 780): PlacedLine[] => texts.map((text, n) => ({ text, y: y - 15 * n }));
/** A line as wide as the page, of one word again and again, between a beginning and an end. */
const full = (word: string, begin = '', end = ''): string => {
  const times = Math.floor((74 - begin.length - end.length) / (word.length + 1));
  return [begin, ...Array(times).fill(word), end].filter((part) => part !== '').join(' ');
};

describe('a printed talk', () => {
  it('has its line ends joined, also over the end of a page', async () => {
    const talk = Array.from({ length: 30 }, (_, n) => [`Interviewer: Vraag ${n}?`, `Moeder: ${n} ${LONG}`]).flat();
    const bytes = makePdf(talk);
    expect(await turnsIn(bytes)).toEqual(talk.map((line) => line.replace(/^(\w+): /, '$1|')));
    expect(await read(bytes)).toMatchObject({ format: 'pdf', left: [], comments: [] });
  });

  it('keeps every letter and sign', async () => {
    expect(
      await turnsIn(makePdf(['I: Hoe gaat het?', 'V: Financiële zorgen, één kind – “ja” … € 5', 'I: Ja', 'V: Nee'])),
    ).toEqual(['I|Hoe gaat het?', 'V|Financiële zorgen, één kind – “ja” … € 5', 'I|Ja', 'V|Nee']);
  });

  it('has its times', async () => {
    const talk = ['[00:00:12] M: Ja.', '[00:00:15] I: O?', '[00:01:00] M: Toch.', '[00:01:02] I: Goed.'];
    expect(await turnsIn(makePdf(talk))).toEqual(['M@12000|Ja.', 'I@15000|O?', 'M@60000|Toch.', 'I@62000|Goed.']);
  });

  it('whatever is said in it, comes back with the same words in the same order', async () => {
    const word = fc.constantFrom('ja', 'één', 'slaap-waak', 'nee,', 'en', 'dus.', '14:30', 'kraamverzorgster', '(lacht)');
    const said = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 4, maxLength: 30 }), async (all) => {
        const talk = all.map((text, n) => `${n % 2 ? 'Moeder' : 'Interviewer'}: zo ${text}`);
        expect(await turnsIn(makePdf(talk))).toEqual(talk.map((line) => line.replace(': ', '|')));
      }),
      { numRuns: 20 },
    );
  });
});

describe('paragraphs', () => {
  it('end where the first word of the next line would have fitted', async () => {
    const lines = column([full('ja'), 'einde.', full('nee'), full('toch')]);
    expect(await turnsIn(pdfWithPages([lines]))).toEqual([`-|${full('ja')} einde.`, `-|${full('nee')} ${full('toch')}`]);
  });

  it('end where there is room below them', async () => {
    const lines = [...column([full('ja'), full('ja')]), ...column([full('nee')], 720)];
    expect(await turnsIn(pdfWithPages([lines]))).toEqual([`-|${full('ja')} ${full('ja')}`, `-|${full('nee')}`]);
  });

  it('a word cut in two is whole again when it stands whole elsewhere; another hyphen stays', async () => {
    const lines = column([
      full('zo', '', 'zwanger-'),
      full('zo', 'schap', 'moeder-'),
      full('zo', 'en kindzorg', 'sociaal-'),
      full('zo', 'emotioneel en zwangerschap'),
    ]);
    const [said = ''] = await turnsIn(pdfWithPages([lines]));
    expect(said).toContain('zo zwangerschap zo');
    expect(said).toContain('zo moeder- en kindzorg zo');
    expect(said).toContain('zo sociaal-emotioneel en zwangerschap zo');
  });
});

describe('what is not said in it', () => {
  const page = (n: number): PlacedLine[] => [
    { text: 'Project Kraamtijd, vertrouwelijk', y: 820 },
    ...column([full(['ja', 'nee', 'soms', 'nooit'][n - 1] ?? '', `Zin ${n}`), `${n} keer ${'zo '.repeat(n)}klaar.`]),
    { text: `Pagina ${n} van 4`, y: 30 },
  ];

  it('page numbers, headers and footers are left out, and counted', async () => {
    const { transcript, left } = await read(pdfWithPages([1, 2, 3, 4].map(page)));
    expect(transcript.text).not.toMatch(/Pagina|vertrouwelijk/);
    expect(transcript.text.match(/Zin \d/g)).toEqual(['Zin 1', 'Zin 2', 'Zin 3', 'Zin 4']);
    expect(left).toEqual([{ kind: 'furniture', count: 8 }]);
  });

  it('turns that are the same at the same height on every page stay', async () => {
    const talk = Array.from({ length: 80 }, (_, n) => [`I: Vraag ${n}?`, `V: Antwoord ${n}.`]).flat();
    const { transcript, left } = await read(makePdf(talk));
    expect([transcript.turns.length, left]).toEqual([160, []]);
  });

  it('a number that is said stays', async () => {
    expect(await turnsIn(makePdf(['I: Hoeveel?', 'V: 3', 'I: En nu?', 'V: 4']))).toEqual([
      'I|Hoeveel?',
      'V|3',
      'I|En nu?',
      'V|4',
    ]);
    expect(await turnsIn(pdfWithPages([[{ text: '12', y: 700 }]]))).toEqual(['-|12']);
  });

  it('pages that are pictures are counted; nothing but pictures is refused in words', async () => {
    expect((await read(pdfWithPages([column(['Ja hoor.']), [], []]))).left).toEqual([{ kind: 'blank', count: 2 }]);
    await expect(read(pdfWithPages([[], []]))).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/scanner.*OCR/),
    });
  });
});

describe('a PDF that means harm, or is broken,', () => {
  const good = makePdf(['I: Hoe gaat het?', 'V: Goed hoor.', 'I: Ja?', 'V: Ja.']);
  const text = Buffer.from(good).toString('latin1');

  it('runs no script and opens no link', async () => {
    const asked: unknown[] = [];
    const before = globalThis.fetch;
    globalThis.fetch = async (url) => {
      asked.push(url);
      throw new Error('no network');
    };
    try {
      const bytes = pdfWithPages(
        [column(['Ja hoor.'])],
        [
          '<< /S /JavaScript /JS (globalThis.ran = true; app.launchURL\\("https://example.org"\\)) >>',
          '<< /S /URI /URI (javascript:alert\\(1\\)) >>',
        ],
        '/OpenAction 10000 0 R /AA << /WC 10001 0 R >>',
      );
      expect(await turnsIn(bytes)).toEqual(['-|Ja hoor.']);
    } finally {
      globalThis.fetch = before;
    }
    expect(asked).toEqual([]);
    expect('ran' in globalThis).toBe(false);
  });

  it.each([
    ['cut off in its head', text.slice(0, 60)],
    ['without pages', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>'],
    [
      'whose pages hold themselves',
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 1 >>\nendobj\ntrailer << /Root 1 0 R >>',
    ],
    [
      'with a password',
      text.replace('/Root 1 0 R', '/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O <00> /U <00> /P -4 >> /ID [<00><00>]'),
    ],
    ['of more pages than anybody reads', Buffer.from(pdfWithPages(Array(2001).fill([]))).toString('latin1')],
  ])('%s is refused', async (_what, content) => {
    await expect(read(Buffer.from(content, 'latin1'))).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/^The file/),
    });
  });

  it('cut off or changed anywhere is read or refused', async () => {
    const junk = fc.constantFrom('', '<<', '>>', 'stream\n', 'endobj', '9 0 R', '/Kids', '-1', '\0', '['.repeat(50));
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), junk, fc.nat(30), fc.boolean(), async (at, what, length, cut) => {
        const bytes = Buffer.from(cut ? text.slice(0, at) : text.slice(0, at) + what + text.slice(at + length), 'latin1');
        const answer = await read(bytes).catch((error: unknown) => error);
        if (answer instanceof Error) expect(answer).toMatchObject({ code: 'refused' });
      }),
      { numRuns: 100 },
    );
  });
});
