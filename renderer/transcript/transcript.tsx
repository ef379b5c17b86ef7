// An interview to read, code and correct: the head, the sheet, and what opens beside them.

import { memo, useCallback, useRef } from 'react';
import type { InterviewRow } from '../../src/contract/interview.ts';
import type { TextRange } from '../../src/domain/text.ts';
import type { Codebook } from '../codebook/use-codebook.ts';
import { type Offers, useCommands } from '../commands/registry.ts';
import { AnswersDialog } from '../many/answers-dialog.tsx';
import { InterviewHits } from '../many/hits-dialog.tsx';
import { FindBar } from './find-bar.tsx';
import { GoToBar } from './go-to-bar.tsx';
import { Header } from './header.tsx';
import { ACTS } from './keys.ts';
import { MemoDialog } from './memo-dialog.tsx';
import type { Page } from './model.ts';
import { NarrowBar } from './narrow-bar.tsx';
import { memosOn } from './page-facts.ts';
import { Sheet } from './sheet.tsx';
import { type Desk, useDesk } from './use-desk.ts';
import { useGoTo } from './use-go-to.ts';
import type { Scroll } from './use-reveal.ts';
import './highlights.css';

type Props = {
  readonly page: Page;
  readonly interview: InterviewRow | undefined;
  readonly codebook: Codebook;
  readonly at: TextRange | null;
  /** Where it was scrolled to when it was last open. */
  readonly scroll: Scroll;
  readonly onScroll: (scroll: Scroll) => void;
};

export const Transcript = memo(function Transcript({ page: saved, interview, codebook, at, scroll, onScroll }: Props) {
  const desk = useDesk(saved, interview, codebook);
  const { page, stage, spot, acts, find, editing, back } = desk;
  const { finding, goingTo, memoOpen } = stage.stage;
  const { set } = stage;
  const findInput = useRef<HTMLInputElement>(null);
  const openFind = useCallback(() => {
    set({ finding: true, goingTo: false });
    findInput.current?.select();
  }, [set]);
  const goTo = useGoTo(desk);
  const openGoTo = useCallback(() => set({ goingTo: true, finding: false }), [set]);
  const may = editing.now === null;
  const offers: Offers = Object.fromEntries(Object.entries(ACTS).map(([id, act]) => [id, may ? () => acts.run(act) : undefined]));
  useCommands({ ...offers, 'transcript.find': openFind, 'transcript.goToLine': openGoTo });
  const closeGoTo = () => {
    set({ goingTo: false });
    back();
  };
  const closeFind = () => {
    set({ finding: false });
    if (editing.now) {
      if (find.current) editing.goTo(find.current.start);
      else editing.goTo(editing.drafts.current().turns[editing.now.caret.turn]?.start ?? 0);
    } else if (find.current) spot.place({ anchor: find.current.start, focus: find.current.end }, { focus: true });
    else back();
  };
  const codingMemos = memosOn(page.marks) + memosOn(page.toCheck);
  const closeMemo = () => set({ memoOpen: false });
  return (
    <div className="transcript">
      <Header
        name={page.name}
        codingMemos={codingMemos}
        stripes={desk.stripes}
        interview={interview}
        finding={finding || goingTo}
        editing={editing.now !== null}
        canEdit={!desk.readOnly}
        onMemo={() => set({ memoOpen: true })}
        onFind={finding ? closeFind : openFind}
        onEdit={() => (editing.now ? void editing.leave() : acts.run({ kind: 'edit' }))}
      >
        {finding ? (
          <FindBar find={find} input={findInput} onCodeAll={() => set({ many: { kind: 'hits' } })} onClose={closeFind} />
        ) : null}
        {goingTo ? (
          <GoToBar
            onClose={closeGoTo}
            onGo={(what, number) => {
              const trouble = goTo(what, number);
              if (trouble === null) set({ goingTo: false });
              return trouble;
            }}
          />
        ) : null}
      </Header>
      <Sheet desk={desk} at={at} scroll={scroll} onScroll={onScroll} />
      {editing.now ? null : (
        <NarrowBar
          onCode={() => acts.run({ kind: 'pick' })}
          onKey={() => acts.run({ kind: 'key' })}
          onMemo={() => acts.run({ kind: 'memo' })}
        />
      )}
      <Many desk={desk} />
      {memoOpen ? (
        <MemoDialog
          page={page}
          onClose={closeMemo}
          onGo={(id) => {
            closeMemo();
            acts.select(id);
          }}
        />
      ) : null}
    </div>
  );
});

/** Coding much at once: the hits of what was searched here, or the answers to a question. */
function Many({ desk }: { readonly desk: Desk }) {
  const { page, stage, find, interview, back } = desk;
  const { many } = stage.stage;
  if (!many) return null;
  const close = () => {
    stage.set({ many: null });
    if (many.kind === 'answers') back();
  };
  return many.kind === 'hits' ? (
    <InterviewHits page={page} set={interview?.set ?? ''} query={find.query} hits={find.hits} onClose={close} />
  ) : (
    <AnswersDialog interviewId={page.interviewId} turn={many.turn} onClose={close} />
  );
}
