// The texts of the window in Dutch and English, and the hook that hands them out with numbers and dates in the same language.

import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { en } from './en/index.ts';
import { createFormat, type Format, type Language } from './format.ts';
import type { KeysOf } from './keys.ts';
import { nl } from './nl/index.ts';
import { withStress } from './stress.ts';

export type { Format, Language };
export type TextKey = KeysOf<typeof nl>;
export type TextValues = Readonly<Record<string, string | number>>;
/** A sentence by its key. `count` chooses between one and more, and is written as a number of the language. */
export type Translate = (key: TextKey, values?: TextValues) => string;
export type Texts = { readonly t: Translate; readonly format: Format; readonly language: Language };

export const resources = { nl: { translation: nl }, en: { translation: en } } as const;

const texts = i18next.createInstance();
void texts.init({
  resources: withStress(resources),
  lng: 'nl',
  fallbackLng: 'nl',
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** The sentence maker of a language, outside React. */
export function translator(language: Language): Translate {
  const t = texts.getFixedT(language);
  const format = createFormat(language);
  // The rows of a list say the same few sentences again and again, and each takes a while to make.
  const said = new Map<string, string>();
  return (key, values) => {
    const asked = values ? `${key}\0${Object.entries(values).join('\0')}` : key;
    const known = said.get(asked);
    if (known !== undefined) return known;
    if (said.size > MOST_SAID) said.clear();
    const sentence = t(key, withWrittenNumbers(values, format));
    said.set(asked, sentence);
    return sentence;
  };
}

const MOST_SAID = 5000;

export function setLanguage(language: Language): void {
  if (texts.language !== language) void texts.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The texts in the language of the window; the component draws again when that changes. */
export function useTexts(): Texts {
  return textsOf(useSyncExternalStore(onLanguage, currentLanguage));
}

// Once per language: the formats of `Intl` take longer to make than a whole row takes to draw.
const made = new Map<Language, Texts>();

function textsOf(language: Language): Texts {
  const known = made.get(language);
  if (known) return known;
  const fresh = { t: translator(language), format: createFormat(language), language };
  made.set(language, fresh);
  return fresh;
}

function currentLanguage(): Language {
  return texts.language === 'en' ? 'en' : 'nl';
}

function onLanguage(listener: () => void): () => void {
  texts.on('languageChanged', listener);
  return () => texts.off('languageChanged', listener);
}

/** True when a text is there: for keys that are made of data, such as the name of an operation. */
export function isTextKey(key: string): key is TextKey {
  return texts.exists(key, { lng: 'nl' }) || texts.exists(`${key}_other`, { lng: 'nl' });
}

/** i18next needs `count` itself to choose a form; sentences show `{{n}}`, the same number as people write it. */
function withWrittenNumbers(values: TextValues | undefined, format: Format): Record<string, string | number> {
  if (!values) return {};
  const written = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' && name !== 'count' ? format.number(value) : value,
    ]),
  );
  return typeof values.count === 'number' ? { n: format.number(values.count), ...written } : written;
}
