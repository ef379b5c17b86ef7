// The preview: passages by interview, each with what stands around it and a box to tick.

import { useEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { type Passage, toggled } from './passages.ts';

type Props = {
  readonly passages: readonly Passage[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
};

/** So many rows at a time: a page of all hits of a common word would take seconds to draw. */
const SHOWN = 300;

export function PassageList({ passages, ticked, onTick }: Props) {
  const { t, format } = useTexts();
  const [shown, setShown] = useState(SHOWN);
  const groups = useMemo(() => [...Map.groupBy(passages, (passage) => passage.interviewId).values()], [passages]);
  const inView = useMemo(() => new Set(passages.slice(0, shown).map(({ key }) => key)), [passages, shown]);
  if (passages.length === 0) return <p className="many-none t2">{t('transcript.many.none')}</p>;
  return (
    <>
      <div className="many-all">
        <Box label={t('transcript.many.all')} keys={passages.map(({ key }) => key)} ticked={ticked} onTick={onTick} />
      </div>
      {groups.map((own) => {
        const [first] = own;
        const rows = own.filter(({ key }) => inView.has(key));
        if (!first || rows.length === 0) return null;
        const keys = own.map(({ key }) => key);
        return (
          <section key={first.interviewId} className="many-group">
            <h3>
              <Box label={first.interview} keys={keys} ticked={ticked} onTick={onTick} />
              <span className="t3">{first.set}</span>
              <span className="t3 num">{format.number(own.length)}</span>
            </h3>
            <ul>
              {rows.map((passage) => (
                <Row key={passage.key} passage={passage} ticked={ticked} onTick={onTick} />
              ))}
            </ul>
          </section>
        );
      })}
      {passages.length > shown ? (
        <button type="button" className="btn" onClick={() => setShown(shown + SHOWN)}>
          {t('transcript.many.more', { shown, count: passages.length })}
        </button>
      ) : null}
    </>
  );
}

function Row({ passage, ticked, onTick }: { readonly passage: Passage } & Omit<Props, 'passages'>) {
  const { t } = useTexts();
  const { key, before, text, after, turn, question } = passage;
  return (
    <li>
      <label className="many-row">
        <input type="checkbox" checked={ticked.has(key)} onChange={() => onTick(toggled(ticked, [key]))} />
        <span className="many-said">
          {question ? <span className="many-question">{question.text}</span> : null}
          <span className="read">
            {before ? <span className="ctx">…{before}</span> : null}
            {question ? text : <mark>{text}</mark>}
            {after ? <span className="ctx">{after}…</span> : null}
          </span>
        </span>
        <span className="meta num t3">
          {t('common.turn', { turn })}
          {question ? <span>{t(`transcript.many.likeness.${likenessIn(question.likeness)}`)}</span> : null}
        </span>
      </label>
    </li>
  );
}

/** One box for several rows: half-ticked when some are. */
function Box({
  label,
  keys,
  ticked,
  onTick,
}: {
  readonly label: string;
  readonly keys: readonly string[];
} & Omit<Props, 'passages'>) {
  const box = useRef<HTMLInputElement>(null);
  const chosen = keys.filter((key) => ticked.has(key)).length;
  const some = chosen > 0 && chosen < keys.length;
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return (
    <label className="check">
      <input ref={box} type="checkbox" checked={chosen === keys.length} onChange={() => onTick(toggled(ticked, keys))} />
      {label}
    </label>
  );
}

/** How alike two questions are, in words: a share says more than is known. */
function likenessIn(likeness: number): 'same' | 'much' | 'some' {
  if (likeness > 0.99) return 'same';
  return likeness >= 0.5 ? 'much' : 'some';
}
