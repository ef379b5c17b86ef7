// The one inline style a page of ours may carry: that of the theme report, for its preview. A file of its own, so that a host that
// only needs the policy does not load the core.

export { reportStyleHash } from '../formats/report.ts';
