// A line icon in the size and weight of the look. It says nothing by itself: the words beside it do, or the button's name.

import type { LucideIcon } from 'lucide-react';

export function Icon({
  of: Drawing,
  small = false,
  className = '',
}: {
  readonly of: LucideIcon;
  readonly small?: boolean;
  readonly className?: string;
}) {
  return <Drawing className={`i ${small ? 's ' : ''}${className}`} aria-hidden="true" />;
}

/** The thread with its loop: the mark of Rode Draad. */
export function ThreadMark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg
      className="thread-mark"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M1 16.5h7.2c4.6 0 7.3-2.6 7.3-5.9 0-2.5-1.6-4.1-3.6-4.1s-3.5 1.6-3.5 4.1c0 3.3 2.7 5.9 7.3 5.9H23" />
    </svg>
  );
}
