// Memos as files: what was looked at once by eye. A difference leaves `-changed` beside the golden file; when it is better, rename it over the old one.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMemo } from '../../src/domain/memo.ts';
import { type ExportedMemo, exportMemos, type MemosFile } from '../../src/formats/memos-export.ts';

const blank = { subject: '', interview: '', code: '', quote: '', coder: 'Noor', day: '2026-03-19' };
const memo = (own: Partial<ExportedMemo> & Pick<ExportedMemo, 'on'>, text: string): ExportedMemo => ({
  ...blank,
  ...own,
  blocks: parseMemo(text),
});

const file = (language: 'nl' | 'en'): MemosFile => ({
  project: 'Eerste 1.000 dagen',
  language,
  filter: { interview: '', code: '' },
  memos: [
    memo(
      { on: 'journal' },
      '# Eerste indruk\nVeel *schaamte*, **ook bij vaders**.\n\nVragen:\n1. wie niet?\n2. waarom?\n  - thuis\n  - bij de buren\n3. en nu',
    ),
    memo(
      { on: 'journal', day: '2026-03-20' },
      'Zie [dit](quote:4), [Schaamte](code:2) en [weg](interview:9), of [de site](https://voorbeeld.nl/a_b).',
    ),
    memo(
      { on: 'project', subject: 'Eerste 1.000 dagen' },
      '5 * 3 < 20 & <b>geen opmaak</b>\n- streepje\n\\- geen streepje\n\\# geen kop',
    ),
    memo({ on: 'interview', subject: 'DH-01', interview: 'DH-01' }, 'Rustig gesprek.'),
    memo(
      {
        on: 'coding',
        subject: 'Ik zei niks',
        interview: 'DH-01',
        code: 'Schaamte / je groot houden',
        quote: 'Ik zei niks.\nTegen niemand.',
      },
      '***Houdt zich groot***, zegt het lachend.',
    ),
    memo(
      { on: 'code', subject: 'Schaamte / je groot houden', code: 'Schaamte / je groot houden', coder: 'Bas' },
      '9. begint bij negen\n- en een punt',
    ),
    memo({ on: 'participant', subject: 'Respondent 3' }, 'Belt in mei.'),
  ],
  targets: [
    { kind: 'quote', id: 4, label: 'Ik zei niks. Tegen niemand.', interview: 'DH-01' },
    { kind: 'code', id: 2, label: 'Schaamte', interview: '' },
  ],
});

function expectGolden(name: string, text: string): void {
  const golden = new URL(`golden/${name}`, import.meta.url);
  const changed = new URL(`golden/changed-${name}`, import.meta.url);
  const kept = existsSync(golden) ? readFileSync(golden, 'utf8').replaceAll('\r\n', '\n') : null;
  if (kept === text) rmSync(changed, { force: true });
  else writeFileSync(changed, text);
  expect(kept === text, `golden/${name} differs; look at golden/changed-${name}`).toBe(true);
}

describe('memos as a file', () => {
  it.each([
    ['memos.nl.md', 'nl', 'md'],
    ['memos.en.md', 'en', 'md'],
    ['memos.nl.html', 'nl', 'html'],
    ['memos.nl.txt', 'nl', 'txt'],
  ] as const)('%s', (name, language, format) => {
    expectGolden(name, exportMemos(file(language), format));
  });

  it('of a narrowed list says by what', () => {
    const filter = {
      on: ['code', 'coding'],
      coder: 'Noor',
      text: 'slaap',
      from: '2026-03-01',
      to: '2026-03-31',
      interview: 'DH-01',
      code: 'Slaap',
    } as const;
    expect(exportMemos({ ...file('nl'), memos: [], filter }, 'txt')).toBe(
      'Memo’s van Eerste 1.000 dagen\n=============================\n\nSelectie: bij codes, fragmenten; codeur Noor; met ‘slaap’; vanaf 1 maart 2026; tot en met 31 maart 2026; interview DH-01; code Slaap.\n\nGeen memo’s.\n',
    );
  });

  it('holds no script, whatever was typed', () => {
    const evil = '</style><script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>';
    const html = exportMemos({ ...file('en'), memos: [memo({ on: 'project', subject: evil, coder: evil }, evil)] }, 'html');
    expect(html).not.toMatch(/<script|<img|href="javascript/i);
    const markdown = exportMemos({ ...file('en'), memos: [memo({ on: 'project', subject: evil, coder: evil }, evil)] }, 'md');
    expect(markdown).not.toMatch(/(?<!\\)<(?:script|img)/i);
  });
});
