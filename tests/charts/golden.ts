// Golden pictures: what was looked at once by eye. A difference leaves `<name>-changed.svg` beside the golden file to look at;
// when it is better, rename it over the old one.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { selfContained } from '../../src/charts/colours.ts';
import type { MarkupElement } from '../../src/domain/markup.ts';
import { toSvgFile } from '../../src/formats/html.ts';

export function expectGolden(name: string, chart: MarkupElement): void {
  const golden = new URL(`golden/${name}.svg`, import.meta.url);
  const changed = new URL(`golden/${name}-changed.svg`, import.meta.url);
  // One element per line outside text, so that a difference can be read.
  const drawn = `${toSvgFile(selfContained(chart)).replaceAll(/(<\/(?:g|text|style|rect|path)>|<(?:svg|g)\b[^>]*>)(?=<)/g, '$1\n')}\n`;
  const kept = existsSync(golden) ? readFileSync(golden, 'utf8').replaceAll('\r\n', '\n') : null;
  if (kept === drawn) rmSync(changed, { force: true });
  else writeFileSync(changed, drawn);
  expect(kept === drawn, `golden/${name}.svg differs; look at golden/${name}-changed.svg`).toBe(true);
}
