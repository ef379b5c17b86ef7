// @vitest-environment jsdom
// A chart on the screen: its marks are buttons that arrows walk, and going out it carries its caption and colours.

import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withCaption } from '../../../renderer/charts/captioned.ts';
import { ChartDrawing, focusMark, Marks } from '../../../renderer/charts/chart.tsx';
import { reactName } from '../../../renderer/charts/markup.tsx';
import { toSvgText } from '../../../renderer/charts/save-chart.ts';
import { frequencyChart } from '../../../src/charts/frequency-bars.ts';
import type { FrequencyInput } from '../../../src/charts/frequency-data.ts';
import type { FrequencyOptions } from '../../../src/charts/frequency-marks.ts';
import { textOf } from '../../../src/domain/markup.ts';

const colour = { hue: 8, form: 'hollow' } as const;
const input: FrequencyInput = {
  rows: ['Schaamte', 'Vertrouwen <b>'].map((path) => ({ path, label: path, colour, depth: 0 })),
  groups: ['A', 'B'].map((name) => ({ name, label: name, n: 3 })),
  cells: ['Schaamte', 'Vertrouwen <b>'].flatMap((code) =>
    ['A', 'B'].map((group) => ({ code, group, interviews: 2, of: 3, quotes: 5, words: 70 })),
  ),
};
const options: FrequencyOptions = {
  unit: 'interviews',
  width: 700,
  mode: 'app',
  labels: {
    title: 'Hoe vaak',
    count: String,
    of: (n, of) => `${n} van ${of}`,
    groupSize: String,
    value: (_, n, of) => `${n} van ${of} interviews`,
  },
};
const keyOf = ({ code, group }: Readonly<Record<string, string | undefined>>) => (code === undefined ? null : `${code}|${group}`);

let place: HTMLDivElement;
let root: Root;
let said: string[];

beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  Reflect.set(globalThis, 'CSS', { escape: (text: string) => text.replaceAll(/["\\]/g, '\\$&') });
  said = [];
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
  const chart = frequencyChart(input, options);
  const marks = chart.marks.map((mark) => ({ ...mark, key: keyOf({ code: mark.code, group: mark.group }) ?? '' }));
  act(() =>
    root.render(
      <Marks
        marks={marks}
        keyOf={keyOf}
        onFocus={(mark) => said.push(`focus ${mark.key}`)}
        onOpen={(mark, enter) => said.push(`open ${mark.key} ${enter}`)}
        onLeave={() => said.push('leave')}
      >
        <ChartDrawing chart={chart.svg} keyOf={keyOf} />
      </Marks>,
    ),
  );
});

afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

function press(key: string, modifiers: KeyboardEventInit = {}): void {
  act(() => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }));
  });
}

const focused = () => document.activeElement?.getAttribute('data-focus');

test('one mark is a tab stop, all are buttons with a name', () => {
  const marks = [...place.querySelectorAll('[data-focus]')];
  expect(marks.length).toBe(4);
  expect(marks.filter((mark) => mark.getAttribute('tabindex') === '0').length).toBe(1);
  for (const mark of marks)
    expect([mark.getAttribute('role'), mark.getAttribute('aria-label')]).toEqual([
      'button',
      expect.stringContaining('2 van 3 interviews'),
    ]);
  expect(place.querySelector('b')).toBeNull();
});

test('arrows walk, Enter opens, Esc leaves', () => {
  act(() => focusMark(place, 'Schaamte|A'));
  press('ArrowRight');
  expect(focused()).toBe('Schaamte|B');
  press('ArrowDown');
  expect(focused()).toBe('Vertrouwen <b>|B');
  press('Enter');
  press('Escape');
  expect(said).toEqual(['focus Schaamte|A', 'focus Schaamte|B', 'focus Vertrouwen <b>|B', 'open Vertrouwen <b>|B true', 'leave']);
});

test('a click chooses and opens, without moving the focus away', () => {
  act(() => {
    place.querySelector('[data-focus="Schaamte|B"] rect')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  });
  expect(said).toEqual(['focus Schaamte|B', 'open Schaamte|B false']);
  expect(focused()).toBe('Schaamte|B');
});

test('other keys are left to others', () => {
  act(() => focusMark(place, 'Schaamte|A'));
  press('t');
  press('ArrowRight', { altKey: true });
  expect(focused()).toBe('Schaamte|A');
});

test('a mark that is not drawn gives the focus to the tab stop', () => {
  act(() => focusMark(place, 'Gone|A'));
  expect(focused()).toBe('Schaamte|A');
});

test('going out, a chart has its title, its sentence and its colours, and what people named it stays text', () => {
  const chart = withCaption(frequencyChart(input, { ...options, mode: 'report' }).svg, {
    title: 'Hoe <vaak>?',
    sentence: 'In alle sets & per set.',
  });
  expect(textOf(chart)).toContain('Hoe <vaak>?');
  const file = new DOMParser().parseFromString(toSvgText(chart), 'image/svg+xml');
  expect(file.querySelector('parsererror')).toBeNull();
  expect(file.querySelector('style')?.textContent).toContain('--mark:');
  expect(file.documentElement.textContent).toContain('Vertrouwen <b>');
  expect(file.querySelectorAll('script, foreignObject').length).toBe(0);
  expect(Number(file.documentElement.getAttribute('height'))).toBeGreaterThan(
    Number(frequencyChart(input, options).svg.attrs.height),
  );
});

test('attributes get the names React knows', () => {
  expect(['class', 'tabindex', 'stroke-width', 'aria-label', 'data-code', 'viewBox'].map(reactName)).toEqual([
    'className',
    'tabIndex',
    'strokeWidth',
    'aria-label',
    'data-code',
    'viewBox',
  ]);
});
