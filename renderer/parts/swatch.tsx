// The mark of a theme: its hue and its form. Decoration beside the name, so it has no name of its own.

import type { Colour } from '../../src/domain/code.ts';

export function Swatch({ colour }: { readonly colour: Colour }) {
  return <span className={`sw ${colour.form} c${colour.hue}`} aria-hidden="true" />;
}
