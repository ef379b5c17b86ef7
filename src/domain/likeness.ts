// How alike two questions are, by their words. For finding where interviewers put the same question of their guide, each in their
// own words: it proposes, a person decides.

import { foldText } from './fold.ts';

/** Words that say nothing of what is asked about: Dutch and English, folded. */
const STOP_WORDS = new Set(
  `de het een en of maar want dus dan toen als dat die dit deze er daar hier ik je jij jou jouw u uw hij zij ze we wij ons jullie hun hen
  mij me mijn zijn haar is ben bent was waren wordt werd worden heb hebt heeft had hadden hebben kan kun kunt kunnen kon zou zouden
  zal zult zullen mag moet moeten wil wilt willen doe doet doen deed ga gaat gaan ging in op aan van voor met om te tot bij naar uit
  over door onder na toe af wat wie waar wanneer hoe waarom welke welk niet geen wel ook nog al eens even toch nu zo heel erg eh uh
  uhm hm ja nee oke nou goed vertel vertellen zeg zeggen misschien eigenlijk iets iemand alles
  the a an and or but so then if that this these those there here i you your he she it they we us our them their my me is am are was
  were be been have has had do does did can could would will shall should may must in on at of for with to from by about what who
  where when how why which not no yes also still just well okay tell maybe something`.split(/\s+/u),
);

/**
 * From 0 (no word in common) to 1 (the same words), after Dice: twice the number of different words they share over the numbers each
 * has. Without regard to case, accents and order. Stop words do not count, unless one of the two has no others. Of a turn that asks
 * several things, the questions are compared one by one and the best pair counts; what is no question counts only where there is none.
 */
export function likeness(a: string, b: string): number {
  return likenessOfQuestions(questionsIn(a), questionsIn(b));
}

/** What a turn asks, made ready to be compared with many. */
export type Questions = readonly { readonly all: ReadonlySet<string>; readonly telling: ReadonlySet<string> }[];

export function questionsIn(turn: string): Questions {
  const asked = turn.split(SENTENCE_END).filter((part) => part.endsWith('?') && WORD.test(part));
  return (asked.length > 0 ? asked : [turn]).map((part) => {
    const all = new Set(foldText(part).text.match(WORDS) ?? []);
    return { all, telling: new Set([...all].filter((word) => !STOP_WORDS.has(word))) };
  });
}

export function likenessOfQuestions(a: Questions, b: Questions): number {
  return Math.max(0, ...a.flatMap((one) => b.map((other) => likenessOfOne(one, other))));
}

function likenessOfOne(a: Questions[number], b: Questions[number]): number {
  const bare = a.telling.size === 0 || b.telling.size === 0;
  return dice(bare ? a.all : a.telling, bare ? b.all : b.telling);
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

const SENTENCE_END = /(?<=[.!?…])/u;
const WORD = /[\p{L}\p{N}]/u;
const WORDS = /[\p{L}\p{N}]+/gu;
