// Finding in the open interview: hits light up in the text, Enter goes to the next.

import { ArrowDown, ArrowUp, ListChecks, Search, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import type { FindHandle } from './use-find.ts';

type Props = {
  readonly find: FindHandle;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onCodeAll: () => void;
  readonly onClose: () => void;
};

export function FindBar({ find, input, onCodeAll, onClose }: Props) {
  const { t, format } = useTexts();
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [input]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const count = find.hits.length;
  const said =
    find.query.trim() === ''
      ? ''
      : count === 0
        ? t('transcript.findNone')
        : t('transcript.findCount', { now: find.at + 1, n: count });
  return (
    <search
      className="find-bar"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <label className="in">
        <Icon of={Search} small />
        <input
          ref={input}
          type="search"
          aria-label={t('transcript.find')}
          placeholder={t('transcript.findWhat')}
          value={find.query}
          onChange={(event) => find.setQuery(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <span className="num t3" role="status" aria-label={count > 0 ? said : undefined}>
          {count > 0 ? `${format.number(find.at + 1)}/${format.number(count)}` : said}
        </span>
      </label>
      <IconButton
        small
        icon={ArrowUp}
        label={t('transcript.findPrevious')}
        keys="shift+enter"
        disabled={count === 0}
        onPress={() => find.step(-1)}
      />
      <IconButton
        small
        icon={ArrowDown}
        label={t('transcript.findNext')}
        keys="enter"
        disabled={count === 0}
        onPress={() => find.step(1)}
      />
      {count > 0 ? (
        <button type="button" className="btn quiet" onClick={onCodeAll}>
          <Icon of={ListChecks} small /> {t('transcript.codeHits', { count: format.number(count) })}
        </button>
      ) : null}
      <IconButton small icon={X} label={t('common.close')} keys="esc" onPress={onClose} />
    </search>
  );
}
