// Copy a chart as an image, or save it as SVG or PNG.

import { Copy, Download } from 'lucide-react';
import type { MarkupElement } from '../../src/domain/markup.ts';
import { useClient } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { MenuButton, type MenuEntry } from '../parts/menu.tsx';
import { toFileName, useSaveFile } from '../shell/save-file.ts';
import { PNG_TYPE, SVG_TYPE, toPng, toSvgText } from './save-chart.ts';

/** `draw` makes the chart as it goes out: without focus, in the words of the window. */
export function ChartActions({ name, draw }: { readonly name: string; readonly draw: () => MarkupElement }) {
  const client = useClient();
  const { t } = useTexts();
  const save = useSaveFile();
  const say = (text: string) => client.notice.set({ kind: 'text', text });
  const copy = () => {
    // The clipboard takes a promise, so that the copy still counts as what the person asked for.
    const item = new ClipboardItem({ [PNG_TYPE]: toPng(draw()) });
    void navigator.clipboard.write([item]).then(
      () => say(t('analysis.imageCopied')),
      () => say(t('analysis.copyFailed')),
    );
  };
  const entries: MenuEntry[] = [
    {
      id: 'svg',
      label: t('analysis.saveSvg'),
      onAction: () => void save(`${name}.svg`, SVG_TYPE, async () => toSvgText(draw())),
    },
  ];
  // Files of the desktop are texts; a browser downloads a picture as it is.
  if (client.bridge.kind === 'web')
    entries.push({
      id: 'png',
      label: t('analysis.savePng'),
      onAction: () => void toPng(draw()).then((blob) => download(`${name}.png`, blob)),
    });
  return (
    <>
      <IconButton label={t('analysis.copyImage')} icon={Copy} onPress={copy} />
      <MenuButton label={t('analysis.saveImage')} entries={entries}>
        <Icon of={Download} />
      </MenuButton>
    </>
  );
}

function download(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = toFileName(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
