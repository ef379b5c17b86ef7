// Gives commands other keys: choose a line, press the key. A key that is taken says by what; one that the browser or the system takes
// first is refused with the reason. It works at once, in every window.

import { RotateCcw, X } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useKeepSettings } from '../client/index.ts';
import { type Translate, useTexts } from '../i18n/index.ts';
import { Rich } from '../i18n/rich.tsx';
import { Field } from '../parts/field.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { Keys, sayKeys } from '../parts/keys.tsx';
import { fold } from '../transcript/fold.ts';
import { conflictOf, makeKeymap, type OwnKeys, settled, useOwnKeys, withKey } from './keymap.ts';
import { keyOf, takenBy } from './keys.ts';
import { commandName } from './names.ts';
import { COMMANDS, type Command, type Group } from './table.ts';
import './shortcut-editor.css';

type Refused = { readonly id: string; readonly key: string; readonly text: string; readonly canTake: boolean };

export function ShortcutEditor() {
  const { t, language } = useTexts();
  const own = useOwnKeys();
  const settings = useKeepSettings();
  const [filter, setFilter] = useState('');
  const [recording, setRecording] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const groups = useMemo(() => groupsFor(filter), [filter]);
  const keymap = useMemo(() => makeKeymap(own), [own]);
  const keep = (keys: OwnKeys) =>
    void settings({ keys: Object.fromEntries(Object.entries(settled(keys)).map(([id, list]) => [id, [...list]])) });
  const give = (command: Command, key: string) => {
    setRefused(null);
    setRecording(null);
    keep(withKey(own, command, key));
  };
  const press = (command: Command, key: string) => {
    const why = refusalOf(t, own, command, key, (id) => commandName(language, id));
    if (!why) return give(command, key);
    setRecording(null);
    setRefused({ id: command.id, key, ...why });
  };
  return (
    <div className="sc">
      <p className="lead">{t('commands.edit.hint')}</p>
      <div className="sc-top">
        <Field label={t('commands.edit.filter')} type="search" value={filter} onChange={setFilter} />
        <button type="button" className="btn" disabled={Object.keys(own).length === 0} onClick={() => keep({})}>
          {t('commands.edit.resetAll')}
        </button>
      </div>
      {groups.map(([group, commands]) => (
        <section key={group}>
          <h3>{t(`commands.groups.${group}`)}</h3>
          <ul>
            {commands.map((command) => (
              <li key={command.id}>
                <Line
                  command={command}
                  keys={keymap.keysOf(command.id)}
                  changed={command.id in own}
                  recording={recording === command.id}
                  onRecord={(on) => {
                    setRefused(null);
                    setRecording(on ? command.id : null);
                  }}
                  onPress={(key) => press(command, key)}
                  onRemove={() => keep({ ...own, [command.id]: [] })}
                  onReset={() => keep(Object.fromEntries(Object.entries(own).filter(([id]) => id !== command.id)))}
                />
                {refused?.id === command.id ? (
                  <p className="sc-no" role="alert">
                    <span>
                      <Rich text={refused.text} />
                    </span>
                    {refused.canTake ? (
                      <button type="button" className="btn" onClick={() => give(command, refused.key)}>
                        {t('commands.edit.takeOver')}
                      </button>
                    ) : null}
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Why a key can't simply be given to a command, and whether the person may take it from the other; null when it can. */
function refusalOf(
  t: Translate,
  own: OwnKeys,
  command: Command,
  key: string,
  nameOf: (id: string) => string,
): { readonly text: string; readonly canTake: boolean } | null {
  const said = sayKeys(t, key);
  const taken = takenBy(key, command.scope !== 'anywhere');
  if (taken && !command.keys.includes(key)) return { text: t(`commands.edit.taken.${taken}`, { key: said }), canTake: false };
  const other = conflictOf(own, command, key);
  if (!other) return null;
  const values = { key: said, command: nameOf(other.id) };
  return { text: t(other.fixed ? 'commands.edit.fixedConflict' : 'commands.edit.conflict', values), canTake: !other.fixed };
}

type LineProps = {
  readonly command: Command;
  readonly keys: readonly string[];
  readonly changed: boolean;
  readonly recording: boolean;
  readonly onRecord: (on: boolean) => void;
  readonly onPress: (key: string) => void;
  readonly onRemove: () => void;
  readonly onReset: () => void;
};

function Line({ command, keys, changed, recording, onRecord, onPress, onRemove, onReset }: LineProps) {
  const { t, language } = useTexts();
  const name = commandName(language, command.id);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!recording) return;
    const key = keyOf(event.nativeEvent);
    // Esc and Tab are how one leaves.
    if (key === 'tab' || key === 'shift+tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'esc') onRecord(false);
    else if (key !== null) onPress(key);
  };
  return (
    <div className="sc-line">
      <span className="sc-name">
        {name}
        {changed ? <small>{t('commands.edit.changed')}</small> : null}
      </span>
      <button
        type="button"
        className={recording ? 'sc-keys on' : 'sc-keys'}
        onClick={() => onRecord(!recording)}
        onKeyDown={onKeyDown}
        onBlur={() => recording && onRecord(false)}
      >
        <span className="vh">{t('commands.edit.change', { command: name })} </span>
        {recording ? <span>{t('commands.edit.press')}</span> : null}
        {!recording && keys.length === 0 ? <span className="t3">{t('commands.edit.none')}</span> : null}
        {recording ? null : keys.map((key) => <Keys key={key} of={key} />)}
      </button>
      {changed ? (
        <IconButton small icon={RotateCcw} label={t('commands.edit.reset', { command: name })} onPress={onReset} />
      ) : (
        <span className="sc-gap" />
      )}
      {keys.length > 0 ? (
        <IconButton small icon={X} label={t('commands.edit.remove', { command: name })} onPress={onRemove} />
      ) : (
        <span className="sc-gap" />
      )}
    </div>
  );
}

function groupsFor(filter: string): [Group, Command[]][] {
  const wanted = fold(filter.trim());
  const fits = ({ id }: Command) => fold(`${commandName('nl', id)} ${commandName('en', id)}`).includes(wanted);
  return [
    ...Map.groupBy(
      COMMANDS.filter((command) => !command.fixed && fits(command)),
      ({ group }) => group,
    ),
  ];
}
