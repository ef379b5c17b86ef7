// The ways to choose files: one or many, or a whole folder. Dropping works too.

import { FileText, Folder } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTexts } from '../i18n/index.ts';
import { withoutLeftovers } from '../parts/dropped-files.ts';
import { Icon } from '../parts/icon.tsx';

export function FilePicker({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useTexts();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  // React has no name for this attribute.
  useEffect(() => folder.current?.setAttribute('webkitdirectory', ''), []);
  const take = (input: HTMLInputElement) => {
    onFiles(withoutLeftovers([...(input.files ?? [])]));
    input.value = '';
  };
  return (
    <div className="picker-row">
      <input
        ref={files}
        className="vh"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={t('interviews.chooseFiles')}
        onChange={(event) => take(event.target)}
      />
      <input
        ref={folder}
        className="vh"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={t('interviews.chooseFolder')}
        onChange={(event) => take(event.target)}
      />
      <button type="button" className="btn" onClick={() => files.current?.click()}>
        <Icon of={FileText} small /> {t('interviews.chooseFiles')}
      </button>
      <button type="button" className="btn" onClick={() => folder.current?.click()}>
        <Icon of={Folder} small /> {t('interviews.chooseFolder')}
      </button>
      <span className="t3">{t('interviews.importHint')}</span>
    </div>
  );
}
