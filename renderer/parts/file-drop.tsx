// A place that takes dropped files and folders. It says so by a line of the thread while something hangs above it.

import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { droppedFiles } from './dropped-files.ts';
import './file-drop.css';

type Props = { readonly className: string; readonly onFiles: (files: readonly File[]) => void; readonly children: ReactNode };

export function FileDrop({ className, onFiles, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const take = useEffectEvent((transfer: DataTransfer) => void droppedFiles(transfer).then(onFiles));
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node) || !element.contains(event.relatedTarget)) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      take(event.dataTransfer);
    };
    element.addEventListener('dragover', onOver);
    element.addEventListener('dragleave', onLeave);
    element.addEventListener('drop', onDrop);
    return () => {
      element.removeEventListener('dragover', onOver);
      element.removeEventListener('dragleave', onLeave);
      element.removeEventListener('drop', onDrop);
    };
  }, []);
  return (
    <div className={over ? `${className} file-over` : className} ref={place}>
      {children}
    </div>
  );
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
