// A number that says what it counts, when it is pointed at or has the focus.

import type { ReactNode } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import './explained.css';

export function Explained({ children, why }: { readonly children: ReactNode; readonly why: string }) {
  return (
    <TooltipTrigger delay={300}>
      <Button className="explained num">{children}</Button>
      <Tooltip className="tip explains" placement="bottom start" offset={6}>
        {why}
      </Tooltip>
    </TooltipTrigger>
  );
}
