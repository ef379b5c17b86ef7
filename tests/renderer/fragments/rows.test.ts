// The list with its titles: every fragment has one place, and every place is a title or a fragment.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupAtItem, itemAt, itemCount, itemOf, type Rows } from '../../../renderer/fragments/rows.ts';

const rows: fc.Arbitrary<Rows> = fc
  .record({ sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }), titled: fc.boolean() })
  .map(({ sizes, titled }) => ({
    titled,
    length: sizes.reduce((sum, size) => sum + size, 0),
    groups: sizes.map((fragments, n) => ({
      key: String(n),
      name: String(n),
      code: null,
      at: sizes.slice(0, n).reduce((sum, size) => sum + size, 0),
      fragments,
      participants: 0,
      interviews: 1,
    })),
  }));

it('is every title with its fragments, in order', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const drawn = Array.from({ length: itemCount(list) }, (_, item) => itemAt(list, item));
      const wanted = list.groups.flatMap((group) => [
        ...(list.titled ? [`title ${group.key}`] : []),
        ...Array.from({ length: group.fragments }, (_, n) => `fragment ${group.at + n}`),
      ]);
      expect(drawn.map((item) => (item.kind === 'group' ? `title ${item.group.key}` : `fragment ${item.index}`))).toEqual(wanted);
      for (const [at, item] of drawn.entries()) {
        if (item.kind === 'fragment') expect(itemOf(list, item.index)).toBe(at);
        if (list.titled) {
          const group = list.groups[groupAtItem(list, at)];
          const index = item.kind === 'group' ? item.group.at : item.index;
          expect(group && group.at <= index && index < group.at + group.fragments).toBe(true);
        }
      }
    }),
  );
});
