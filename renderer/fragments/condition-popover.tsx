// What opens below a word of the sentence: the values that can stand there, or all conditions that can be added.

import { type ReactNode, type RefObject, useState } from 'react';
import { Dialog, Header, ListBox, ListBoxItem, ListBoxSection, Popover, Text } from 'react-aria-components';
import { useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Field } from '../parts/field.tsx';
import { Waiting } from '../parts/progress.tsx';
import { type Kind, without } from './clauses.ts';
import { CodeChoice } from './code-choice.tsx';
import type { Query } from './query.ts';
import { conditionName, type Editing } from './sentence.tsx';
import type { Names } from './use-names.ts';
import { type Value, ValueList } from './value-list.tsx';

type Props = {
  readonly editing: Editing;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly query: Query;
  readonly names: Names;
  readonly onChange: (query: Query) => void;
  readonly onEditing: (editing: Editing) => void;
  readonly onClose: () => void;
};

export function ConditionPopover(props: Props) {
  const { t } = useTexts();
  const { editing, anchor, onClose } = props;
  const label = editing.kind === 'add' ? t('fragments.addLabel') : conditionName(editing.kind, t);
  return (
    <Popover
      className="pop menu fx-pop"
      triggerRef={anchor}
      isOpen
      placement="bottom start"
      offset={4}
      onOpenChange={(open) => open || onClose()}
    >
      <Dialog className="fx-dialog" aria-label={label}>
        <Content key={editing.kind} {...props} />
      </Dialog>
    </Popover>
  );
}

function Content(props: Props): ReactNode {
  const { editing, query, names, onChange, onClose } = props;
  const { kind } = editing;
  const change = (part: Partial<Query>) => onChange({ ...query, ...part });
  const away = kind === 'add' ? undefined : () => leave(onChange, onClose, without(query, kind));
  switch (kind) {
    case 'add':
      return <AddList {...props} />;
    case 'all':
    case 'any':
    case 'none':
      return (
        <CodeChoice
          role={kind}
          codeId={editing.codeId}
          query={query}
          codebook={names.codebook}
          onChange={onChange}
          onClose={onClose}
        />
      );
    case 'sets':
      return <ValueList values={plain(names.sets)} chosen={query.sets} onChange={(sets) => change({ sets })} onAway={away} />;
    case 'cities':
      return (
        <ValueList values={plain(names.cities)} chosen={query.cities} onChange={(cities) => change({ cities })} onAway={away} />
      );
    case 'speakers':
      return <SpeakerList {...props} onAway={away} />;
    case 'interviews':
      return (
        <ValueList
          values={names.interviews.map(({ id, name, set }) => ({ value: String(id), label: name, note: set }))}
          chosen={query.interviews.map(String)}
          onChange={(ids) => change({ interviews: ids.map(Number) })}
          onAway={away}
        />
      );
    case 'who':
      return <WhoList {...props} onAway={away} />;
    case 'coder':
      return <CoderList {...props} />;
    case 'text':
      return <TextForm query={query} onChange={onChange} onClose={onClose} onAway={query.text === '' ? undefined : away} />;
    case 'key':
    case 'memo':
    case 'check':
    case 'before':
      return <ValueList values={[]} chosen={[]} onChange={() => {}} onAway={away} />;
    default:
      return <AttributeList {...props} name={kind.slice('attribute:'.length)} onAway={away} />;
  }
}

type More = { readonly onAway: (() => void) | undefined };

function AttributeList({ name, query, names, onChange, onAway }: Props & More & { readonly name: string }) {
  const values = names.attributes.find((attribute) => attribute.name === name)?.values ?? [];
  const others = query.attributes.filter((attribute) => attribute.name !== name);
  const at = query.attributes.findIndex((attribute) => attribute.name === name);
  const put = (chosen: readonly string[]) => {
    if (chosen.length === 0) return onChange({ ...query, attributes: others });
    const own = { name, values: chosen };
    onChange({ ...query, attributes: at < 0 ? [...others, own] : query.attributes.with(at, own) });
  };
  return <ValueList values={plain([...values, ''])} chosen={query.attributes[at]?.values ?? []} onChange={put} onAway={onAway} />;
}

