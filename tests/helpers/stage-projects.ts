// The projects that states begin with: the sample as it comes, an empty one, and the sample after months of work, with memos, a journal, pinned and
// changed codes, key quotes, codings to be checked, a passage with more overlaps than there are lanes, and an interview that runs from right to left.

import { importTalk, type Projects, type TestProject } from './project.ts';
import type { Kept } from './stage.ts';

/** What states speak of by name. */
export const NAMES = { dense: 'XX-01', arabic: 'XX-02' } as const;

export async function keepProjects(projects: Projects): Promise<Kept> {
  const worked = await projects.sample();
  await work(worked);
  await worked.engine.close();
  const empty = await projects.empty();
  await empty.engine.close();
  return { sample: await projects.samplePath(), worked: worked.path, empty: empty.path };
}

async function work(project: TestProject): Promise<void> {
  await pinAndStar(project);
  await changeCodes(project);
  await writeMemos(project);
  await loseCodings(project);
  await codeDensely(project);
  await addArabic(project);
}

async function codeIds({ ask }: TestProject): Promise<(path: string) => number> {
  const { codes } = await ask('code.list', {});
  return (path) => {
    const code = codes.find((one) => one.path === path);
    if (!code) throw new Error(`There is no code ${path}`);
    return code.id;
  };
}

async function pinAndStar(project: TestProject): Promise<void> {
  const idOf = await codeIds(project);
  const pinned = ['Schaamte / geldschaamte', 'Stress en slaaptekort / uitputting', 'Geld en wonen / rondkomen'];
  for (const [at, path] of pinned.entries()) await project.ask('code.pin', { id: idOf(path), digit: at + 1 });
  const { codings } = await project.ask('coding.list', { interviewId: 1 });
  await project.ask('coding.setKey', { ids: codings.slice(2, 5).map((coding) => coding.id), key: true });
}

/** A code that was made, split, described anew, moved and merged: a whole history. */
async function changeCodes(project: TestProject): Promise<void> {
  const { ask } = project;
  const idOf = await codeIds(project);
  const shame = idOf('Schaamte / bang voor oordeel');
  const own = (await ask('code.codingsBefore', { id: shame })).codings;
  await ask('code.update', {
    id: shame,
    definition: 'Verwachten dat anderen je een slechte ouder vinden, ook zonder dat iemand iets zegt.',
    reason: 'Na de bespreking van 12 maart: ook stille oordelen tellen mee.',
  });
  const split = await ask('code.split', {
    id: shame,
    name: 'oordeel van familie',
    where: 'sibling',
    codingIds: own.slice(0, 4).map((coding) => coding.id),
    definition: 'Het oordeel komt van ouders, schoonouders of broers en zussen.',
    reason: 'Familie vraagt om een andere aanpak dan onbekenden.',
  });
  const small = await ask('code.create', { name: 'blikken op straat', parentId: idOf('Schaamte') });
  await ask('code.update', { id: small.id, definition: 'Hoe vreemden kijken.', reason: '' });
  await ask('code.merge', { id: small.id, intoId: shame, reason: 'Te klein om los te houden.' });
  await ask('code.move', { id: split.id, parentId: idOf('Schaamte'), position: 1, reason: 'Hoort boven de andere.' });
}

async function writeMemos(project: TestProject): Promise<void> {
  const { ask } = project;
  const idOf = await codeIds(project);
  const { codings } = await ask('coding.list', { interviewId: 1 });
  const [first, second, third] = codings;
  const { participants } = await ask('participant.list', {});
  await ask('memo.set', {
    on: 'project',
    text: '# Wat we willen weten\nWat helpt ouders in de eerste 1.000 dagen, en wat staat in de weg?\n\n- hulp die op tijd komt\n- geld en wonen\n- wie er naast je staat',
  });
  await ask('memo.set', {
    on: 'interview',
    id: 1,
    text: 'Rustig gesprek aan de keukentafel. De baby sliep **bijna de hele tijd**.',
  });
  await ask('memo.set', { on: 'interview', id: 4, text: 'Tweede gesprek van de gemeente. De opname begint een minuut te laat.' });
  await ask('memo.set', {
    on: 'code',
    id: idOf('Schaamte / geldschaamte'),
    text: `## Verschil met rondkomen\nHier gaat het om *hoe het voelt*, bij [rondkomen](code:${idOf('Geld en wonen / rondkomen')}) om wat er is.\n1. eerst de cijfers\n2. dan het gevoel\n   - ook bij partners\n\nZie ook [DH-01](interview:1) en [dit fragment](quote:${second?.id}).`,
  });
  await ask('memo.set', { on: 'code', id: idOf('Stress en slaaptekort / uitputting'), text: 'Vooral in de eerste zes weken.' });
  for (const [coding, text] of [
    [first, 'Zegt het lachend, maar kijkt weg.'],
    [second, 'Sterk citaat voor hoofdstuk 3.'],
    [third, 'Twijfel: is dit schaamte of trots?'],
  ] as const)
    if (coding) await ask('memo.set', { on: 'coding', id: coding.id, text });
  const spoken = participants[0];
  if (spoken) await ask('memo.set', { on: 'participant', id: spoken.id, text: 'Belt in mei terug over het vervolg.' });
  for (const [date, text] of [
    ['2026-02-24', 'Codeboom besproken met Sem. We houden tien thema’s.'],
    ['2026-03-12', '**Besluit:** stille oordelen tellen mee bij schaamte.'],
    ['2026-03-12', 'Heerlen af. Morgen de dubbel gecodeerde gesprekken vergelijken.'],
    ['2026-03-18', '## Axiaal coderen\nSchaamte en geld hangen vaker samen dan gedacht. Nalezen: alle plekken in Den Haag.'],
  ] as const)
    await ask('journal.set', { date, text });
}

