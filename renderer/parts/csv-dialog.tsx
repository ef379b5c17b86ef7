// Choosing a CSV file to import: what the columns are, the file, and what came of it.

import { FileText } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from './dialog.tsx';
import { Icon } from './icon.tsx';

type Props = {
  readonly title: string;
  readonly hint: string;
  readonly children?: ReactNode;
  readonly pending: boolean;
  /** What came of it; then there is nothing more to choose. */
  readonly result: ReactNode | null;
  readonly onText: (csv: string) => void;
  readonly onClose: () => void;
};

export function CsvDialog({ title, hint, children, pending, result, onText, onClose }: Props) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const run = async () => {
    if (file) onText(await readText(file));
  };
  const done = result !== null;
  return (
    <Dialog
      title={title}
      busy={pending}
      onClose={pending ? () => {} : onClose}
      footer={
        <>
          <button type="button" className="btn" onClick={onClose}>
            {t(done ? 'common.close' : 'common.cancel')}
          </button>
          {done ? null : (
            <button type="button" className="btn primary" disabled={!file || pending} onClick={() => void run()}>
              {t('shell.import')}
            </button>
          )}
        </>
      }
    >
      {done ? (
        result
      ) : (
        <>
          <p className="lead">{hint}</p>
          <div className="csv-row">
            <input
              ref={input}
              className="vh"
              type="file"
              accept=".csv,.txt,text/csv"
              tabIndex={-1}
              aria-label={t('shell.chooseCsv')}
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
            <button type="button" className="btn" onClick={() => input.current?.click()}>
              <Icon of={FileText} small /> {t('shell.chooseCsv')}
            </button>
            <span className="t2">{file?.name}</span>
          </div>
          {children}
        </>
      )}
    </Dialog>
  );
}

/** UTF-8, or what Excel on an older Windows writes. */
async function readText(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Lines that did not fit, with their reasons. */
export function RefusedLines({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly { readonly line: number; readonly reason: string }[];
}) {
  const { t } = useTexts();
  if (lines.length === 0) return null;
  return (
    <>
      <p className="lead">{title}</p>
      <ul className="lines">
        {lines.slice(0, 200).map(({ line, reason }) => (
          <li key={line}>
            {t('shell.csvLine', { line })}: <span lang="en">{reason}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
