// Comments beside the text of a Word or OpenDocument file: each comes along with the words it was about, whatever is taken out of the text
// around them, and changes that were tracked count as accepted.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../src/formats/transcript.ts';
import {
  commentEnd,
  commentStart,
  commentsPart,
  deleted,
  docxWithBody,
  inserted,
  paragraph,
  run,
  table,
} from '../helpers/docx.ts';
import { odtParagraph, odtWithBody } from '../helpers/odt.ts';

const read = async (bytes: Uint8Array | Promise<Uint8Array>) => readTranscript({ name: 'a', bytes: await bytes });

/** Each comment as `words it is on|what it says`. */
async function commentsIn(bytes: Uint8Array | Promise<Uint8Array>): Promise<string[]> {
  const { transcript, comments } = await read(bytes);
  return comments.map(({ range, text }) => `${range ? transcript.text.slice(range.start, range.end) : '-'}|${text}`);
}

const end = [paragraph(run('Interviewer: Ja?')), paragraph(run('Moeder: Ja.')), paragraph(run('Interviewer: Goed.'))].join('');

describe('in a Word file', () => {
  const one = (...content: string[]) =>
    docxWithBody(paragraph(...content) + end, [commentsPart([{ id: '7', text: 'Navragen.' }])]);

  it.each([
    ['words', [run('Moeder: Ik '), commentStart('7'), run('slaap slecht'), commentEnd('7'), run('. Al weken.')], 'slaap slecht'],
    [
      'words over runs',
      [run('Moeder: '), commentStart('7'), run('Ik '), run('slaap'), commentEnd('7'), run(' slecht.')],
      'Ik slaap',
    ],
    ['a label too', [commentStart('7'), run('Moeder: Ik slaap'), commentEnd('7'), run(' slecht.')], 'Ik slaap'],
    [
      'a label alone',
      [commentStart('7'), run('Moeder:'), commentEnd('7'), run(' Ik slaap slecht. Al weken.')],
      'Ik slaap slecht.',
    ],
    ['a time', [commentStart('7'), run('[00:00:12]'), commentEnd('7'), run(' Moeder: Ik slaap.')], 'Ik slaap.'],
    [
      'a point',
      [run('Moeder: Ik slaap slecht.'), '<w:r><w:commentReference w:id="7"/></w:r>', run(' Al weken.')],
      'Ik slaap slecht.',
    ],
    ['a blank', [run('Moeder: Ik slaap. '), commentStart('7'), run('  '), commentEnd('7'), run('Al weken.')], 'Ik slaap.'],
    [
      'words with changes in them',
      [run('Moeder: '), commentStart('7'), run('Ik '), deleted('waak'), inserted(run('slaap')), commentEnd('7'), run(' slecht.')],
      'Ik slaap',
    ],
    [
      'words before a line break',
      [run('Moeder: Ja.\n'), commentStart('7'), run('Ik slaap.\nEn jij?'), commentEnd('7')],
      'Ik slaap.\nEn jij?',
    ],
    ['words with an emoji', [run('Moeder: 👩‍👧 '), commentStart('7'), run('👩‍👧 nou'), commentEnd('7'), run(' ja')], '👩‍👧 nou'],
  ])('one on %s', async (_what, content, words) => {
    expect(await commentsIn(one(...content))).toEqual([`${words}|Navragen.`]);
  });

  it('says who wrote it and when, in paragraphs', async () => {
    const body = paragraph(run('Moeder: '), commentStart('0'), run('Moe'), commentEnd('0'), run('.')) + end;
    const part = commentsPart([{ id: '0', text: 'Eén\nTwee', author: 'Anna & Bo', at: '2026-03-04T10:11:12Z' }]);
    expect((await read(docxWithBody(body, [part]))).comments).toEqual([
      { range: { start: 0, end: 3 }, author: 'Anna & Bo', at: '2026-03-04T10:11:12Z', text: 'Eén\nTwee' },
    ]);
  });

  it('over several turns, and within each other', async () => {
    const body = [
      paragraph(
        run('Moeder: Ik '),
        commentStart('1'),
        run('slaap '),
        commentStart('2'),
        run('slecht'),
        commentEnd('2'),
        run('.'),
      ),
      paragraph(run('Interviewer: Sinds wanneer?')),
      paragraph(run('Moeder: Sinds'), commentEnd('1'), run(' maart.')),
      end,
    ].join('');
    const part = commentsPart([
      { id: '2', text: 'binnen' },
      { id: '1', text: 'buiten' },
    ]);
    expect(await commentsIn(docxWithBody(body, [part]))).toEqual([
      'slaap slecht.\nSinds wanneer?\nSinds|buiten',
      'slecht|binnen',
    ]);
  });

  it('in a table, in every column', async () => {
    const body = table([
      ['00:00:01', 'Moeder', 'Ik slaap. A'],
      ['00:00:02', 'Interviewer', 'Ja? B'],
      ['00:00:03', 'Moeder', 'Ja. C'],
      ['00:00:04', 'Interviewer', 'Goed. D'],
    ])
      .replace(
        'Ik slaap. A</w:t></w:r>',
        `</w:t></w:r>${commentStart('1')}${run('Ik slaap.')}${commentEnd('1')}${run(' A')}`.replace(
          '</w:t></w:r>',
          '</w:t></w:r>',
        ),
      )
      .replace(/(<w:r><w:t xml:space="preserve">Interviewer)/, `${commentStart('2')}$1`)
      .replace(/(Interviewer<\/w:t><\/w:r>)/, `$1${commentEnd('2')}`);
    const part = commentsPart([
      { id: '1', text: 'op tekst' },
      { id: '2', text: 'op spreker' },
    ]);
    const { transcript } = await read(docxWithBody(body, [part]));
    expect(transcript.turns.map(({ speaker, timeMs }) => [speaker, timeMs])).toEqual([
      ['Moeder', 1000],
      ['Interviewer', 2000],
      ['Moeder', 3000],
      ['Interviewer', 4000],
    ]);
    expect(await commentsIn(docxWithBody(body, [part]))).toEqual(['Ik slaap.|op tekst', 'Ja?|op spreker']);
  });

  it('without a place, or on what was deleted, is not lost', async () => {
    const gone = `<w:del w:id="9" w:author="a">${commentStart('1')}<w:r><w:delText>weg</w:delText></w:r>${commentEnd('1')}</w:del>`;
    const body = paragraph(run('Moeder: Ik slaap.'), gone) + end;
    const part = commentsPart([
      { id: '1', text: 'op weg' },
      { id: '2', text: 'nergens' },
      { id: '3', text: '' },
    ]);
    const { comments, left } = await read(docxWithBody(body, [part]));
    expect(comments.map(({ range, text }) => [range, text])).toEqual([
      [null, 'op weg'],
      [null, 'nergens'],
    ]);
    expect(left).toEqual([{ kind: 'changes', count: 1 }]);
  });

  it('tells what does not come along', async () => {
    const picture = '<w:r><w:pict><v:imagedata r:id="rId9"/></w:pict></w:r>';
    const body = paragraph(
      run('Ja.'),
      picture,
      '<w:r><w:footnoteReference w:id="1"/></w:r>',
      run('stil', '<w:vanish/>'),
      deleted('weg'),
    );
    expect((await read(docxWithBody(body))).left).toEqual([
      { kind: 'pictures', count: 1 },
      { kind: 'notes', count: 1 },
      { kind: 'changes', count: 1 },
      { kind: 'hidden', count: 1 },
    ]);
  });

  it('wherever it begins and ends, it is on the words between', async () => {
    const word = fc.constantFrom('ja', 'één', '14:30', '👩‍👧', 'nee.', 'A:', '(lacht)', 'e\u0301');
    const said = fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 6 });
    const place = fc.tuple(fc.nat(), fc.nat());
    await fc.assert(
      fc.asyncProperty(said, place, place, async (turns, a, b) => {
        const at = ([turn, index]: [number, number]) =>
          [turn % turns.length, index % (turns[turn % turns.length]?.length ?? 1)] as const;
        const [from, to] = [at(a), at(b)].sort((x, y) => x[0] - y[0] || x[1] - y[1]);
        const body = turns.map((words, turn) =>
          paragraph(
            run(`${turn % 2 ? 'Moeder' : 'Interviewer'}: `),
            ...words.flatMap((text, index) => [
              ...(turn === from?.[0] && index === from[1] ? [commentStart('5')] : []),
              run(text),
              ...(turn === to?.[0] && index === to[1] ? [commentEnd('5')] : []),
              run(' '),
            ]),
          ),
        );
        const between = turns.map((words, turn) =>
          words
            .filter(
              (_, index) =>
                (turn > (from?.[0] ?? 0) || index >= (from?.[1] ?? 0)) && (turn < (to?.[0] ?? 0) || index <= (to?.[1] ?? 0)),
            )
            .join(' '),
        );
        const part = commentsPart([{ id: '5', text: 'hier' }]);
        const bytes = docxWithBody(body.join('') + end + end, [part]);
        expect(await commentsIn(bytes)).toEqual([`${between.slice(from?.[0], (to?.[0] ?? 0) + 1).join('\n')}|hier`]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('in an OpenDocument text', () => {
  const DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
  const note = (name: string, ...lines: string[]) =>
    `<office:annotation ${DC} office:name="${name}"><dc:creator>Bo</dc:creator><dc:date>2026-03-05T09:00:00</dc:date>${lines.map((line) => `<text:p>${line}</text:p>`).join('')}</office:annotation>`;
  const noteEnd = (name: string) => `<office:annotation-end office:name="${name}"/>`;
  const rest = ['Interviewer: Ja?', 'Moeder: Ja.', 'Interviewer: Goed.'].map(odtParagraph).join('');

  it('one on words, one on a point, one over paragraphs', async () => {
    const body = [
      `<text:p>Moeder: Ik ${note('a', 'Navragen.', 'En <text:span>ook</text:span> dit.')}slaap slecht${noteEnd('a')}. Al${note('b', 'Punt')} weken.</text:p>`,
      `<text:p>Interviewer: Sinds ${note('c', 'Lang')}wanneer?</text:p><text:p>Moeder: Sinds${noteEnd('c')} maart.</text:p>`,
      rest,
    ].join('');
    expect(await commentsIn(odtWithBody(body))).toEqual([
      'slaap slecht|Navragen.\nEn ook dit.',
      'Al weken.|Punt',
      'wanneer?\nSinds|Lang',
    ]);
    const { comments, transcript } = await read(odtWithBody(body));
    expect(comments[0]).toMatchObject({ author: 'Bo', at: '2026-03-05T09:00:00' });
    expect(transcript.text).not.toMatch(/Navragen|Bo|2026/);
  });

  it('a deletion that was tracked is out, an insertion in', async () => {
    const changes =
      '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>weg</text:p></text:deletion></text:changed-region></text:tracked-changes>';
    const body = `${changes}<text:p>Moeder: Ik <text:change-start text:change-id="c2"/>slaap<text:change-end text:change-id="c2"/><text:change text:change-id="c1"/> slecht.</text:p>${rest}`;
    const { transcript, left } = await read(odtWithBody(body));
    expect(transcript.text.split('\n')[0]).toBe('Ik slaap slecht.');
    expect(left).toEqual([{ kind: 'changes', count: 1 }]);
  });
});

it('a file with the code points that places are kept by is read without them', async () => {
  const body = paragraph(run('Moeder: a\ufdd1\ufde0b')) + end;
  expect((await read(docxWithBody(body))).transcript.text.split('\n')[0]).toBe('ab');
});
