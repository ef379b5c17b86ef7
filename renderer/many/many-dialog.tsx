// Coding many passages at once: a list to look through and tick, one code, one step to undo.

import { useMemo, useState } from 'react';
import { useChange, useClient, useRead } from '../client/index.ts';
import { useCodebook } from '../codebook/use-codebook.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Waiting } from '../parts/progress.tsx';
import { Segmented } from '../parts/segmented.tsx';
import type { Choice } from '../transcript/choices.ts';
import { CodeField } from './code-field.tsx';
import { PassageList } from './passage-list.tsx';
import { isMixed, type Passage, rangesOf, saidBy, type Unit, WHO, type Who } from './passages.ts';
import './many.css';

type Props = {
  readonly title: string;
  readonly lead: string;
  /** Undefined while they are being looked for. */
  readonly passages: readonly Passage[] | undefined;
  /** What may be coded of each; one: no choice is shown. */
  readonly units: readonly Unit[];
  /** Said below the list, such as where nothing was found. */
  readonly note?: string;
  readonly onClose: () => void;
};

const UNITS = { hit: 'transcript.many.hit', sentence: 'transcript.many.sentence', turn: 'transcript.many.turn' } as const;

const SAID_BY = {
  all: 'transcript.many.who.all',
  participants: 'transcript.many.who.participants',
  interviewer: 'transcript.many.who.interviewer',
} as const;

export function ManyDialog({ title, lead, passages: found, units, note = '', onClose }: Props) {
  const { t } = useTexts();
  const client = useClient();
  const codebook = useCodebook();
  const readOnly = useRead('project.get', {}).data?.readOnly ?? false;
  const apply = useChange('coding.applyMany');
  const [unit, setUnit] = useState<Unit>(units[0] ?? 'hit');
  const [who, setWho] = useState<Who>('all');
  const mixed = useMemo(() => isMixed(found ?? []), [found]);
  const passages = useMemo(() => found && (mixed ? saidBy(found, who) : found), [found, mixed, who]);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [changed, setChanged] = useState<ReadonlySet<string> | null>(null);
  const ticked = useMemo(
    () => changed ?? new Set((found ?? []).filter(({ proposed }) => proposed).map(({ key }) => key)),
    [changed, found],
  );
  const ranges = useMemo(() => rangesOf(passages ?? [], ticked, unit), [passages, ticked, unit]);
  // A code that was deleted in another window meanwhile is no choice any more.
  const code = choice?.kind === 'code' && !codebook.byId.has(choice.code.id) ? null : choice;

  const run = async () => {
    if (!code) return;
    const what = code.kind === 'code' ? { codeIds: [code.code.id] } : { path: code.code.path };
    const done = await apply.run({ ...what, ranges }, { quiet: false });
    if (!done) return;
    onClose();
    if (done.codingIds.length === 0) client.notice.set({ kind: 'text', text: t('transcript.many.allPresent') });
  };
  return (
    <Dialog
      size="wide"
      title={title}
      busy={apply.pending}
      onClose={onClose}
      footer={
        <>
          <span className="sp t2 num" role="status">
            {passages ? t('transcript.many.chosen', { chosen: ranges.length, count: passages.length }) : ''}
          </span>
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button
            type="button"
            className="btn primary"
            disabled={!code || ranges.length === 0 || apply.pending || readOnly}
            onClick={() => void run()}
          >
            {t('transcript.many.do', { count: ranges.length })}
          </button>
        </>
      }
    >
      <p className="lead">{lead}</p>
      <div className="many-head">
        <CodeField codebook={codebook} chosen={code} onChoose={setChoice} />
        {units.length > 1 ? (
          <div className="field">
            <span className="field-l">{t('transcript.many.unit')}</span>
            <Segmented
              label={t('transcript.many.unit')}
              value={unit}
              choices={units.map((value) => ({ value, label: t(UNITS[value]) }))}
              onChange={setUnit}
            />
          </div>
        ) : null}
        {mixed ? (
          <div className="field">
            <span className="field-l">{t('transcript.many.saidBy')}</span>
            <Segmented
              label={t('transcript.many.saidBy')}
              value={who}
              choices={WHO.map((value) => ({ value, label: t(SAID_BY[value]) }))}
              onChange={setWho}
            />
          </div>
        ) : null}
      </div>
      {passages ? (
        <PassageList passages={passages} ticked={ticked} onTick={setChanged} />
      ) : (
        <Waiting label={t('transcript.many.looking')} />
      )}
      {note ? <p className="many-note t3">{note}</p> : null}
    </Dialog>
  );
}
