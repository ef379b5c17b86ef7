// All keys, by where they work. Only keys that do something are in the list.

import { type TextKey, useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Keys } from '../parts/keys.tsx';
import './keys-overlay.css';

type Group = { readonly title: TextKey; readonly keys: readonly (readonly [keys: readonly string[], does: TextKey])[] };

const CODE: Group = {
  title: 'shell.keysTitle.code',
  keys: [
    [['c', 'enter'], 'shell.keysDo.pick'],
    [['1', '9'], 'shell.keysDo.pinned'],
    [['0'], 'shell.keysDo.again'],
    [['q'], 'shell.keysDo.last'],
    [['v'], 'shell.keysDo.inVivo'],
    [['n'], 'shell.keysDo.newCode'],
    [['alt+1'], 'shell.keysDo.pin'],
    [['r'], 'shell.keysDo.recode'],
    [['u'], 'shell.keysDo.remove'],
    [['s'], 'shell.keysDo.split'],
    [['shift+s'], 'shell.keysDo.fit'],
    [['g'], 'shell.keysDo.answers'],
    [['i'], 'shell.keysDo.keyQuote'],
    [['m'], 'shell.keysDo.memo'],
  ],
};

const READ: Group = {
  title: 'shell.keysTitle.read',
  keys: [
    [['j', 'down'], 'shell.keysDo.next'],
    [['k', 'up'], 'shell.keysDo.previous'],
    [['space'], 'shell.keysDo.wholeTurn'],
    [['alt+shift+right'], 'shell.keysDo.grow'],
    [['alt+shift+left'], 'shell.keysDo.shrink'],
    [['o'], 'shell.keysDo.overlaps'],
    [['[', ']'], 'shell.keysDo.edges'],
    [['alt+up', 'alt+down'], 'shell.keysDo.otherQuote'],
    [['l'], 'shell.keysDo.codings'],
    [['mod+f'], 'shell.keysDo.find'],
    [['e'], 'shell.keysDo.edit'],
  ],
};

const TREE: Group = {
  title: 'shell.keysTitle.tree',
  keys: [
    [['up', 'down'], 'shell.keysDo.walk'],
    [['left', 'right'], 'shell.keysDo.openClose'],
    [['f2'], 'shell.keysDo.rename'],
    [['alt+up', 'alt+down'], 'shell.keysDo.move'],
    [['del'], 'shell.keysDo.delete'],
    [['shift+f10'], 'shell.keysDo.menu'],
  ],
};

const EVERYWHERE: Group = {
  title: 'shell.keysTitle.everywhere',
  keys: [
    [['mod+z'], 'shell.keysDo.undo'],
    [['mod+shift+z'], 'shell.keysDo.redo'],
    [['mod+shift+f'], 'shell.keysDo.search'],
    [['mod+i'], 'shell.keysDo.import'],
    [['f6'], 'shell.keysDo.pane'],
    [['t'], 'shell.keysDo.table'],
    [['?'], 'shell.keysDo.keys'],
    [['esc'], 'shell.keysDo.back'],
  ],
};

export function KeysOverlay({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Dialog size="wide" title={t('shell.keys')} onClose={onClose}>
      <div className="keys">
        {[CODE, READ, TREE, EVERYWHERE].map((group) => (
          <section key={group.title}>
            <h3>{t(group.title)}</h3>
            <dl>
              {group.keys.map(([keys, does]) => (
                <div key={does}>
                  <dt>
                    {keys.map((key) => (
                      <Keys key={key} of={key} />
                    ))}
                  </dt>
                  <dd>{t(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
