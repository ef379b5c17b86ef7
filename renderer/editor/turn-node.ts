// A turn in the editor: one paragraph of plain text that knows which turn it is and who speaks.

import { $create, type EditorConfig, ElementNode, type LexicalNode } from 'lexical';

/** What stands beside a turn. `quiet`: the interviewer's. */
export type TurnHead = { readonly turn: number; readonly who: string; readonly when: string; readonly quiet: boolean };

const NOBODY: TurnHead = { turn: -1, who: '', when: '', quiet: false };

export class TurnNode extends ElementNode {
  __head: TurnHead = NOBODY;

  override $config() {
    return this.config('turn', { extends: ElementNode });
  }

  override afterCloneFrom(before: this): void {
    super.afterCloneFrom(before);
    this.__head = before.__head;
  }

  getHead(): TurnHead {
    return this.getLatest().__head;
  }

  setHead(head: TurnHead): void {
    this.getWritable().__head = head;
  }

  // The speaker is drawn by the style sheet, so that the paragraph holds the turn's text and nothing else.
  override createDOM(_config: EditorConfig): HTMLElement {
    const element = document.createElement('p');
    element.dir = 'auto';
    showHead(element, this.__head);
    return element;
  }

  override updateDOM(before: this, element: HTMLElement): boolean {
    if (before.__head !== this.__head) showHead(element, this.__head);
    return false;
  }

  override canIndent(): false {
    return false;
  }

  override collapseAtStart(): boolean {
    return true;
  }
}

function showHead(element: HTMLElement, { turn, who, when, quiet }: TurnHead): void {
  Object.assign(element.dataset, { turn: String(turn), who, when });
  element.className = quiet ? 'edited quiet' : 'edited';
}

export function $createTurnNode(head: TurnHead): TurnNode {
  const node = $create(TurnNode);
  node.__head = head;
  return node;
}

export function $isTurnNode(node: LexicalNode | null | undefined): node is TurnNode {
  return node instanceof TurnNode;
}
