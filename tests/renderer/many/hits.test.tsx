// @vitest-environment jsdom
// Coding all hits of a search: the interviewer's can be left out at once.

import { act } from 'react';
import { afterEach, expect, test } from 'vitest';
import { ProjectHits } from '../../../renderer/many/hits-dialog.tsx';
import type { Output } from '../../../src/contract/index.ts';
import { placeCodes } from '../../../src/domain/code.ts';
import { button, type Drawn, draw, press, settle, until } from '../draw.tsx';
import { createFakeBridge, type FakeBridge, ok } from '../fake-bridge.ts';

let drawn: Drawn | null = null;
afterEach(() => {
  drawn?.end();
  drawn = null;
});

type Hit = Output<'search.text'>['hits'][number];
const CODE = { version: 1, labelEn: '', definition: '', definitionEn: '', use: '', not: '', example: '', colour: null };

const hit = (start: number, asks: boolean): Hit => ({
  ...{ interviewId: 7, interview: 'UT-01', set: 'Utrecht', turn: start, start, end: start + 4 },
  ...{ before: 'veel ', text: 'hulp', after: ' nodig' },
  around: { textVersion: 2, sentence: { start, end: start + 9 }, turn: { start: start - 1, end: start + 20 }, asks },
});

function project(hits: Hit[]): FakeBridge {
  return createFakeBridge({
    'search.text': () => ok({ total: hits.length, interviews: 1, hits }),
    'code.list': () =>
      ok({
        codes: placeCodes([{ ...CODE, id: 1, parentId: null, position: 0, name: 'Steun' }]).map((code) => ({
          ...code,
          codings: 0,
          interviews: 0,
          quotes: 0,
          pin: null,
        })),
      }),
    'position.get': () => ok({ value: null }),
    'position.set': () => ok({}),
    'coding.applyMany': () => ok({ codingIds: [1], present: 0, codeIds: [1] }),
  });
}

async function choose(name: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('[role="combobox"]');
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, name);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settle();
  await act(async () => field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })));
}

test('what the interviewer says can be left out, or be the only thing', async () => {
  const bridge = project([hit(10, true), hit(50, false), hit(90, true), hit(130, false)]);
  drawn = await draw(bridge, <ProjectHits query="hulp" onClose={() => {}} />);
  const chosen = () => document.querySelector('[role="status"]')?.textContent ?? '';
  await until('the hits', () => chosen() === '4 gekozen van 4');
  await press(button(/^de interviewer$/));
  expect(chosen()).toBe('2 gekozen van 2');
  await press(button(/^respondenten$/));
  expect(chosen()).toBe('2 gekozen van 2');
  await choose('Steun');
  await press(button(/^Codeer 2 fragmenten$/));
  await settle();
  expect(bridge.calls.find(({ name }) => name === 'coding.applyMany')?.input).toEqual({
    codeIds: [1],
    ranges: [
      { interviewId: 7, textVersion: 2, start: 50, end: 54 },
      { interviewId: 7, textVersion: 2, start: 130, end: 134 },
    ],
  });
});

test('nothing is to be chosen where one role says it all', async () => {
  drawn = await draw(project([hit(10, false), hit(50, false)]), <ProjectHits query="hulp" onClose={() => {}} />);
  await until('the hits', () => button(/^de zin$/) !== undefined);
  expect(button(/^respondenten$/)).toBeUndefined();
});
