// What is written in the dialog of a code. Only what the person changed is kept, each with what it said before: what another window wrote in the
// other fields shows at once, and what it wrote in the same field is a clash, which the person settles.

import { type FormEvent, useState } from 'react';
import type { CodeRow } from '../../src/contract/code.ts';
import type { Failure } from '../../src/contract/index.ts';
import type { Colour } from '../../src/domain/code.ts';
import { useChange, useSelectedCode } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { longTold, nameTold } from './name-told.ts';

const BLANK = { name: '', labelEn: '', definition: '', definitionEn: '', use: '', not: '', example: '' };
export type CodeTexts = typeof BLANK;
type Field = keyof CodeTexts;
const FIELDS = Object.keys(BLANK) as readonly Field[];

/** A field that another window changed meanwhile, to something else than is written here. */
export type Clash =
  | { readonly field: Field; readonly theirs: string }
  | { readonly field: 'colour'; readonly theirs: Colour | null };

export type CodeForm = {
  readonly texts: CodeTexts;
  readonly write: (field: Field, text: string) => void;
  /** Of a theme; null as long as none was picked. Undefined below a theme. */
  readonly colour: Colour | null | undefined;
  readonly pick: (colour: Colour) => void;
  readonly reason: string;
  readonly writeReason: (reason: string) => void;
  readonly clashes: readonly Clash[];
  readonly settle: (which: 'mine' | 'theirs') => void;
  readonly wrong: string | null;
  readonly wrongEn: string | null;
  readonly ready: boolean;
  readonly submit: (event: FormEvent) => Promise<void>;
};

type Options = { readonly code: CodeRow | null; readonly parentId: number | null; readonly onClose: () => void };

export function useCodeForm({ code, parentId, onClose }: Options): CodeForm {
  const { t } = useTexts();
  const create = useChange('code.create');
  const update = useChange('code.update');
  const [, select] = useSelectedCode();
  const edits = useEdits(code);
  const { texts } = edits;
  const [reason, writeReason] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const wrongEn = texts.labelEn.trim() === '' ? null : longTold(t, texts.labelEn);
  const pending = create.pending || update.pending;
  const ready = texts.name.trim() !== '' && !pending && edits.clashes.length === 0;

  const onFailure = (failure: Failure) => {
    // What it was read as is read again; then the clash shows.
    if (failure.code === 'conflict' && failure.at === 'before') return true;
    const told = failure.code === 'conflict' ? t('codebook.taken') : failure.at === 'name' ? nameTold(t, texts.name) : null;
    setWrong(told);
    return told !== null;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const told = nameTold(t, texts.name);
    setWrong(told);
    if (told !== null || wrongEn !== null) return;
    if (code) {
      if (await update.run({ id: code.id, ...edits.changed, reason }, { onFailure })) onClose();
      return;
    }
    const made = await create.run({ parentId, ...texts, ...(edits.colour ? { colour: edits.colour } : {}) }, { onFailure });
    if (!made) return;
    select(made.id);
    onClose();
  };
  const write = (field: Field, text: string) => {
    edits.write(field, text);
    if (field === 'name') setWrong(null);
  };
  return {
    texts,
    write,
    colour: parentId === null ? edits.colour : undefined,
    pick: edits.pick,
    reason,
    writeReason,
    clashes: edits.clashes,
    settle: edits.settle,
    wrong: wrong ?? longTold(t, texts.name),
    wrongEn,
    ready,
    submit,
  };
}

type Edit<T> = { readonly before: T; readonly now: T };
type Edits = { readonly texts: Partial<Record<Field, Edit<string>>>; readonly colour: Edit<Colour | null> | null };

function useEdits(code: CodeRow | null) {
  const [edits, setEdits] = useState<Edits>({ texts: {}, colour: null });
  const kept = code ?? BLANK;
  const look = code?.parentId === null ? code.colour : null;
  const written = FIELDS.flatMap((field) => {
    const edit = edits.texts[field];
    return edit && edit.now !== kept[field] ? [{ field, ...edit }] : [];
  });
  const picked = edits.colour && !isSame(edits.colour.now, look) ? edits.colour : null;
  const clashes: Clash[] = written
    .filter((edit) => edit.before !== kept[edit.field])
    .map(({ field }) => ({ field, theirs: kept[field] }));
  if (picked && !isSame(picked.before, look)) clashes.push({ field: 'colour', theirs: look });
  const before = { ...fieldsOf(written, 'before'), ...(picked ? { colour: picked.before } : {}) };
  const now = { ...fieldsOf(written, 'now'), ...(picked?.now ? { colour: picked.now } : {}) };
  return {
    texts: { ...textsOf(kept), ...fieldsOf(written, 'now') },
    colour: picked ? picked.now : look,
    changed: { ...now, ...(Object.keys(before).length > 0 ? { before } : {}) },
    clashes,
    write: (field: Field, text: string) =>
      setEdits(({ texts, colour }) => ({
        texts: { ...texts, [field]: { before: texts[field]?.before ?? kept[field], now: text } },
        colour,
      })),
    pick: (next: Colour) =>
      setEdits(({ texts, colour }) => ({ texts, colour: { before: colour ? colour.before : look, now: next } })),
    /** Mine: it is known now what the others say. Theirs: those fields are as the others have them. */
    settle: (which: 'mine' | 'theirs') =>
      setEdits(({ texts, colour }) => {
        const settled = { ...texts };
        for (const { field } of clashes) {
          if (field === 'colour') continue;
          const edit = settled[field];
          if (which === 'theirs') delete settled[field];
          else if (edit) settled[field] = { before: kept[field], now: edit.now };
        }
        const clashing = colour && clashes.some(({ field }) => field === 'colour');
        return { texts: settled, colour: !clashing ? colour : which === 'theirs' ? null : { before: look, now: colour.now } };
      }),
  };
}

function fieldsOf(
  edits: readonly (Edit<string> & { readonly field: Field })[],
  side: 'before' | 'now',
): Partial<Record<Field, string>> {
  return Object.fromEntries(edits.map((edit) => [edit.field, edit[side]]));
}

function isSame(one: Colour | null, other: Colour | null): boolean {
  return one?.hue === other?.hue && one?.form === other?.form;
}

function textsOf({ name, labelEn, definition, definitionEn, use, not, example }: CodeTexts): CodeTexts {
  return { name, labelEn, definition, definitionEn, use, not, example };
}
