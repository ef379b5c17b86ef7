// Who asks and who answers.

import { describe, expect, test } from 'vitest';
import { askingLabels } from '../../src/domain/speakers.ts';

const nothing = new Map<string, boolean>();

describe('the interviewer', () => {
  test('is who is no participant, when participants are known', () => {
    expect(askingLabels(['Student', 'Anouk', 'Student'], ['anouk'], nothing)).toEqual(['Student']);
    expect(askingLabels(['Bas', 'Noor', 'Anouk'], ['Noor', 'Bas'], nothing)).toEqual(['Anouk']);
  });

  test('else is who says so, but never everybody', () => {
    expect(askingLabels(['Interviewer', 'Samira'], [''], nothing)).toEqual(['Interviewer']);
    expect(askingLabels(['INT', 'R', null], [], nothing)).toEqual(['INT']);
    expect(askingLabels(['Student', 'Student'], [], nothing)).toEqual([]);
    expect(askingLabels([null], ['x'], nothing)).toEqual([]);
  });

  test('is who the researcher says it is, before anything else', () => {
    const said = new Map([
      ['bas', true],
      ['interviewer', false],
    ]);
    expect(askingLabels(['Bas', 'Interviewer'], [], said)).toEqual(['Bas']);
    expect(askingLabels(['Bas', 'Noor'], ['Bas'], said)).toEqual(['Bas']);
    expect(askingLabels(['Bas'], [], said)).toEqual(['Bas']);
    expect(askingLabels(['Interviewer'], ['Noor'], said)).toEqual([]);
  });
});
