// Copy a chart as an image, or save it as SVG or PNG.

import { Copy, Download } from 'lucide-react';
import type { MarkupElement } from '../../src/domain/markup.ts';
import { type Client, showTrouble, useClient } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { MenuButton, type MenuEntry } from '../parts/menu.tsx';
import { useHeld } from '../parts/use-held.ts';
import { toFileName, useSaveFile } from '../shell/save-file.ts';
import { PNG_TYPE, SVG_TYPE, toPng, toSvgText } from './save-chart.ts';

// As many arguments as every engine takes.
const PIECE = 8192;

type Props = {
  readonly name: string;
  /** Makes the chart as it goes out: without focus, in the words of the window. */
  readonly draw: () => MarkupElement;
  /** What is drawn answers an earlier question: what goes out, waits. */
  readonly stale: boolean;
};
type Way = 'copy' | 'svg' | 'png';

export function ChartActions({ name, draw, stale }: Props) {
  const client = useClient();
  const { t } = useTexts();
  const save = useSaveFile();
  const say = (text: string) => client.notice.set({ kind: 'good', text });
  const fail = (error: unknown) =>
    showTrouble(client, { code: 'internal', message: error instanceof Error ? error.message : String(error) });
  const copy = () =>
    void copyPicture(client, draw()).then(
      () => say(t('analysis.imageCopied')),
      () => say(t('analysis.copyFailed')),
    );
  const savePng = async () => {
    const file = { name: toFileName(`${name}.png`), mime: PNG_TYPE, base64: await toBase64(await toPng(draw())) };
    const { saved, where } = await client.bridge.saveFile(file);
    if (saved) say(t('shell.savedAs', { name: where ?? file.name }));
  };
  const { press } = useHeld<Way>(stale, (ways) => {
    for (const way of ways) {
      if (way === 'copy') copy();
      else if (way === 'svg') void save(`${name}.svg`, SVG_TYPE, async () => toSvgText(draw()));
      else void savePng().catch(fail);
    }
  });
  const entries: MenuEntry[] = [
    { id: 'svg', label: t('analysis.saveSvg'), onAction: () => press('svg') },
    { id: 'png', label: t('analysis.savePng'), onAction: () => press('png') },
  ];
  return (
    <>
      <IconButton label={t('analysis.copyImage')} icon={Copy} onPress={() => press('copy')} />
      <MenuButton label={t('analysis.saveImage')} entries={entries}>
        <Icon of={Download} />
      </MenuButton>
    </>
  );
}

/** The desktop's host writes on the clipboard; a browser lets the page do it, and takes a promise so that it is still the person's act. */
async function copyPicture({ bridge }: Client, chart: MarkupElement): Promise<void> {
  if (bridge.copy) return bridge.copy({ png: await toBase64(await toPng(chart)) });
  await navigator.clipboard.write([new ClipboardItem({ [PNG_TYPE]: toPng(chart) })]);
}

async function toBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