/** Two quotes go from the transcript; one of them stands elsewhere now. */
async function loseCodings({ ask }: TestProject): Promise<void> {
  const { text, textVersion } = await ask('interview.get', { id: 3 });
  const { codings } = await ask('coding.list', { interviewId: 3 });
  const gone = codings.filter(
    (one, at) =>
      one.end - one.start < 200 && codings.every((other, n) => n === at || other.end <= one.start || other.start >= one.end),
  );
  const taken = gone.slice(0, 2).sort((a, b) => a.start - b.start);
  const [moved] = taken;
  if (!moved || taken.length < 2) throw new Error('The sample has no codings by themselves in its third interview');
  const cuts = taken.map(({ start, end }) => ({ at: start, del: end - start, ins: '' }));
  const end = text.length;
  await ask('interview.correct', {
    id: 3,
    textVersion,
    splices: [...cuts, { at: end, del: 0, ins: ` ${text.slice(moved.start, moved.end)}` }],
  });
}

/** Twenty codes on one passage, each a little longer than the other; a deep code and one with a long name among them. */
async function codeDensely(project: TestProject): Promise<void> {
  const { ask } = project;
  const said =
    'Wat ik het zwaarst vond was de nacht. Dan hoor je alles, en je denkt dat je de enige bent die nog wakker is. ' +
    'Mijn moeder zei: het gaat over. Mijn zus zei: vraag hulp. Maar aan wie dan, om half vier? ' +
    'Overdag lachte ik, op het consultatiebureau zei ik dat het goed ging. En daarna zat ik in de auto en kon ik de sleutel niet omdraaien.';
  const { id } = await importTalk(
    project,
    NAMES.dense,
    [
      ['Noor', 'Wat vond je het zwaarst in die eerste weken?'],
      ['Marit', said],
      ['Noor', 'Wist iemand dat?'],
      ['Marit', 'Nee. Tot de verpleegkundige doorvroeg. Die bleef gewoon zitten.'],
      ['Noor', 'En toen?'],
      ['Marit', 'Toen heb ik het verteld. Niet alles, maar genoeg.'],
    ],
    'Dubbel gecodeerd',
  );
  const { text, textVersion } = await ask('interview.get', { id });
  const from = text.indexOf('Wat ik het zwaarst');
  const { codes } = await ask('code.list', {});
  for (const [at, code] of codes.slice(0, 22).entries())
    await ask('coding.apply', {
      interviewId: id,
      textVersion,
      start: from + at,
      end: from + said.length - at * 9,
      codeIds: [code.id],
    });
  const later = text.indexOf('Tot de verpleegkundige');
  await ask('coding.applyNew', {
    interviewId: id,
    textVersion,
    start: later,
    end: later + 39,
    path: 'Hulp die blijft zitten tot je het vertelt, ook als dat een half uur duurt en er nog drie gezinnen wachten / doorvragen / bij de verpleegkundige thuis',
  });
}

async function addArabic(project: TestProject): Promise<void> {
  const { ask } = project;
  const { id } = await importTalk(
    project,
    NAMES.arabic,
    [
      ['Noor', 'Kun je in je eigen taal vertellen hoe het eerste jaar was?'],
      ['سلمى', 'كانت الليالي الأولى أصعب مما توقعت، لكن القابلة جاءت كل صباح وسألتني كيف نمت.'],
      ['Noor', 'En wie hielp er verder?'],
      ['سلمى', 'جارتي فاطمة ساعدتني في الأوراق عند gemeente، وقالت لي إن الحق في المساعدة ليس عيبًا.'],
      ['דנה', 'אצלי זה היה אחרת: אמא שלי גרה איתנו, ובכל זאת הרגשתי לבד.'],
      ['Noor', 'Dus je was niet alleen, en toch alleen.'],
      ['דנה', 'בדיוק. 24 שעות ביום.'],
    ],
    'Dubbel gecodeerd',
  );
  const idOf = await codeIds(project);
  const { textVersion, turns } = await ask('interview.get', { id });
  for (const [turn, path, until] of [
    [1, 'Stress en slaaptekort / uitputting', 34],
    [1, 'Stress en slaaptekort', 70],
    [3, 'De weg vinden in hulp / iemand wijst de weg', 60],
    [4, 'Stress en slaaptekort / alleen thuis', 50],
  ] as const) {
    const start = turns[turn]?.start ?? 0;
    await ask('coding.apply', { interviewId: id, textVersion, start, end: start + until, codeIds: [idOf(path)] });
  }
}
