// Makes a code or changes all that is known of one: name, definition, when and when not, example, English, and a theme's look.

import { type FormEvent, useState } from 'react';
import type { CodeRow } from '../../src/contract/code.ts';
import type { Failure } from '../../src/contract/index.ts';
import type { Colour } from '../../src/domain/code.ts';
import { useChange, useSelectedCode } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { ColourPicker } from './colour-picker.tsx';
import type { Codebook } from './use-codebook.ts';

type Props = {
  readonly code: CodeRow | null;
  readonly parentId: number | null;
  readonly codebook: Codebook;
  readonly onClose: () => void;
};

const BLANK = { name: '', labelEn: '', definition: '', definitionEn: '', use: '', not: '', example: '' };
type Texts = typeof BLANK;

export function CodeDialog({ code, parentId, codebook, onClose }: Props) {
  const { t } = useTexts();
  const create = useChange('code.create');
  const update = useChange('code.update');
  const [, select] = useSelectedCode();
  const [texts, setTexts] = useState<Texts>(() => (code ? textsOf(code) : BLANK));
  const [colour, setColour] = useState<Colour | null>(code?.parentId === null ? code.wears : null);
  const [wrong, setWrong] = useState<string | null>(null);
  const parent = parentId === null ? undefined : codebook.byId.get(parentId);
  const pending = create.pending || update.pending;

  const onFailure = (failure: Failure) => {
    if (failure.code === 'conflict') setWrong(t('codebook.taken'));
    else if (failure.at === 'name') setWrong(t('codebook.noSlash'));
    return failure.code === 'conflict' || failure.at === 'name';
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (texts.name.trim() === '' || pending) return;
    const look = colour ? { colour } : {};
    if (code) {
      if (await update.run({ id: code.id, ...texts, ...look }, { onFailure })) onClose();
      return;
    }
    const made = await create.run({ parentId, ...texts, ...look }, { onFailure });
    if (!made) return;
    select(made.id);
    onClose();
  };
  const field = (name: keyof Texts) => ({
    label: t(`codebook.${name}`),
    value: texts[name],
    onChange: (value: string) => setTexts({ ...texts, [name]: value }),
  });
  const title = code
    ? t('codebook.editTitle', { name: codebook.label(code) })
    : t(parent ? 'codebook.newSub' : 'codebook.newTheme');

  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        {parent ? <p className="lead">{t('codebook.under', { name: codebook.label(parent) })}</p> : null}
        <div className="fields2">
          <Field
            {...field('name')}
            autoFocus
            required
            maxLength={200}
            error={wrong}
            onChange={(name) => {
              setTexts({ ...texts, name });
              setWrong(null);
            }}
          />
          <Field {...field('labelEn')} maxLength={200} lang="en" />
        </div>
        {parentId === null ? <ColourPicker colour={colour} onChange={setColour} /> : null}
        <Field {...field('definition')} lines={3} maxLength={5000} />
        <div className="fields2">
          <Field {...field('use')} lines={2} maxLength={5000} />
          <Field {...field('not')} lines={2} maxLength={5000} />
        </div>
        <Field {...field('example')} lines={2} maxLength={5000} />
        <Field {...field('definitionEn')} lines={2} maxLength={5000} lang="en" />
        <div className="dlg-row">
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={texts.name.trim() === '' || pending}>
            {t(code ? 'common.save' : 'codebook.createDo')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function textsOf({ name, labelEn, definition, definitionEn, use, not, example }: CodeRow): Texts {
  return { name, labelEn, definition, definitionEn, use, not, example };
}
