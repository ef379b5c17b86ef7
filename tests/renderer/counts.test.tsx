// @vitest-environment jsdom
// What a number counts is said where it stands: codings in the bar below, ranges of text in the list of quotes.

import { act } from 'react';
import { afterEach, test } from 'vitest';
import { LookBar } from '../../renderer/fragments/look-bar.tsx';
import { EVERYTHING } from '../../renderer/fragments/query.ts';
import { StatusBar } from '../../renderer/shell/status-bar.tsx';
import type { InterviewRow } from '../../src/contract/interview.ts';
import { button, type Drawn, draw, until } from './draw.tsx';
import { createFakeBridge, ok } from './fake-bridge.ts';

let drawn: Drawn | null = null;
afterEach(() => {
  drawn?.end();
  drawn = null;
});

const INTERVIEW: InterviewRow = {
  id: 1,
  setId: 1,
  set: 'Utrecht',
  name: 'UT-01',
  city: '',
  collector: '',
  file: '',
  date: '',
  participants: [],
  words: 900,
  turns: 4,
  codedTurns: 3,
  codings: 12,
  toCheck: 0,
};

const explained = () => document.querySelector('[role="tooltip"]')?.textContent ?? '';

async function focusOn(element: HTMLElement | undefined): Promise<void> {
  await act(async () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true })));
  await act(async () => element?.focus());
}

test('the bar below counts codings, and says what one is', async () => {
  const bridge = createFakeBridge({
    'interview.list': () => ok({ interviews: [INTERVIEW] }),
    'project.get': () =>
      ok({
        name: 'Proef',
        counts: { interviews: 1, sets: 1, codes: 4, themes: 2, codings: 12, coders: 1, memos: 0 },
        savedAt: null,
        readOnly: false,
        readOnlyWhy: null,
        undo: null,
        redo: null,
      }),
  });
  drawn = await draw(bridge, <StatusBar interviewId={1} />);
  await until('the number', () => button(/^12 coderingen in dit interview$/) !== undefined);
  await focusOn(button(/^12 coderingen/));
  await until('what it counts', () => /Eén code op één stuk tekst door één codeur/.test(explained()));
});

test('the list of quotes says that a range of text counts once', async () => {
  const total = { fragments: 31, participants: 9, interviews: 12, of: 16 };
  drawn = await draw(createFakeBridge({}), <LookBar total={total} query={EVERYTHING} attributes={[]} onChange={() => {}} />);
  await focusOn(button(/^31 fragmenten$/));
  await until('what it counts', () => /Eén stuk tekst telt één keer/.test(explained()));
});
