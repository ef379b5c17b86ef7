// The three doors on one contract: the same question on the same project gives the same bytes, by the command line, the loopback
// server and the desktop (its double; the real Electron where its binary is).

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { contract, Input, OperationName } from '../../src/contract/index.ts';
import { main } from '../../src/hosts/cli/main.ts';
import { openProjects } from '../helpers/project.ts';
import { doors, missingDoor, openWorkbench, startBrowser, tellMissing, type Workbench } from '../helpers/session.ts';

type ReadName = { [N in OperationName]: (typeof contract)[N]['kind'] extends 'read' ? N : never }[OperationName];

const file = {
  name: 'Nieuw.txt',
  base64: Buffer.from('Vrager: Hoe gaat het?\n\nMoeder: Goed, hoor.\n\nVrager: En thuis?\n\nMoeder: Ook.').toString('base64'),
};
const trust = 'Vertrouwen in de hulpverlener';
const shame = 'Schaamte';

/** At least one question for every read operation: a new operation does not compile until it is asked here. */
const questions: { readonly [N in ReadName]: readonly Input<N>[] } = {
  'project.get': [{}],
  'project.check': [{}],
  'history.list': [{}, { limit: 1 }],
  'position.get': [{ key: 'place' }],
  'search.text': [{ query: 'moeder' }, { query: '"niet meer" vertrouw*', limit: 3 }, { query: '' }],
  'interviewSet.list': [{}],
  'interview.list': [{}],
  'interview.get': [{ id: 1 }, { id: 16 }, { id: 999 }],
  'interview.preview': [{ file }, { file: { name: 'kapot.docx', base64: 'UEsDBAo=' } }],
  'interview.mends': [{}],
  'speaker.list': [{}],
  'toCheck.list': [{}, { interviewId: 1 }, { interviewId: 999 }],
  'participant.list': [{}],
  'code.list': [{}],
  'code.mergePreview': [
    { id: 2, intoId: 3 },
    { id: 1, intoId: 2 },
  ],
  'code.history': [{ id: 1 }, { id: 999 }],
  'code.codingsBefore': [{ id: 2, version: 2 }],
  'codebook.export': [{}, { language: 'en' }],
  'coding.list': [{ interviewId: 1 }, { interviewId: 1, turns: { from: 2, to: 5 } }, { interviewId: 1, ids: [1, 3, 9999] }],
  'question.answers': [
    { interviewId: 1, turn: 0 },
    { interviewId: 1, turn: 1 },
    { interviewId: 1, turn: 9999 },
  ],
  'codings.export': [{}, { language: 'nl' }],
  'memo.list': [{}, { on: ['journal', 'code'], text: 'slaap', from: '2026-01-01' }],
  'memo.export': [{}, { format: 'html', language: 'nl' }],
  'memo.findTargets': [{ query: '' }, { query: 'moeder', limit: 5 }],
  'memo.targets': [
    { links: [] },
    {
      links: [
        { kind: 'quote', id: 3 },
        { kind: 'code', id: 999 },
      ],
    },
  ],
  'coder.list': [{}],
  'quote.list': [
    { limit: 20 },
    { codes: { all: [shame], none: [trust] }, cities: ['Den Haag', 'Heerlen'], group: 'set', context: 'turn', limit: 5 },
    { attributes: [{ name: 'rol', values: ['vader'] }], group: 'attribute:fase', sort: 'newest', limit: 5 },
    { text: 'bestaatnietwoord', key: true },
    { group: 'bestaat niet' },
  ],
  'quote.choose': [{ codes: { any: [shame, trust] }, coder: 'Bas', limit: 10 }],
  'quote.export': [
    { codes: { all: [shame] }, sets: ['Utrecht'], heading: 'Fragmenten met Schaamte' },
    { codes: { all: [shame] }, sets: ['Utrecht'], format: 'markdown', language: 'en' },
  ],
  'analysis.frequency': [
    { by: 'city' },
    { by: 'rol', rollup: true },
    { by: 'set', coder: 'Bas', codes: [shame] },
    { by: 'bestaat niet' },
  ],
  'analysis.cooccurrence': [
    {},
    { by: 'city', rule: 'turn' },
    { by: 'all', rule: 'interview', level: 'theme' },
    { sets: ['Utrecht'] },
  ],
  'analysis.quotes': [{ code: shame, rollup: true, by: 'city', group: 'Utrecht' }],
  'analysis.pairs': [
    { a: trust, b: shame, level: 'theme' },
    { a: trust, b: shame, level: 'theme', rule: 'turn', by: 'city', group: 'Heerlen' },
  ],
  'report.theme': [{}, { language: 'en', by: 'rol', quotesPerTheme: 2 }],
};

const projects = await openProjects();
let browser: Browser;
let path: string;
beforeAll(async () => {
  browser = await startBrowser();
  path = await projects.samplePath();
  tellMissing();
});
afterAll(() => browser.close());

/** What the command line prints for an operation, as the part of an answer that all doors share. */
async function byCommandLine(name: string, input: unknown): Promise<string> {
  const lines: string[] = [];
  const code = await main(['call', path, name, JSON.stringify(input), '--json', '--coder', 'Noor'], {
    out: (line) => lines.push(line),
    err: () => {},
    isTerminal: false,
    width: 100,
  });
  expect(lines).toHaveLength(1);
  return code === 0 ? `{"ok":true,"value":${lines[0]},"changed":[]}` : `{"ok":false,${lines[0]?.slice(1)}`;
}

describe.each(doors)('the door %s', (door) => {
  let workbench: Workbench;
  const missing = missingDoor(door);
  beforeAll(async () => {
    if (missing) return;
    workbench = await openWorkbench(door, { project: path, ...(door === 'electron' ? {} : { browser }) });
    // A page that is still loading may yet be loaded anew, and that stops what it asked.
    await workbench.page.locator('[data-turn]').first().waitFor({ timeout: 90_000 });
  });
  afterAll(async () => {
    await workbench?.close();
  });

  it.skipIf(missing)('answers every read as the command line does, to the byte', async () => {
    for (const [name, inputs] of Object.entries(questions)) {
      for (const input of inputs) {
        const here = await workbench.callText(name, input);
        // The window owns the project meanwhile, so the command line reads it without owning it.
        const there = (await byCommandLine(name, input)).replace(
          '"readOnly":true,"readOnlyWhy":"in-use"',
          '"readOnly":false,"readOnlyWhy":null',
        );
        expect(here, `${name} ${JSON.stringify(input).slice(0, 80)}`).toBe(there);
      }
    }
  });

  it.skipIf(missing)('refuses what is no operation, and an input that does not fit, as the command line does', async () => {
    expect(JSON.parse(await workbench.callText('interview.nothing', {}))).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
    expect(await workbench.callText('interview.get', { id: 'één' })).toBe(await byCommandLine('interview.get', { id: 'één' }));
  });
});

it('gives the same on stdout of the real command', async () => {
  const bin = new URL('../../src/hosts/cli/bin.mjs', import.meta.url).pathname;
  const input = JSON.stringify({ by: 'city', rollup: true });
  const { stdout } = await promisify(execFile)(process.execPath, [bin, 'call', path, 'analysis.frequency', input, '--json']);
  expect(`{"ok":true,"value":${stdout.trimEnd()},"changed":[]}`).toBe(
    await byCommandLine('analysis.frequency', { by: 'city', rollup: true }),
  );
});
