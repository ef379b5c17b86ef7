// RTF in its smallest parts: groups, control words with their number, bytes as `\'e9`, and plain text.

export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  | { readonly kind: 'symbol'; readonly symbol: string }
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'text'; readonly text: string };

const WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const TEXT = /[^\\{}\r\n]+/y;

/** The tokens of RTF, whose text is one character per byte. Never looks further back or ahead than one token. */
export function* rtfTokens(rtf: string): Generator<RtfToken> {
  let at = 0;
  while (at < rtf.length) {
    const char = rtf[at] ?? '';
    if (char === '{' || char === '}') {
      at++;
      yield { kind: char === '{' ? 'open' : 'close' };
    } else if (char === '\\') {
      const word = matchAt(WORD, rtf, at + 1);
      if (word) {
        at += 1 + word[0].length;
        const token = { kind: 'word', name: word[1] ?? '', value: word[2] === undefined ? null : Number(word[2]) } as const;
        // Raw bytes of a picture follow; they may look like anything.
        if (token.name === 'bin') at += Math.max(0, token.value ?? 0);
        else yield token;
      } else if (rtf[at + 1] === "'") {
        const byte = Number.parseInt(rtf.slice(at + 2, at + 4), 16);
        at += 4;
        if (!Number.isNaN(byte)) yield { kind: 'byte', byte };
      } else {
        yield { kind: 'symbol', symbol: rtf[at + 1] ?? '' };
        at += 2;
      }
    } else if (char === '\r' || char === '\n') {
      at++; // a line end of the file is none of the text
    } else {
      const text = matchAt(TEXT, rtf, at)?.[0] ?? char;
      at += text.length;
      yield { kind: 'text', text };
    }
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
