// @vitest-environment jsdom
// Interviews that nobody has coded yet are in every "of" of the frequency screen, so the screen says how many they are.

import { afterEach, expect, test } from 'vitest';
import { FREQUENCY_SCOPE } from '../../../renderer/analysis/scope.ts';
import { UncodedNote } from '../../../renderer/analysis/uncoded-note.tsx';
import type { Output } from '../../../src/contract/index.ts';
import { type Drawn, draw } from '../draw.tsx';
import { createFakeBridge, ok } from '../fake-bridge.ts';

let drawn: Drawn | null = null;
afterEach(() => {
  drawn?.end();
  drawn = null;
});

type Uncoded = Output<'analysis.frequency'>['uncoded'];

async function said(all: number, grouped: Uncoded, scope = FREQUENCY_SCOPE): Promise<string> {
  const bridge = createFakeBridge({
    'analysis.frequency': ({ by }) =>
      ok({
        basis: { interviews: 16, quotes: 90 },
        rows: [],
        uncoded: by === 'all' ? (all === 0 ? [] : [{ group: '', interviews: all }]) : grouped,
      }),
  });
  drawn = await draw(bridge, <UncodedNote scope={scope} />);
  return document.body.textContent ?? '';
}

test('says how many, and in which groups', async () => {
  const groups = [
    { group: 'Utrecht', interviews: 2 },
    { group: '', interviews: 1 },
  ];
  expect(await said(3, groups)).toContain(
    'In 3 van de 16 interviews is nog niets gecodeerd (Utrecht 2 en niet ingevuld 1). Ze tellen wel mee in het aantal interviews',
  );
});

test('says by whom, when one coder is asked for', async () => {
  const scope = { ...FREQUENCY_SCOPE, coder: 'Bas', by: 'all' };
  expect(await said(1, [], scope)).toContain('In 1 van de 16 interviews is nog niets gecodeerd door Bas. Het telt wel mee');
});

test('says nothing when all are coded', async () => {
  expect(await said(0, [])).toBe('');
});
