// How many keys it takes to code, counted over the real ranking with a codebook of 150 codes: any code at most five, one used lately two,
// a new one its name and two.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { choicesFor, numbered, type PickerCode } from '../../../renderer/transcript/choices.ts';
import { fold } from '../../../renderer/transcript/fold.ts';
import { keyAct } from '../../../renderer/transcript/keys.ts';

const MORE: Readonly<Record<string, readonly string[]>> = {
  Kraamzorg: [
    'te weinig uren',
    'kraamverzorgende als anker',
    'borstvoeding lukt niet',
    'rust in huis',
    'te veel bezoek',
    'eerste nacht',
  ],
  'Wonen en buurt': [
    'geen lift',
    'buren helpen mee',
    'onveilige straat',
    'speeltuin dichtbij',
    'verhuizen tijdens zwangerschap',
    'logeren bij familie',
  ],
  Werk: [
    'verlof te kort',
    'leidinggevende begrijpt het',
    'kolven op het werk',
    'nachtdienst',
    'contract niet verlengd',
    'weer aan de slag',
  ],
  Familie: [
    'oma past op',
    'ruzie met schoonouders',
    'ver weg van familie',
    'zus als voorbeeld',
    'moeder bemoeit zich',
    'eigen jeugd',
  ],
  Taal: [
    'tolk aan de telefoon',
    'gebaren',
    'dialect',
    'voorlezen',
    'brief niet begrijpen',
    'vertaalapp',
    'kind tolkt',
    'taalles en oppas',
    'formulieren',
  ],
  Gezondheid: [
    'bekkenpijn',
    'bloedarmoede',
    'somber na de bevalling',
    'medicijnen en borstvoeding',
    'controle bij gynaecoloog',
    'spoedkeizersnede',
  ],
  Consultatiebureau: ['prikken', 'gewicht en groei', 'wisselende gezichten', 'huisbezoek', 'lange wachttijd', 'goede raad'],
  Verloskundige: [
    'tijd en aandacht',
    'appen met vragen',
    'overdracht ziekenhuis',
    'echo',
    'doorvragen naar thuis',
    'groepsspreekuur',
  ],
  Relatie: ['uit elkaar groeien', 'ruzie om slaap', 'verdelen van zorg', 'jaloezie', 'samen sterker', 'uit beeld geraakt'],
  'Jonge moeder': [
    'school afmaken',
    'vooroordeel op straat',
    'vriendinnen haken af',
    'tienerhuis',
    'begeleider',
    'volwassen worden',
  ],
  Vluchten: [
    'azc-kamer',
    'wachten op papieren',
    'gezin achtergelaten',
    'onzekere toekomst',
    'andere gewoonten',
    'geloof als steun',
  ],
  Digitaal: [
    'inloggen lukt niet',
    'forum midden in de nacht',
    'filmpjes over slapen',
    'privacy van foto’s',
    'beeldbellen',
    'te veel schermtijd',
  ],
  'Wensen aan de gemeente': [
    'één loket',
    'gratis cursus',
    'vroeg beginnen',
    'vaders uitnodigen',
    'minder formulieren',
    'oppas bij afspraken',
  ],
  Professional: [
    'te veel cliënten',
    'eigen grens',
    'samenwerken met wijkteam',
    'onderbuikgevoel',
    'melden of niet',
    'langer meelopen',
  ],
};

function codebook(): PickerCode[] {
  const file = readFileSync(new URL('../../../fixtures/codebook.csv', import.meta.url), 'utf8');
  const own = file
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0] ?? '')
    .filter((path) => path !== '');
  const made = Object.entries(MORE).flatMap(([theme, names]) => [theme, ...names.map((name) => `${theme} / ${name}`)]);
  return [...own, ...made].slice(0, 150).map((path, index) => {
    const names = path.split(' / ');
    const colour = { hue: 1, form: 'solid' as const };
    return { id: index + 1, name: names.at(-1) ?? '', parents: names.slice(0, -1), path, other: '', colour, pin: null };
  });
}

/** What a person may type for a code: how it or one of its words begins, its first letters, or a word without its vowels. */
function wordsFor({ name }: PickerCode): Set<string> {
  const words = fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const beginnings = [fold(name), ...words].flatMap((word) => [1, 2, 3].map((n) => word.slice(0, n)));
  const bare = words.flatMap((word) => {
    const rest = [...word.slice(1)].filter((letter) => !'aeiou'.includes(letter));
    return rest.flatMap((one, n) => rest.slice(n + 1).map((other) => `${word[0]}${one}${other}`));
  });
  const first = words
    .map((word) => word[0])
    .join('')
    .slice(0, 3);
  return new Set([...beginnings, ...bare, first].map((typed) => typed.trimEnd()));
}

/** The fewest keys from the text to the code: C, what is typed, arrows down, Enter. */
function keysTo(codes: readonly PickerCode[], code: PickerCode): number {
  const counts = [...wordsFor(code)].map((typed) => {
    const row = choicesFor(codes, typed, [], 'apply').findIndex((choice) => choice.kind === 'code' && choice.code.id === code.id);
    return row < 0 ? Number.POSITIVE_INFINITY : 1 + typed.length + row + 1;
  });
  return Math.min(...counts);
}

test('there are 150 codes, of which no two have the same name', () => {
  const codes = codebook();
  expect(codes).toHaveLength(150);
  expect(new Set(codes.map((code) => code.path)).size).toBe(150);
});

test('each of 150 codes takes five keys at most, none of them used before', () => {
  const codes = codebook();
  const far = codes.map((code) => [code.path, keysTo(codes, code)] as const).filter(([, keys]) => keys > 5);
  expect(far).toEqual([]);
});

test('each of the six codes used last takes two keys: C, and Enter or its digit', () => {
  const codes = codebook();
  const recent = [90, 12, 140, 3, 77, 51];
  expect(keyAct({ key: 'c', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false })).toEqual({ kind: 'pick' });
  const choices = choicesFor(codes, '', recent, 'apply');
  expect(numbered(choices, '')).toBe(6);
  expect(choices.slice(0, 6).map((choice) => choice.kind === 'code' && choice.code.id)).toEqual(recent);
});

test('digits pick nothing where a code begins with one, or once something is typed', () => {
  const codes = codebook();
  expect(numbered(choicesFor(codes, 'v', [90, 12], 'apply'), 'v')).toBe(0);
  const years = codes.map((code) => (code.id === 5 ? { ...code, name: '1.000 dagen' } : code));
  expect(numbered(choicesFor(years, '', [90, 12], 'apply'), '')).toBe(0);
});

test('a new code takes its name and two keys: N before it, Enter after it, whatever it is like', () => {
  const codes = codebook();
  for (const code of codes) {
    const name = `${code.name} anders`;
    const [first] = choicesFor(codes, name, [1, 2, 3], 'new');
    expect(first).toMatchObject({ kind: 'new', code: { name } });
  }
});
