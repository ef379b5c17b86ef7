// The only inline styles a page of ours may carry, as CSP sources. The report's preview is a srcdoc frame and inherits the page's
// policy, so the report's own style sheet is named here.

import { reportStyleHash } from '../core/report-style.ts';

export const styleHashes: readonly string[] = [`'${reportStyleHash()}'`];
