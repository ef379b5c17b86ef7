// Words for invented talk: the small words that Dutch speech is full of, and thousands of longer ones put together from Dutch
// parts. It only has to look and count like Dutch, not to mean something.

import type { Random } from './random.ts';

/** The most frequent words first. */
const SMALL =
  'ik het dat de en je een is niet ja was die in dan maar te van ze op er heb ook wel zo met als of aan bij voor naar toen nou dus want om mijn we nog heel gewoon eigenlijk echt had moet kan ging hij hoe wat weet goed meer geen zei even altijd thuis daar hier weer nu over door kind mensen iemand niemand één keer week dag gaan komen vinden denken voelen huilen slapen vertrouwen hulp samen alleen moeder vader oma baby buik zwanger bevalling kraamzorg consultatiebureau wijk buren werk geld huis nacht vroeg laat bang blij moe trots schaamte vraag antwoord gesprek groep cursus ouders vriendin zus dokter verpleegkundige loket brief afspraak financiële coördinator reünie café';

const FIRST =
  'kraam zorg huis wijk ouder kind baby borst slaap nacht hulp praat groei voor na mee om uit aan bij over onder samen eerst moeder vader gezins thuis school buurt speel draag lach troost rust angst band hecht geboorte zwanger voed verzorg wacht luister vertrouw schaam bijzonder inloop bel brief geld werk tijd dag week jaar'.split(
    ' ',
  );
const SECOND =
  'zorg hulp groep gesprek plek tijd huis moment middag ochtend bezoek begeleiding afspraak vraag kaart punt lijn gevoel ritme verhaal loket bureau traject plan cursus boek kamer deur avond contact steun werker team stap keuze zorgen leven dagen'.split(
    ' ',
  );
const ENDING = ['', 'en', 's', 'je', 'jes', 'er', 'ers', 'ing', 'ingen', 'lijk', 'heid', 'loos', 'achtig', 'de', 'end'];

/** `size` different words in order of frequency: small words first, then made ones. */
export function makeWords(size: number, random: Random): string[] {
  const words = new Set(SMALL.split(' '));
  while (words.size < size) {
    const middle = words.size > 4000 && random.chance(0.5) ? random.pick(SECOND) : '';
    words.add(random.pick(FIRST) + middle + random.pick(SECOND) + random.pick(ENDING));
  }
  return [...words].slice(0, size);
}
