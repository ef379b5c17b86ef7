// Below a memo, while the caret is in a link: what it leads to, the way there, and taking it off.

import { Link2Off } from 'lucide-react';
import type { LinkTarget } from '../../src/contract/memo.ts';
import { parseLink } from '../../src/domain/memo.ts';
import { useClient } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Keys } from '../parts/keys.tsx';

type Props = {
  readonly link: string;
  readonly to: LinkTarget | undefined;
  readonly gone: boolean;
  readonly readOnly: boolean;
  readonly onFollow: (link: string) => void;
  readonly onUnlink: () => void;
};

export function LinkBar({ link, to, gone, readOnly, onFollow, onUnlink }: Props) {
  const { t } = useTexts();
  const client = useClient();
  const web = parseLink(link)?.kind === 'web';
  const copy = () => {
    void navigator.clipboard.writeText(link).then(() => client.notice.set({ kind: 'text', text: t('common.copied') }));
  };
  return (
    <div className="link-bar">
      <span className="to">
        {to ? describe(to, t(`memos.link.kinds.${to.kind}`)) : web ? link : gone ? t('memos.link.goneLong') : ''}
      </span>
      {to ? (
        <button type="button" className="btn quiet" onClick={() => onFollow(link)}>
          {t('memos.link.follow')} <Keys of="mod+enter" />
        </button>
      ) : null}
      {web ? (
        <button type="button" className="btn quiet" onClick={copy}>
          {t('memos.link.copy')}
        </button>
      ) : null}
      {readOnly ? null : (
        <button type="button" className="btn quiet" onMouseDown={(event) => event.preventDefault()} onClick={onUnlink}>
          <Icon of={Link2Off} small /> {t('memos.link.remove')}
        </button>
      )}
    </div>
  );
}

function describe(to: LinkTarget, kind: string): string {
  return to.kind === 'quote' ? `${kind} · ${to.interview}: ‘${to.label}’` : `${kind} · ${to.label}`;
}
