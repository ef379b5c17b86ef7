// Why a file was refused, in the language of the window. The core gives a sentence in English; what is not known here is shown as it is.

import { isTranscriptName } from '../../src/domain/interview.ts';
import type { TextKey, Translate } from '../i18n/index.ts';

const KNOWN: readonly (readonly [RegExp, TextKey])[] = [
  [/password/i, 'interviews.refusal.password'],
  [/is empty/i, 'interviews.refusal.empty'],
  [/pages are pictures/i, 'interviews.refusal.scanned'],
  [/has no text|no text part/i, 'interviews.refusal.noText'],
  [/larger than|too large|is the limit/i, 'interviews.refusal.tooLarge'],
  [/seems to be|not text|not a transcript|kind of document|not a Word document/i, 'interviews.refusal.kind'],
  [/archive is damaged or incomplete/i, 'interviews.refusal.damaged'],
  [/takes too/i, 'interviews.refusal.slow'],
  [/DOCTYPE|encrypted|archive|nested|ratio|unpack|outside/i, 'interviews.refusal.unsafe'],
  [/damaged|could not be read/i, 'interviews.refusal.damaged'],
];

export function refusalText(t: Translate, reason: string, file = ''): string {
  const key = KNOWN.find(([pattern]) => pattern.test(reason))?.[1];
  // "Save it as .docx" is no advice for what is called that already.
  if (key === 'interviews.refusal.kind' && !/seems to be/.test(reason) && isTranscriptName(file))
    return t('interviews.refusal.damaged');
  return key ? t(key) : reason;
}
