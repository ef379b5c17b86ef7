// All keys in force, by where they work, with the way to change them.

import { useKeymap } from '../commands/keymap.ts';
import { commandName } from '../commands/names.ts';
import { COMMANDS, type Group } from '../commands/table.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Keys } from '../parts/keys.tsx';
import { useShell } from './shell-context.ts';
import './keys-overlay.css';

const GROUPS: readonly Group[] = ['code', 'read', 'tree', 'fragments', 'memo', 'window', 'project', 'view'];
const DIGITS = /^transcript\.digit[1-9]$/;

/** Nothing in the list takes the focus, so the list itself does: then the arrows scroll it. */
const walkable = { tabIndex: 0 } as const;

type Row = { readonly id: string; readonly name: string; readonly keys: readonly string[] };

export function KeysOverlay({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const shell = useShell();
  const rows = useRows();
  return (
    <Dialog
      size="wide"
      title={t('shell.keys')}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn" onClick={() => shell.show('changeKeys')}>
            {t('commands.names.changeKeys')}
          </button>
          <span className="sp" />
          <button type="button" className="btn" onClick={onClose}>
            {t('common.close')}
          </button>
        </>
      }
    >
      <section className="keys" aria-label={t('shell.keys')} {...walkable}>
        {GROUPS.map((group) => (
          <KeyGroup key={group} title={t(`commands.groups.${group}`)} rows={rows(group)} />
        ))}
      </section>
    </Dialog>
  );
}

function KeyGroup({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map(({ id, name, keys }) => (
          <div key={id}>
            <dt>
              {keys.map((key) => (
                <Keys key={key} of={key} />
              ))}
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Only commands that have a key. The nine digits are one line as long as they are the nine digits. */
function useRows(): (group: Group) => Row[] {
  const { t, language } = useTexts();
  const { keysOf } = useKeymap();
  const usual = COMMANDS.every(({ id, keys }) => !DIGITS.test(id) || keysOf(id).join() === keys.join());
  return (group) =>
    COMMANDS.filter((command) => command.group === group).flatMap(({ id }) => {
      if (usual && id === 'transcript.digit1') return [{ id, name: t('commands.names.transcript.digits'), keys: ['1 – 9'] }];
      if (usual && DIGITS.test(id)) return [];
      const keys = keysOf(id);
      return keys.length > 0 ? [{ id, name: commandName(language, id), keys }] : [];
    });
}
