// For what need not be done anew at every letter.

import { useEffect, useState } from 'react';

/** What was typed, once the typing pauses for `ms`. */
export function useSettled(text: string, ms: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  return settled;
}
