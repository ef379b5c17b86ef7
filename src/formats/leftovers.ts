// Counts what of a file does not come along, so that it is said.

import { LEFT_KINDS, type Left, type LeftKind } from '../domain/interview.ts';

export class Leftovers {
  readonly #counts = new Map<LeftKind, number>();

  add(kind: LeftKind, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  list(): Left[] {
    return LEFT_KINDS.flatMap((kind) => {
      const count = this.#counts.get(kind);
      return count === undefined ? [] : [{ kind, count }];
    });
  }
}
