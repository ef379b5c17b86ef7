// Memos in groups by what they are on, the newest first; and the journal as a calendar reads: by month, each day with its entries.

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { MemoRow } from '../../src/contract/memo.ts';
import { plainMemo } from '../../src/domain/memo.ts';
import type { Codebook } from '../codebook/use-codebook.ts';
import { type Language, useTexts } from '../i18n/index.ts';
import { Swatch } from '../parts/swatch.tsx';
import { go } from '../shell/route.ts';
import { subjectKey, subjectOf } from './subject.ts';
import { MEMO_KINDS } from './use-memo-filter.ts';

type Props = { readonly memos: readonly MemoRow[]; readonly open: string | null; readonly codebook: Codebook };

/** A row shows the beginning; more than this is never seen. */
const PREVIEW = 240;

export function MemoList({ memos, open, codebook }: Props) {
  const { t, format } = useTexts();
  const groups = Map.groupBy(memos, (memo) => memo.on);
  return (
    <Rows>
      {MEMO_KINDS.flatMap((kind) => {
        const own = kind === 'journal' ? byDay(groups.get(kind) ?? []) : (groups.get(kind) ?? []);
        if (own.length === 0) return [];
        return (
          <section key={kind} aria-label={t(`memos.groups.${kind}`)}>
            <h2 className="memo-group">
              {t(`memos.groups.${kind}`)} <small className="num">{format.number(own.length)}</small>
            </h2>
            {own.map((memo) => (
              <MemoRowButton key={memo.id} memo={memo} open={open} title={<Title memo={memo} codebook={codebook} />} />
            ))}
          </section>
        );
      })}
    </Rows>
  );
}

export function JournalList({ memos, open }: Omit<Props, 'codebook'>) {
  const { language } = useTexts();
  const write = daysIn(language);
  // While the answer to other filters is still shown, it may hold other memos.
  const sorted = byDay(memos.filter((memo) => memo.date !== null));
  const months = Map.groupBy(sorted, (memo) => (memo.date ?? '').slice(0, 7));
  return (
    <Rows>
      {[...months].map(([month, own]) => (
        <section key={month} aria-label={write.month(`${month}-01`)}>
          <h2 className="memo-group">{write.month(`${month}-01`)}</h2>
          {[...Map.groupBy(own, (memo) => memo.date ?? '')].map(([date, entries]) => (
            <div key={date} className="journal-day">
              <p className="journal-date">
                <b className="num">{Number(date.slice(8))}</b>
                <span>{write.weekday(date)}</span>
              </p>
              <div>
                {entries.map((memo) => (
                  <MemoRowButton key={memo.id} memo={memo} open={open} title={null} />
                ))}
              </div>
            </div>
          ))}
        </section>
      ))}
    </Rows>
  );
}

/** The last day first; within a day what was written last. */
function byDay(entries: readonly MemoRow[]): MemoRow[] {
  return [...entries].sort((a, b) => (a.date === b.date ? b.id - a.id : (a.date ?? '') < (b.date ?? '') ? 1 : -1));
}

/** Arrows walk the rows. */
function Rows({ children }: { readonly children: ReactNode }) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.memo-row')];
    const at = rows.findIndex((row) => row.matches(':focus'));
    rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
    event.preventDefault();
  };
  const { t } = useTexts();
  return (
    <nav className="memo-rows scroll" aria-label={t('memos.list')} onKeyDown={onKeyDown}>
      {children}
    </nav>
  );
}

function MemoRowButton({
  memo,
  open,
  title,
}: {
  readonly memo: MemoRow;
  readonly open: string | null;
  readonly title: ReactNode;
}) {
  const { format } = useTexts();
  const key = subjectKey(subjectOf(memo));
  const isOpen = key === open;
  const row = useRef<HTMLButtonElement>(null);
  // Opened by a link it may be far down the list.
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <button
      ref={row}
      type="button"
      className="memo-row"
      data-focus={`memo-${key}`}
      aria-current={isOpen ? 'true' : undefined}
      onClick={() => go({ view: 'memos', open: key })}
    >
      {title}
      <span className="memo-preview read">{previewOf(memo.text)}</span>
      <small className="num">
        {memo.coder} · {format.when(memo.at)}
      </small>
    </button>
  );
}

function previewOf(text: string): string {
  const lines = plainMemo(text.slice(0, PREVIEW)).split('\n');
  return lines.flatMap((line) => line.trim() || []).join(' · ');
}

function Title({ memo, codebook }: { readonly memo: MemoRow; readonly codebook: Codebook }) {
  const { format } = useTexts();
  const code = codebook.codes.find((one) => one.id === memo.codeId);
  if (memo.on === 'journal') return <b className="memo-title">{format.date(memo.date ?? '')}</b>;
  return (
    <b className="memo-title">
      {code ? <Swatch colour={code.wears} /> : null}
      <span>{titleOf(memo, code, codebook)}</span>
    </b>
  );
}

/** Codes are called as they are everywhere in this window: in English where they have an English name. */
function titleOf(memo: MemoRow, code: Codebook['codes'][number] | undefined, codebook: Codebook): string {
  if (memo.on === 'coding') return `${code ? codebook.label(code) : memo.code} · ${memo.interview}`;
  return memo.on === 'code' && code ? [...codebook.parentLabels(code), codebook.label(code)].join(' / ') : memo.subject;
}

function daysIn(language: Language) {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const at = (date: string) => new Date(`${date}T00:00:00Z`);
  return { month: (date: string) => month.format(at(date)), weekday: (date: string) => weekday.format(at(date)) };
}
