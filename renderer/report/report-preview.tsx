// The report as it will be, in a frame without scripts. It tells which sections there are and which one is in view.

import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { useTexts } from '../i18n/index.ts';
import { showReport } from './report-html.ts';

export type Section = { readonly id: string; readonly name: string };
export type Preview = { readonly jump: (id: string) => void; readonly print: () => void };

type Props = {
  readonly html: string;
  readonly onSections: (sections: readonly Section[]) => void;
  /** The section at the top of the view. */
  readonly onSection: (id: string) => void;
  readonly ref: Ref<Preview>;
};

export function ReportPreview({ html, onSections, onSection, ref }: Props) {
  const { t } = useTexts();
  const frame = useRef<HTMLIFrameElement>(null);
  const tell = useRef({ onSections, onSection });
  tell.current = { onSections, onSection };
  const wanted = useRef('');
  // What stands in the frame, and whether it is to be printed once it is what is asked for.
  const loaded = useRef('');
  const toPrint = useRef(false);
  useImperativeHandle(ref, () => ({
    jump: (id) => {
      wanted.current = id;
      frame.current?.contentDocument?.getElementById(id)?.scrollIntoView({ block: 'start' });
    },
    print: () => {
      if (loaded.current === html) frame.current?.contentWindow?.print();
      else toPrint.current = true;
    },
  }));
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const top = element.contentDocument?.scrollingElement?.scrollTop ?? 0;
    const stop = new AbortController();
    const onLoad = () => {
      prepare(element, top, stop.signal, tell.current.onSections, (articles) =>
        tell.current.onSection(inView(articles, wanted.current)?.id ?? ''),
      );
      loaded.current = html;
      if (toPrint.current) element.contentWindow?.print();
      toPrint.current = false;
    };
    element.addEventListener('load', onLoad, { signal: stop.signal });
    showReport(element, html);
    return () => stop.abort();
  }, [html]);
  // Same origin, so that this window can scroll, read the sections and print; scripts stay off.
  return <iframe ref={frame} className="rp-frame" title={t('report.preview')} sandbox="allow-same-origin allow-modals" />;
}

function prepare(
  frame: HTMLIFrameElement,
  top: number,
  signal: AbortSignal,
  onSections: Props['onSections'],
  onScroll: (articles: readonly HTMLElement[]) => void,
): void {
  const page = frame.contentDocument;
  if (!page?.scrollingElement) return;
  page.documentElement.classList.add('preview');
  page.scrollingElement.scrollTop = top;
  const articles = [...page.querySelectorAll('article')];
  onSections(articles.map((article) => ({ id: article.id, name: article.getAttribute('aria-label') ?? '' })));
  const look = () => onScroll(articles);
  look();
  page.addEventListener('scroll', look, { signal, passive: true });
  page.addEventListener('click', (event) => jumpInside(page, event), { signal });
}

/** The first section whose end is still to come; of sheets side by side the one that was asked for, else the left one. */
function inView(articles: readonly HTMLElement[], wanted: string): HTMLElement | undefined {
  const first = articles.find((article) => article.getBoundingClientRect().bottom > 80);
  const asked = articles.find((article) => article.id === wanted);
  return asked && first && Math.abs(asked.offsetTop - first.offsetTop) < 2 ? asked : first;
}

/** A link to a section would be a navigation of the frame, which has no address of its own. */
function jumpInside(page: Document, event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest('a[href^="#"]');
  if (!link) return;
  event.preventDefault();
  page.getElementById(link.getAttribute('href')?.slice(1) ?? '')?.scrollIntoView({ block: 'start' });
}
