// @vitest-environment jsdom
// A memo in the editor, without a page: any text goes in and comes out the same, and any run of typing, marking, pasting and undoing leaves a memo
// that is written and read back with every word, mark and link.

import { createHeadlessEditor } from '@lexical/headless';
import fc from 'fast-check';
import {
  $getRoot,
  $selectAll,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  createEditor,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  REDO_COMMAND,
  REMOVE_TEXT_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { type MemoEditing, registerMemo } from '../../../renderer/editor/memo-editing.ts';
import { memoNodes } from '../../../renderer/editor/memo-nodes.ts';
import { blocksFromHtml } from '../../../renderer/editor/memo-paste.ts';
import { cleanMemo, parseMemo, printMemo } from '../../../src/domain/memo.ts';
import { runs } from '../../helpers/runs.ts';

type Bench = { readonly editor: LexicalEditor; readonly own: MemoEditing; readonly typed: () => number };

function open(text = ''): Bench {
  const editor = createHeadlessEditor({
    nodes: memoNodes,
    onError: (error) => {
      throw error;
    },
  });
  let typed = 0;
  const own = registerMemo(editor, { onTyped: () => typed++, onCaret: () => {}, onTooLong: () => {} });
  own.set(text);
  return { editor, own, typed: () => typed };
}

/** Selects from the n-th text in the memo to another, as far as there are. */
function select({ editor }: Bench, from: number, to: number): void {
  editor.update(
    () => {
      const texts = $getRoot().getAllTextNodes();
      const [a, b] = [texts[from % Math.max(1, texts.length)], texts[to % Math.max(1, texts.length)]];
      if (!a || !b) {
        $getRoot().selectEnd();
        return;
      }
      const selection = a.select(from % (a.getTextContentSize() + 1), from % (a.getTextContentSize() + 1));
      selection.focus.set(b.getKey(), to % (b.getTextContentSize() + 1), 'text');
    },
    { discrete: true },
  );
}

const selectAll = ({ editor }: Bench) => editor.update(() => void $selectAll(), { discrete: true });
const atEnd = ({ editor }: Bench) => editor.update(() => void $getRoot().selectEnd(), { discrete: true });
const type = ({ editor }: Bench, text: string) =>
  editor.update(() => void editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, text), { discrete: true });
const enter = ({ editor }: Bench) =>
  editor.update(() => void editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined), { discrete: true });

describe('a text in the editor', () => {
  it.each([
    'Gewoon een zin.',
    'Een oude memo\nmet regels\n\nen een witregel ertussen.',
    '# Kop\n## Kop\n### Kop **vet**',
    '- een\n  - twee\n    - drie\n- vier\n1. vijf\n2. zes\n  - zeven',
    '3. drie\n4. vier\n9\\. negen',
    'on**der**zoek, *scheef* en ***beide***, zie [hier **ook**](code:5) en [site](https://a.nl/b)',
    '5 \\* 3, \\[geen link\\](code:5), \\# geen kop'.replace('\\# geen kop', '#geen kop'),
    '\\- geen streepje\n\\# geen kop\n1\\. geen nummer',
    'tab\there',
    '',
  ])('%j comes out as it went in', (text) => {
    const bench = open(text);
    expect(bench.own.text()).toBe(text);
    expect(bench.typed()).toBe(0);
  });

  it('of whatever signs is stable, and loses no word', () => {
    const signs = fc.constantFrom(
      '*',
      '**',
      '\\',
      '[',
      ']',
      '(code:5)',
      '\n',
      '# ',
      '- ',
      '  - ',
      '1. ',
      '7. ',
      ' ',
      '\t',
      'a',
      'é',
      '👩‍👧',
      '_',
      '> ',
    );
    const text = fc
      .array(fc.oneof(signs, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 30 })
      .map((parts) => cleanMemo(parts.join('')));
    fc.assert(
      fc.property(text, (given) => {
        const once = open(given).own.text();
        expect(once).toBe(printMemo(parseMemo(given)));
        expect(open(once).own.text()).toBe(once);
      }),
      { numRuns: 400 },
    );
  });
});

