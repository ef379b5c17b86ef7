// The codebook as the code picker takes it: names in the language of the screen, and the name in the other one to be found by.

import { useMemo } from 'react';
import type { Codebook } from '../codebook/use-codebook.ts';
import type { PickerCode } from './choices.ts';

export function usePickerCodes(codebook: Codebook): readonly PickerCode[] {
  return useMemo(
    () =>
      codebook.codes.map((code) => {
        const name = codebook.label(code);
        return {
          id: code.id,
          name,
          parents: codebook.parentLabels(code),
          path: code.path,
          other: name === code.name ? code.labelEn : code.name,
          colour: code.wears,
          pin: code.pin,
        };
      }),
    [codebook],
  );
}
