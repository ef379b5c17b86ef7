// What goes along with the pointer while a code is dragged: its name, and in words where letting go would put it.

import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

export function DragGhost({ name, hint }: { readonly name: string; readonly hint: string | null }) {
  const ghost = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = (event: DragEvent) => {
      const element = ghost.current;
      if (!element) return;
      const left = Math.min(event.clientX + 14, innerWidth - element.offsetWidth - 8);
      const top = Math.min(event.clientY + 16, innerHeight - element.offsetHeight - 8);
      element.style.transform = `translate(${left}px, ${top}px)`;
      element.dataset.shown = 'true';
    };
    document.addEventListener('dragover', follow);
    return () => document.removeEventListener('dragover', follow);
  }, []);
  return createPortal(
    <div className="drag-ghost" ref={ghost} aria-hidden="true">
      <span className="drag-name">{name}</span>
      {hint ? <span className="drag-hint">{hint}</span> : null}
    </div>,
    document.body,
  );
}
