// What can be done with a mark of a chart, and with its row in the table beside it: walked to, opened, left.

export type PairMark = { readonly a: string; readonly b: string; readonly group: string };
export type PairActions = {
  readonly focus: { readonly a: string; readonly b: string } | null;
  readonly onFocus: (mark: PairMark) => void;
  readonly onOpen: (mark: PairMark, enter: boolean) => void;
  readonly onLeave: () => void;
};

type CodeMark = { readonly code: string; readonly group: string };
export type MarkActions = {
  readonly focus: CodeMark | null;
  readonly onFocus: (mark: CodeMark) => void;
  readonly onOpen: (mark: CodeMark, enter: boolean) => void;
  readonly onLeave: () => void;
};
