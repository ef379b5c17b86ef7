// Importing from the start screen: first the files, then a name for the project they go into; there the import goes on.

import { type RefObject, useRef } from 'react';
import { TRANSCRIPT_ENDINGS } from '../../src/domain/interview.ts';
import { useChange, useClient } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { withoutLeftovers } from '../parts/dropped-files.ts';
import { isAboutName, NameDialog } from '../shell/name-dialog.tsx';

const KINDS = [...TRANSCRIPT_ENDINGS.map((ending) => `.${ending}`), 'text/plain', 'text/vtt'].join(',');

export function FileChoice({
  input,
  onFiles,
}: {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const { t } = useTexts();
  return (
    <input
      ref={input}
      className="vh"
      type="file"
      multiple
      accept={KINDS}
      tabIndex={-1}
      aria-label={t('start.import')}
      onChange={(event) => {
        const files = withoutLeftovers([...(event.target.files ?? [])]);
        event.target.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}

export function ImportIntoNew({ files, onClose }: { readonly files: readonly File[]; readonly onClose: () => void }) {
  const { t } = useTexts();
  const client = useClient();
  const create = useChange('workbench.create');
  const onName = async (name: string) => {
    let wrong = '';
    // The window of the new project takes them from here.
    client.incoming.set(files);
    const done = await create.run(
      { name },
      {
        onFailure: (failure) => {
          if (isAboutName(failure)) wrong = t('start.taken');
          return isAboutName(failure);
        },
      },
    );
    if (!done) client.incoming.set([]);
    return done ? null : wrong;
  };
  return (
    <NameDialog
      title={t('start.importTitle', { count: files.length })}
      label={t('start.createName')}
      action={t('start.importDo')}
      hint={t('start.importHint')}
      onName={onName}
      onClose={onClose}
    />
  );
}

/** A ref to the hidden file field, and what opens it. */
export function useFileChoice(): { readonly input: RefObject<HTMLInputElement | null>; readonly choose: () => void } {
  const input = useRef<HTMLInputElement>(null);
  return { input, choose: () => input.current?.click() };
}
