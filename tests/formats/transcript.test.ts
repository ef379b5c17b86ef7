import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DraadError } from '../../src/domain/error.ts';
import type { Transcript } from '../../src/domain/interview.ts';
import { MAX_FILE_BYTES, readTranscript } from '../../src/formats/transcript.ts';
import { makeDocx, makeZip } from '../helpers/docx.ts';

const DIALOGUE = 'Moeder: Financiële zorgen, één kind – “ja”\nInterviewer: Zo?\nMoeder: €\nInterviewer: Ja';

async function read(bytes: Uint8Array | string, name = 'a'): Promise<Transcript> {
  return (await readTranscript({ name, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes })).transcript;
}

/** UTF-16, big-endian when asked. */
function utf16(text: string, big = false): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

const WINDOWS_1252: Readonly<Record<string, number>> = { '–': 0x96, '“': 0x93, '”': 0x94, '€': 0x80 };

function windows1252(text: string): Buffer {
  return Buffer.from(Array.from(text, (char) => WINDOWS_1252[char] ?? char.charCodeAt(0)));
}

describe('the format is recognised by the content, whatever the name', () => {
  test.each([
    ['UTF-8', Buffer.from(DIALOGUE)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${DIALOGUE}`)],
    ['UTF-16 LE with a mark', utf16(`\ufeff${DIALOGUE}`)],
    ['UTF-16 BE with a mark', utf16(`\ufeff${DIALOGUE}`, true)],
    ['UTF-16 LE', utf16(DIALOGUE)],
    ['UTF-16 BE', utf16(DIALOGUE, true)],
    ['Windows-1252', windows1252(DIALOGUE)],
  ])('text in %s', async (_encoding, bytes) => {
    const { text, turns } = await read(bytes, 'interview.docx');
    expect(text).toBe('Financiële zorgen, één kind – “ja”\nZo?\n€\nJa');
    expect(turns.map((turn) => turn.speaker)).toEqual(['Moeder', 'Interviewer', 'Moeder', 'Interviewer']);
  });

  test('a Word file named .txt, captions named .doc, SRT named .txt', async () => {
    expect((await read(await makeDocx(DIALOGUE.split('\n')), 'a.txt')).turns).toHaveLength(4);
    expect(await read('\ufeffWEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\n<v M>Hoi</v>', 'a.doc')).toEqual({
      text: 'Hoi',
      turns: [{ start: 0, end: 3, speaker: 'M', timeMs: 1000 }],
    });
    expect((await read('1\r\n00:00:01,000 --> 00:00:02,000\r\nHoi', 'a.txt')).turns[0]?.timeMs).toBe(1000);
  });

  test('a stray control character or a letter lost long ago does not make it another kind of file', async () => {
    expect((await read('M: a\u0001\nM: \ufffd')).text).toBe('a\u0001\n\ufffd');
  });

  test('a view into a larger buffer is read as what it shows', async () => {
    const whole = Buffer.from(`rommel${DIALOGUE}rommel`);
    expect((await read(new Uint8Array(whole.buffer, whole.byteOffset + 6, whole.length - 12))).turns).toHaveLength(4);
  });
});

describe('what can not be read is refused with its reason', () => {
  const odt = makeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', compress: false }]);
  const ole = (stream: string): Buffer =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), utf16(stream), Buffer.alloc(64)]);
  test.each<[string, Uint8Array | string | Promise<Uint8Array>, string]>([
    ['nothing', '', 'is empty'],
    ['white space', ' \r\n\t\n', 'no text'],
    ['a Word file without words', makeDocx(['', ' ']), 'no text'],
    ['captions without cues', 'WEBVTT\n\nNOTE niets', 'no text'],
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj', 'a PDF'],
    ['an old Word file', ole('WordDocument'), '(.doc)'],
    ['an old workbook', ole('Workbook'), '(.xls)'],
    ['a protected Word file', ole('EncryptedPackage'), 'password'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'PNG'],
    ['a workbook', makeZip([{ name: 'xl/workbook.xml', content: '<a/>' }]), 'Excel'],
    ['an .odt without its text', odt, 'no text part'],
    ['a ZIP of other things', makeZip([{ name: 'foto.txt', content: 'x' }]), 'ZIP archive'],
    ['an empty ZIP', Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]), 'ZIP archive'],
    ['a web page', '<!DOCTYPE html><p>Hallo', 'web page'],
    ['JSON', '{"speakers": []}', 'JSON'],
    ['a recording', Buffer.concat([Buffer.alloc(4), Buffer.from('ftypM4A ')]), 'M4A'],
    ['compressed text', gzipSync(DIALOGUE), 'gzip'],
    ['bytes without meaning', Buffer.from(Array.from({ length: 999 }, (_, n) => (n * 7919) % 251)), 'not text'],
    ['a cut ZIP', Buffer.from('PK\x03\x04 en dan niets', 'latin1'), 'damaged'],
  ])('%s', async (_what, content, reason) => {
    const bytes = await content;
    await expect(read(bytes)).rejects.toMatchObject({
      name: 'DraadError',
      code: 'refused',
      message: expect.stringContaining(reason),
    });
  });

  test('a file of more than 64 MB', async () => {
    await expect(read(new Uint8Array(MAX_FILE_BYTES + 1))).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('64 MB'),
    });
  });

  test('a Word file of which one bit fell over', async () => {
    const bytes = await makeDocx([DIALOGUE.repeat(50)]);
    const at = Buffer.from(bytes).indexOf('word/document.xml') + 17;
    const damaged = Uint8Array.from(bytes, (byte, index) => (index === at + 200 ? byte ^ 1 : byte));
    await expect(read(damaged)).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('whatever comes in', () => {
  const words = fc.constantFrom(
    'I:',
    'M:',
    'Moeder',
    ' ',
    '  ',
    '\t',
    '\n',
    '\n\n',
    '\r\n',
    '[00:12]',
    '00:00:12',
    '#00:00:12-3#',
    'hoi',
    'é',
    '👩‍👧',
    '\ud800',
    '\0',
    ':',
    '<v M>',
    '</v>',
    '&amp;',
    '-->',
    '|',
  );
  const dialogue = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(''));

  async function expectSound(bytes: Uint8Array): Promise<void> {
    let transcript: Transcript;
    try {
      transcript = await read(bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(DraadError);
      expect(error).toMatchObject({ code: 'refused', message: expect.stringMatching(/^[A-Z].*[^.]$/) });
      return;
    }
    const { text, turns } = transcript;
    expect(turns.length).toBeGreaterThan(0);
    let at = 0;
    for (const turn of turns) {
      const said = text.slice(turn.start, turn.end);
      expect(turn.start).toBeGreaterThanOrEqual(at);
      expect(turn.end).toBeLessThanOrEqual(text.length);
      expect(said).not.toBe('');
      expect(said.trim()).toBe(said);
      if (turn.timeMs !== null) expect(Number.isSafeInteger(turn.timeMs) && turn.timeMs >= 0).toBe(true);
      if (turn.speaker !== null) expect(turn.speaker.trim()).not.toBe('');
      at = turn.end;
    }
    expect(text.isWellFormed()).toBe(true);
  }

  test('turns lie inside the text, ascend, and have no white space at their edges', async () => {
    await fc.assert(
      fc.asyncProperty(dialogue, (text) => expectSound(Buffer.from(text))),
      { numRuns: 400 },
    );
    await fc.assert(
      fc.asyncProperty(dialogue, (text) => expectSound(Buffer.from(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}`))),
      { numRuns: 200 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(dialogue, { maxLength: 5 }), async (texts) => expectSound(await makeDocx(texts.map(xmlSafe)))),
      { numRuns: 100 },
    );
  });

  test('random bytes and damaged Word files are refused or read, never anything else', async () => {
    const word = Buffer.from(await makeDocx(DIALOGUE.split('\n')));
    const prefix = fc.constantFrom(
      '',
      'PK\x03\x04',
      'WEBVTT\n',
      '\xff\xfe',
      '\xfe\xff',
      '\xef\xbb\xbf',
      '%PDF',
      '{',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    );
    const random = fc
      .tuple(prefix, fc.uint8Array({ maxLength: 400 }))
      .map(([start, bytes]) => Buffer.concat([Buffer.from(start, 'latin1'), bytes]));
    const changes = fc.array(fc.tuple(fc.nat(word.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    const damaged = changes.map((list) => {
      const copy = Buffer.from(word);
      for (const [at, byte] of list) copy[at] = byte;
      return copy;
    });
    await fc.assert(fc.asyncProperty(random, expectSound), { numRuns: 500 });
    await fc.assert(fc.asyncProperty(damaged, expectSound), { numRuns: 500 });
  });

  test('text made to keep a reader busy is read in one go', async () => {
    const long = 300_000;
    for (const text of [
      `M: a${' '.repeat(long)}b`,
      `${' '.repeat(long)}:x`,
      '#'.repeat(long),
      '[00:01'.repeat(long / 6),
      ':'.repeat(long),
      `**${'a '.repeat(long / 2)}`,
      'M:'.repeat(long / 2),
      `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v '.repeat(long / 3)}`,
      `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<'.repeat(long)}`,
      `WEBVTT\n\n00:01.000 --> 00:02.000\na${' '.repeat(long)}b`,
    ]) {
      await expectSound(Buffer.from(text));
    }
  });
});

/** XML can't hold control characters or half an emoji. */
function xmlSafe(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').replaceAll('\r', '');
}
