// A colour of a theme with its name: the mark, the hue and the form.

import type { Colour } from '../../src/domain/code.ts';
import { useTexts } from '../i18n/index.ts';
import { Swatch } from '../parts/swatch.tsx';

export function ColourWords({ colour }: { readonly colour: Colour }) {
  const { t } = useTexts();
  const hue = String(colour.hue) as '1';
  return (
    <>
      <Swatch colour={colour} /> {t(`codebook.hues.${hue}`)}, {t(`codebook.forms.${colour.form}`)}
    </>
  );
}
