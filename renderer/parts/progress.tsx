// Waiting: nothing at first, a bar after a second; and the bar of work that says how far it is.

import { useEffect, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import './progress.css';

/** A bar that appears after a second, for a screen that is being read. */
export function Waiting({ label }: { readonly label?: string }) {
  const { t } = useTexts();
  const late = useLate(1000);
  return late ? <div className="prog endless" role="progressbar" aria-label={label ?? t('common.loading')} /> : null;
}

/** `done` of `total`; as long as the total is not known, the bar only says that something happens. */
export function Progress({ label, done, total }: { readonly label: string; readonly done: number; readonly total: number }) {
  const share = total > 0 ? Math.min(1, done / total) : null;
  if (share === null) return <div className="prog endless" role="progressbar" aria-label={label} />;
  const percent = Math.round(share * 100);
  return (
    <div className="prog" role="progressbar" aria-label={label} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}>
      <i style={{ width: `${percent}%` }} />
    </div>
  );
}

/** True once `ms` have passed. */
export function useLate(ms: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return late;
}
