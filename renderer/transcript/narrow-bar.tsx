// In a narrow window, for fingers: code, key quote and memo for the text that is selected.

import { NotebookPen, Star, Tag } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import { CommandKeys } from '../commands/command-keys.tsx';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';

type Props = { readonly onCode: () => void; readonly onKey: () => void; readonly onMemo: () => void };

export function NarrowBar({ onCode, onKey, onMemo }: Props) {
  const { t } = useTexts();
  const bar = useRef<HTMLDivElement>(null);
  useRaisedToast(bar);
  const keepSelection = { onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault() };
  return (
    <div className="narrow-bar" ref={bar}>
      <button type="button" className="btn" onClick={onCode} {...keepSelection}>
        <Icon of={Tag} small /> {t('transcript.chip')} <CommandKeys of="transcript.pick" />
      </button>
      <button type="button" className="btn quiet" onClick={onKey} {...keepSelection}>
        <Icon of={Star} small /> {t('transcript.card.key')}
      </button>
      <button type="button" className="btn quiet" onClick={onMemo} {...keepSelection}>
        <Icon of={NotebookPen} small /> {t('transcript.card.memo')}
      </button>
    </div>
  );
}

/** The toast is shown above the buttons, as long as they are there. */
function useRaisedToast(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    const { dataset } = document.documentElement;
    const look = () => {
      if (element.offsetHeight > 0) dataset.fingers = '';
      else delete dataset.fingers;
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      observer.disconnect();
      delete dataset.fingers;
    };
  }, [bar]);
}