describe('typing', () => {
  it('is not what the editor does by itself when it comes on a page or shows a text', () => {
    const editor = createEditor({ nodes: memoNodes });
    let typed = 0;
    const own = registerMemo(editor, { onTyped: () => typed++, onCaret: () => {}, onTooLong: () => {} });
    editor.setRootElement(document.createElement('div'));
    own.set('1. een\n   - twee');
    expect(own.text()).toBe('1. een\n  - twee');
    expect(typed).toBe(0);
    editor.update(() => void $getRoot().selectEnd().insertText('!'), { discrete: true });
    expect(typed).toBe(1);
  });

  it('makes what the toolbar says', () => {
    const bench = open('Een zin over slaap');
    selectAll(bench);
    bench.own.format('bold');
    expect(bench.own.text()).toBe('**Een zin over slaap**');
    bench.own.block('h2');
    expect(bench.own.text()).toBe('## **Een zin over slaap**');
    bench.own.block('h2');
    bench.own.format('bold');
    bench.own.block('bullet');
    expect(bench.own.text()).toBe('- Een zin over slaap');
    bench.own.block('number');
    expect(bench.own.text()).toBe('1. Een zin over slaap');
    atEnd(bench);
    enter(bench);
    type(bench, 'dieper');
    bench.own.indent(true);
    expect(bench.own.text()).toBe('1. Een zin over slaap\n  1. dieper');
    bench.own.indent(true);
    expect(bench.own.text()).toBe('1. Een zin over slaap\n  1. dieper');
    bench.own.indent(false);
    bench.own.block('h1');
    expect(bench.own.text()).toBe('1. Een zin over slaap\n# dieper');
  });

  it('links what is selected, changes the link under the caret, and writes a label where nothing is selected', () => {
    const bench = open('zie hier');
    selectAll(bench);
    bench.own.link('code:5', 'Slaap');
    expect(bench.own.text()).toBe('[zie hier](code:5)');
    select(bench, 2, 2);
    bench.own.link('quote:12', 'ander');
    expect(bench.own.text()).toBe('[zie hier](quote:12)');
    bench.own.link(null, '');
    expect(bench.own.text()).toBe('zie hier');
    atEnd(bench);
    type(bench, ' ');
    bench.own.link('interview:3', 'DH [01]');
    type(bench, 'en verder');
    expect(bench.own.text()).toBe('zie hier [DH \\[01\\]](interview:3) en verder');
  });

  it('below a first item that is made empty, items stay items and count on', () => {
    const bench = open('- een\n  1. twee\n1. drie');
    select(bench, 0, 3);
    bench.editor.update(() => void bench.editor.dispatchCommand(REMOVE_TEXT_COMMAND, null), { discrete: true });
    expect(bench.own.text()).toBe('1. twee\n2. drie');
  });

  it('a break within a line is the next line', () => {
    const bench = open('een');
    atEnd(bench);
    bench.editor.update(() => void bench.editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false), { discrete: true });
    type(bench, 'twee');
    expect(bench.own.text()).toBe('een\ntwee');
  });

  it('of a sign that looks like a mark is that sign', () => {
    const bench = open();
    atEnd(bench);
    type(bench, '*sterren* en [haken](code:1)');
    expect(bench.own.text()).toBe('\\*sterren\\* en \\[haken\\](code:1)');
  });

  const act = fc.oneof(
    fc.record({
      kind: fc.constant('type' as const),
      text: fc.constantFrom('a', 'woord ', ' ', '*', '- ', '# ', '1. ', '[', '👩‍👧', 'é'),
    }),
    fc.record({ kind: fc.constant('enter' as const) }),
    fc.record({ kind: fc.constant('delete' as const) }),
    fc.record({ kind: fc.constantFrom('bold' as const, 'italic' as const) }),
    fc.record({
      kind: fc.constant('block' as const),
      block: fc.constantFrom('paragraph' as const, 'h1' as const, 'h3' as const, 'bullet' as const, 'number' as const),
    }),
    fc.record({ kind: fc.constant('indent' as const), deeper: fc.boolean() }),
    fc.record({ kind: fc.constant('link' as const), target: fc.constantFrom('code:5', 'quote:2', null) }),
    fc.record({
      kind: fc.constant('paste' as const),
      html: fc.constantFrom('', '<ul><li>x<ol start="4"><li>y</li></ol></li></ul>', '<h5>k</h5><p>a <b>b</b><br>c</p>'),
      text: fc.constantFrom('p\nq', 'r\ts', '* u'),
    }),
    fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }),
  );

  it('of any kind, in any order, leaves a memo that reads back as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ from: fc.nat(30), length: fc.nat(3), what: act }), { maxLength: 25 }), (acts) => {
        const bench = open('- een\n  - twee\n# Kop\nzie [hier](code:1) **en** daar');
        const { editor, own } = bench;
        for (const { from, length, what } of acts) {
          select(bench, from, from + length);
          if (what.kind === 'type') type(bench, what.text);
          else if (what.kind === 'enter') enter(bench);
          else if (what.kind === 'delete')
            editor.update(() => void editor.dispatchCommand(REMOVE_TEXT_COMMAND, null), { discrete: true });
          else if (what.kind === 'bold' || what.kind === 'italic') own.format(what.kind);
          else if (what.kind === 'block') own.block(what.block);
          else if (what.kind === 'indent') own.indent(what.deeper);
          else if (what.kind === 'link') own.link(what.target, 'label');
          else if (what.kind === 'paste') own.paste(what);
          else editor.dispatchCommand(what.kind === 'undo' ? UNDO_COMMAND : REDO_COMMAND, undefined);
          editor.update(() => {}, { discrete: true });
        }
        const text = own.text();
        expect(printMemo(parseMemo(text))).toBe(text);
        expect(open(text).own.text()).toBe(text);
        const shown = editor.getEditorState().read(() => $getRoot().getTextContent());
        const words = (all: string) => all.replace(/\s+/gu, '');
        expect(
          words(
            parseMemo(text)
              .map((block) => block.runs.map((run) => run.text).join(''))
              .join('\n'),
          ),
        ).toBe(words(shown));
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('what is pasted', () => {
  const paste = (html: string, text = '') => {
    const bench = open();
    atEnd(bench);
    bench.own.paste({ html, text });
    return bench.own.text();
  };

  it.each([
    ['<h1>Kop</h1><p>Een <b>vette</b> en <i>scheve</i> zin.</p>', '# Kop\nEen **vette** en *scheve* zin.'],
    ['<h5>Diep</h5>', '### Diep'],
    ['<ul><li>een<ul><li>twee</li></ul></li><li><p>drie</p></li></ul>', '- een\n  - twee\n- drie'],
    ['<ol start="3"><li>drie</li><li>vier</li></ol>', '3. drie\n4. vier'],
    ['<p><a href="https://a.nl/x y">site</a> <a href="javascript:alert(1)">nee</a></p>', '[site](https://a.nl/x%20y) nee'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>', 'a\tb\nc\td'],
    ['<b style="font-weight:normal"><p><span style="font-weight:700">vet</span> niet</p></b>', '**vet** niet'],
    ['<p>een\n   twee<br>drie</p>', 'een twee\ndrie'],
    ['<pre>een\n  twee</pre>', 'een\ntwee'],
    ['<p>*geen* &amp; [haken]</p>', '\\*geen\\* & \\[haken\\]'],
    ['<script>alert(1)</script><style>p{}</style><img src=x onerror=alert(1)><p onclick="x()">tekst</p>', 'tekst'],
    ['<p><u>streep</u> <s>door</s> <code>code</code></p>', 'streep door code'],
    ['<p>zie <span data-link="code:5">Slaap</span></p>', 'zie [Slaap](code:5)'],
  ])('%s', (html, memo) => {
    expect(
      paste(html)
        .split('\n')
        .map((line) => line.trimStart())
        .join('\n'),
    ).toBe(
      memo
        .split('\n')
        .map((line) => line.trimStart())
        .join('\n'),
    );
  });

  it('as plain text stays sign for sign', () => {
    expect(paste('', '- een\r\n\r\n# twee\n**drie**')).toBe('\\- een\n\n\\# twee\n\\*\\*drie\\*\\*');
  });

  it('of any HTML keeps its words', () => {
    const html = fc
      .array(
        fc.constantFrom(
          '<p>',
          '</p>',
          '<li>',
          '<ul>',
          '</ul>',
          '<b>',
          '</b>',
          '<h2>',
          '<br>',
          '<td>',
          '<table>',
          ' ',
          'een',
          'twee',
          '<i>',
          '&lt;',
          '<div>',
          '</div>',
          '\n',
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(html, (given) => {
        const shown = new DOMParser().parseFromString(given, 'text/html').body.textContent ?? '';
        const kept = blocksFromHtml(given)
          .map((block) => block.runs.map((run) => run.text).join(''))
          .join('');
        expect(kept.replace(/\s+/gu, '')).toBe(shown.replace(/\s+/gu, ''));
      }),
      { numRuns: 300 },
    );
  });
});