/** Read when it is asked for: finding out who speaks goes through all texts. */
function SpeakerList({ query, onChange, onAway }: Props & More) {
  const speakers = useRead('speaker.list', {}).data?.speakers;
  if (!speakers) return <Waiting />;
  const labels = speakers.flatMap(({ speaker }) => speaker ?? []);
  return (
    <ValueList
      values={plain(labels)}
      chosen={query.speakers}
      onChange={(chosen) => onChange({ ...query, speakers: chosen })}
      onAway={onAway}
    />
  );
}

function WhoList({ query, onChange, onClose, onAway }: Props & More) {
  const { t } = useTexts();
  const choices = ['participants', 'interviewer'] as const;
  return (
    <ValueList
      values={choices.map((value) => ({ value, label: t(`fragments.who.${value}`) }))}
      chosen={query.who === '' ? [] : [query.who]}
      one
      onChange={([value]) => leave(onChange, onClose, { ...query, who: choices.find((choice) => choice === value) ?? '' })}
      onAway={onAway}
    />
  );
}

function CoderList({ query, names, onChange, onClose }: Props) {
  const { t } = useTexts();
  const values = [{ value: '', label: t('fragments.allCoders') }, ...plain(names.coders)];
  return (
    <ValueList
      values={values}
      chosen={[query.coder]}
      one
      onChange={([coder = '']) => leave(onChange, onClose, { ...query, coder })}
    />
  );
}

function TextForm({ query, onChange, onClose, onAway }: Pick<Props, 'query' | 'onChange' | 'onClose'> & More) {
  const { t } = useTexts();
  const [text, setText] = useState(query.text);
  return (
    <form
      className="fx-form"
      onSubmit={(event) => {
        event.preventDefault();
        leave(onChange, onClose, { ...query, text: text.trim() });
      }}
    >
      <Field
        label={t('fragments.textLabel')}
        hint={t('fragments.textHint')}
        value={text}
        onChange={setText}
        maxLength={500}
        autoFocus
      />
      <div className="fx-form-row">
        {onAway ? (
          <button type="button" className="btn quiet" onClick={onAway}>
            {t('fragments.away')}
          </button>
        ) : null}
        <button type="submit" className="btn primary">
          {t('fragments.textDo')}
        </button>
      </div>
    </form>
  );
}

/** All conditions that are not in the question yet. */
function AddList({ query, names, onChange, onEditing, onClose }: Props) {
  const { t } = useTexts();
  const sections: { readonly title: string; readonly kinds: readonly Kind[] }[] = [
    { title: t('fragments.section.codes'), kinds: ['all', 'any', 'none'] },
    { title: t('fragments.section.where'), kinds: ['sets', 'cities', 'interviews'] },
    {
      title: t('fragments.section.people'),
      kinds: [...names.attributes.map(({ name }) => `attribute:${name}` as const), 'who', 'speakers'],
    },
    { title: t('fragments.section.quote'), kinds: ['text', 'key', 'memo', 'check'] },
  ];
  const choose = (kind: Kind) => {
    if (kind === 'key' || kind === 'memo' || kind === 'check') leave(onChange, onClose, { ...query, [kind]: true });
    else onEditing({ kind, codeId: null });
  };
  return (
    <ListBox
      className="menu-in"
      aria-label={t('fragments.addLabel')}
      selectionMode="single"
      autoFocus="first"
      onAction={(key) => choose(String(key) as Kind)}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined) choose(String(key) as Kind);
      }}
    >
      {sections.map(({ title, kinds }) => (
        <ListBoxSection key={title} id={title}>
          <Header className="fx-section">{title}</Header>
          {kinds
            .filter((kind) => !isGiven(query, kind))
            .map((kind) => (
              <ListBoxItem key={kind} id={kind} className="menu-item" textValue={conditionName(kind, t)}>
                <Text slot="label">{conditionName(kind, t)}</Text>
              </ListBoxItem>
            ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}

/** A code can always be added; any other condition stands in the sentence once. */
function isGiven(query: Query, kind: Kind): boolean {
  if (kind === 'all' || kind === 'any' || kind === 'none') return false;
  return JSON.stringify(without(query, kind)) !== JSON.stringify(query);
}

function leave(onChange: Props['onChange'], onClose: () => void, query: Query): void {
  onChange(query);
  onClose();
}

function plain(names: readonly string[]): Value[] {
  return names.map((value) => ({ value, label: value }));
}
