// Makes a code or changes all that is known of one: name, definition, when and when not, example, English, and a theme's look. For a
// code that is there already it also tells what happened to it.

import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { CodeRow } from '../../src/contract/code.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { CodeClash } from './code-clash.tsx';
import { ColourPicker } from './colour-picker.tsx';
import { ExampleField } from './example-field.tsx';
import { HistoryTab } from './history-tab.tsx';
import { LookCheck } from './look-check.tsx';
import { type CodeForm, type CodeTexts, useCodeForm } from './use-code-form.ts';
import type { Codebook } from './use-codebook.ts';
import './code-dialog.css';

type Props = {
  readonly code: CodeRow | null;
  readonly parentId: number | null;
  readonly codebook: Codebook;
  readonly tab?: 'meaning' | 'history';
  readonly onClose: () => void;
};

const FORM = 'code-form';

export function CodeDialog({ code, parentId, codebook, tab = 'meaning', onClose }: Props) {
  const { t } = useTexts();
  const form = useCodeForm({ code, parentId, onClose });
  const parent = parentId === null ? undefined : codebook.byId.get(parentId);
  const title = code
    ? t('codebook.editTitle', { name: codebook.label(code) })
    : t(parent ? 'codebook.newSub' : 'codebook.newTheme');
  const lead = parent ? <p className="lead">{t('codebook.under', { name: codebook.label(parent) })}</p> : null;
  const fields = <Fields form={form} code={code} codebook={codebook} lead={lead} />;
  return (
    <Dialog
      size="wide"
      title={title}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" form={FORM} className="btn primary" disabled={!form.ready}>
            {t(code ? 'common.save' : 'codebook.createDo')}
          </button>
        </>
      }
    >
      {code ? (
        <Tabs defaultSelectedKey={tab} className="code-tabs">
          <TabList aria-label={title} className="tab-list">
            <Tab id="meaning" className="tab">
              {t('codebook.tabMeaning')}
            </Tab>
            <Tab id="history" className="tab">
              {t('codebook.tabHistory')}
            </Tab>
          </TabList>
          <TabPanel id="meaning" shouldForceMount className="tab-panel">
            {fields}
          </TabPanel>
          <TabPanel id="history" className="tab-panel">
            <HistoryTab codeId={code.id} onLeave={onClose} />
          </TabPanel>
        </Tabs>
      ) : (
        fields
      )}
    </Dialog>
  );
}

function Fields({
  form,
  code,
  codebook,
  lead,
}: {
  readonly form: CodeForm;
  readonly code: CodeRow | null;
  readonly codebook: Codebook;
  readonly lead: ReactNode;
}) {
  const { t } = useTexts();
  const { texts, write, colour } = form;
  const field = (name: keyof CodeTexts) => ({
    label: t(`codebook.${name}`),
    value: texts[name],
    onChange: (text: string) => write(name, text),
  });
  return (
    <form id={FORM} onSubmit={(event) => void form.submit(event)}>
      {lead}
      {form.clashes.length > 0 ? <CodeClash clashes={form.clashes} onSettle={form.settle} /> : null}
      <div className="fields2">
        <Field {...field('name')} autoFocus required error={form.wrong} />
        <Field {...field('labelEn')} lang="en" error={form.wrongEn} />
      </div>
      {colour === undefined ? null : (
        <>
          <ColourPicker colour={colour} onChange={form.pick} />
          <LookCheck colour={colour} codeId={code?.id ?? null} codebook={codebook} />
        </>
      )}
      <div className="fields2">
        <Field {...field('definition')} lines={3} maxLength={5000} />
        <Field {...field('definitionEn')} lines={3} maxLength={5000} lang="en" />
        <Field {...field('use')} lines={2} maxLength={5000} />
        <Field {...field('not')} lines={2} maxLength={5000} />
      </div>
      <ExampleField code={code} value={texts.example} onChange={(text) => write('example', text)} />
      {code ? (
        <Field
          label={t('codebook.reason')}
          hint={t('codebook.reasonHint')}
          value={form.reason}
          onChange={form.writeReason}
          maxLength={1000}
        />
      ) : null}
    </form>
  );
}
