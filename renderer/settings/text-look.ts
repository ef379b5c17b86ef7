// How what people said is shown: the size and the face of the reading text, put on the page as the person set them.

import { useEffect } from 'react';

export const TEXT_SIZES: readonly number[] = [15, 16, 17, 18, 19, 20, 21];
export const FACES = ['serif', 'sans', 'clear'] as const;
export type Face = (typeof FACES)[number];

/** Sets attributes on the page; what they mean is in style/tokens.css. */
export function useTextLook(size: number, face: Face): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.textSize = String(size);
    dataset.face = face;
    // What measures the text looks again.
    dispatchEvent(new Event('resize'));
  }, [size, face]);
}
