// Says whether the look of a theme is told apart from the looks of the others, also by who is colour-blind, in words.

import { CircleCheck, TriangleAlert } from 'lucide-react';
import { hueContrast, type Resemblance, resemblance, type Sight } from '../../src/charts/colour-sight.ts';
import type { CodeRow } from '../../src/contract/code.ts';
import type { Colour } from '../../src/domain/code.ts';
import { type Texts, useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import type { Codebook } from './use-codebook.ts';

type Props = {
  /** Null: the codebook picks one that no theme has yet. */
  readonly colour: Colour | null;
  readonly codeId: number | null;
  readonly codebook: Codebook;
};

export function LookCheck({ colour, codeId, codebook }: Props) {
  const texts = useTexts();
  if (!colour) return null;
  const others = codebook.themes.filter((theme) => theme.id !== codeId);
  const warning = lookWarning(colour, others, codebook.label, texts);
  return (
    <p className={warning ? 'look-check warn' : 'look-check'} role="status">
      <Icon of={warning ? TriangleAlert : CircleCheck} small />
      <span>
        {warning ??
          texts.t('codebook.look.fine', { contrast: texts.format.number(Math.floor(hueContrast(colour.hue) * 10) / 10) })}
      </span>
    </p>
  );
}

/** The worst there is to say of a look beside those of other themes, in a sentence; null when it is easy to tell from all. */
export function lookWarning(
  colour: Colour,
  others: readonly CodeRow[],
  label: (code: CodeRow) => string,
  { t, format }: Pick<Texts, 't' | 'format'>,
): string | null {
  const found = others.flatMap((theme) => {
    const like = resemblance(colour, theme.wears);
    return like ? [{ theme, like }] : [];
  });
  const of = (kind: Resemblance['kind']) => found.filter(({ like }) => like.kind === kind);
  const names = (some: typeof found) => format.list(some.map(({ theme }) => label(theme)));
  if (of('same').length > 0) return t('codebook.look.same', { names: names(of('same')) });
  const close = of('close');
  if (close.length > 0) {
    const sights = new Set(close.flatMap(({ like }): readonly Sight[] => (like.kind === 'close' ? like.sights : [])));
    const who = format.list([...sights].map((sight) => t(`codebook.look.sights.${sight}`)));
    return t('codebook.look.close', { names: names(close), who });
  }
  return of('form').length > 0 ? t('codebook.look.form', { names: names(of('form')) }) : null;
}
