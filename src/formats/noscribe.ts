// How noScribe marks its speakers: `S01`, and for who speaks through someone else `//S02: …//`, in the middle of that other's turn.

import { cleanLabel, type Speakers } from './labels.ts';
import { MARKED_TIME } from './times.ts';

const AFTER_NAME = new RegExp(`^(?:\\s+${MARKED_TIME})?\\s*:`);
const TIMES = new RegExp(MARKED_TIME, 'g');

/** What a voice says, without the name, the times and the slashes that noScribe repeats in the text of it. */
export function voiceAndWords(voice: string, text: string): { speaker: string; text: string } {
  const speaker = voice.replace(/^\/\//, '').trim();
  let said = text.trim().replace(/^\/\/\s?/, '');
  if (voice.startsWith('//')) said = said.replace(/\/\/$/, '');
  const afterName = said.startsWith(speaker) ? AFTER_NAME.exec(said.slice(speaker.length))?.[0] : undefined;
  if (afterName !== undefined) said = said.slice(speaker.length + afterName.length);
  const written = afterName !== undefined || /^S\d\d$/.test(speaker);
  return { speaker, text: written ? said.replace(TIMES, ' ') : said };
}

// After an opening `//` the first `//` closes it, so no line makes this look far.
const OVERLAP = /\/\/([^\s:/][^:/]{0,62}):((?:[^/]|\/(?!\/))*)(?:\/\/|$)/g;

/** A turn of `speaker`, cut where others of these speakers speak through it. */
export function overlapsIn(speaker: string, text: string, speakers: Speakers): { speaker: string; text: string }[] {
  const parts: { speaker: string; text: string }[] = [];
  let from = 0;
  for (const match of text.includes('//') ? text.matchAll(OVERLAP) : []) {
    const label = cleanLabel(match[1] ?? '') ?? '';
    const other = speakers.get(label.toLowerCase()) ?? (/^S\d\d$/.test(label) ? label : null);
    if (other === null) continue;
    parts.push({ speaker, text: text.slice(from, match.index).trim() }, { speaker: other, text: (match[2] ?? '').trim() });
    from = match.index + match[0].length;
  }
  return [...parts, { speaker, text: text.slice(from).trim() }];
}
