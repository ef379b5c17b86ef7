// A quote with as much around it as makes its sentence whole.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceContext } from '../../src/domain/quote.ts';
import { runs } from '../helpers/runs.ts';
import { texts } from '../helpers/texts.ts';

describe('a quote in its sentence', () => {
  it.each([
    ['a whole sentence stands alone', 'Dat was zo. ', 'Ik sliep niet.', ' Nu wel.', '', ''],
    [
      'the sentence is made whole',
      'Dat was zo. Ik zei: ',
      'ik slaap niet',
      ', en dat bleef. Nu wel.',
      'Ik zei: ',
      ', en dat bleef.',
    ],
    ['a paragraph ends it', 'eerst\nen toen ', 'sliep ik', ' niet\nmeer', '… en toen ', ' niet …'],
    ['at the begin of the text', '', 'Ja', '', '', ''],
    ['what broke off says so', 'zonder begin en ', 'ik', ' zonder eind', '… zonder begin en ', ' zonder eind …'],
  ])('%s', (_what, before, text, after, lead, trail) => {
    expect(sentenceContext({ before, text, after })).toEqual({ before: lead, text, after: trail });
  });

  it('never changes the quote, and adds nothing but what stood around it and the sign that it broke off', () => {
    fc.assert(
      fc.property(texts(), texts(), texts(), (before, text, after) => {
        const quote = sentenceContext({ before, text, after });
        expect(quote.text).toBe(text);
        expect(before.endsWith(quote.before.replace(/^… /, ''))).toBe(true);
        expect(after.startsWith(quote.after.replace(/ …$/, ''))).toBe(true);
        expect(quote.before + quote.after).not.toContain('\n');
      }),
      { numRuns: runs(300) },
    );
  });
});
