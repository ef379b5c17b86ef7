// What the palette knows: the commands someone offers now, in both languages, and the interviews and codes of the project.

import { useMemo, useState } from 'react';
import { usePosition, useRead } from '../client/index.ts';
import { labelOf, useCodebook } from '../codebook/use-codebook.ts';
import { type Language, translator, useTexts } from '../i18n/index.ts';
import type { Known } from './choices.ts';
import { commandName } from './names.ts';
import { useRegistry } from './registry.ts';
import { COMMANDS, type Command } from './table.ts';

const MOST = 20;
const NO_ROWS: Known['interviews'] = [];
const NO_NAMES: readonly string[] = [];
/** Choosing these in the palette leads back to the palette. */
const NOT_HERE = new Set(['palette']);
/** A pinned code is called by its name; a digit without a code is left out. */
const DIGIT = /^transcript\.digit\d$/;

/** What the palette knows on the start screen: only what can be done there. */
export function useKnownAlone(): Known {
  const { t, language } = useTexts();
  const offered = useOffered();
  return useMemo(() => {
    const other = language === 'nl' ? 'en' : 'nl';
    const commands = COMMANDS.filter(({ id }) => offered.has(id) && !NOT_HERE.has(id)).map(({ id, group }) => ({
      id,
      name: commandName(language, id),
      other: commandName(other, id),
      group: t(`commands.groups.${group}`),
    }));
    return { commands, recent: NO_NAMES, interviews: NO_ROWS, codes: [], alone: true };
  }, [t, language, offered]);
}

/** Once, as it opens: what is behind the palette does not change while it is there. */
function useOffered(): ReadonlySet<string> {
  const registry = useRegistry();
  const [offered] = useState(() => new Set(COMMANDS.filter(({ id, fixed }) => !fixed && registry.find(id)).map(({ id }) => id)));
  return offered;
}

export function useKnown(): { readonly known: Known; readonly remember: (id: string) => void } {
  const { t, language } = useTexts();
  const codebook = useCodebook();
  const interviews = useRead('interview.list', {}).data?.interviews ?? NO_ROWS;
  const [kept, keep] = usePosition('palette', NO_NAMES);
  const recent = useMemo(() => kept.filter((id) => typeof id === 'string'), [kept]);
  const offered = useOffered();
  const known = useMemo((): Known => {
    const other = language === 'nl' ? 'en' : 'nl';
    const pinned = new Map(
      codebook.codes.filter((code) => code.pin !== null).map((code) => [`transcript.digit${code.pin}`, code]),
    );
    const nameIn = (named: Language, id: string) => {
      const code = pinned.get(id);
      return code
        ? translator(named)('commands.names.transcript.pinned', { code: labelOf(code, named) })
        : commandName(named, id);
    };
    const can = ({ id }: Command) => offered.has(id) && !NOT_HERE.has(id) && (!DIGIT.test(id) || pinned.has(id));
    const commands = COMMANDS.filter(can).map(({ id, group }) => ({
      id,
      name: nameIn(language, id),
      other: nameIn(other, id),
      group: t(`commands.groups.${group}`),
    }));
    const codes = codebook.codes.map((code) => ({
      id: code.id,
      name: codebook.label(code),
      parents: codebook.parentLabels(code),
      path: code.path,
      other: language === 'nl' ? code.labelEn : code.name,
    }));
    return { commands, recent, interviews, codes };
  }, [t, language, offered, recent, interviews, codebook]);
  return { known, remember: (id) => keep([id, ...recent.filter((other) => other !== id)].slice(0, MOST)) };
}
