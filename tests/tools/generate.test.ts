import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/core/engine.ts';
import { overlaps } from '../../src/domain/text.ts';
import { tempHome } from '../helpers/temp.ts';
import { type Ask, asker, CITIES, CODERS, generateProject, type Wishes } from './generate.ts';

const WISHES = { interviews: 9, words: 2500, codings: 270, codes: 23 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(await tempHome(), 'generate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a made project', () => {
  it('is as large as asked for, and sound', async () => {
    await within('size', WISHES, async (ask) => {
      const { counts } = await ask('project.get', {});
      expect(counts).toMatchObject({ interviews: 9, codings: 270, codes: 23, themes: 5, sets: 8, coders: CODERS.length });
      const { interviews } = await ask('interview.list', {});
      expect(Math.min(...interviews.map((interview) => interview.words))).toBeGreaterThanOrEqual(2500);
      expect(Math.max(...interviews.map((interview) => interview.words))).toBeLessThan(2500 + 250);
      expect(new Set(interviews.map((interview) => interview.city))).toEqual(new Set(CITIES));
      expect(interviews.every((interview) => interview.participants.length === 1)).toBe(true);
      expect(await ask('project.check', {})).toEqual({ ok: true });
    });
  });

  it('has turns of two speakers, and about a fifth of its codings across another', async () => {
    await within('shape', WISHES, async (ask) => {
      let across = 0;
      for (const { id } of (await ask('interview.list', {})).interviews) {
        const { turns } = await ask('interview.get', { id });
        expect(new Set(turns.map((turn) => turn.speaker)).size).toBe(2);
        const { codings } = await ask('coding.list', { interviewId: id });
        across += codings.filter((one) => codings.some((other) => other.id !== one.id && overlaps(one, other))).length;
      }
      expect(across / WISHES.codings).toBeGreaterThan(0.12);
      expect(across / WISHES.codings).toBeLessThan(0.35);
    });
  });

  it('is the same for the same seed, and another for another', async () => {
    const one = await contentOf('one', { ...WISHES, seed: 7 });
    expect(await contentOf('same', { ...WISHES, seed: 7 })).toBe(one);
    expect(await contentOf('other', { ...WISHES, seed: 8 })).not.toBe(one);
  });

  it('is not made over one that is there, nor with more codings than fit', async () => {
    await generateProject(join(folder, 'there.draad'), { interviews: 1, words: 100, codings: 0 });
    await expect(generateProject(join(folder, 'there.draad'), WISHES)).rejects.toThrow('already');
    await expect(
      generateProject(join(folder, 'full.draad'), { interviews: 1, words: 10, codings: 5000, codes: 2 }),
    ).rejects.toThrow('do not fit');
  });
});

async function contentOf(name: string, wishes: Wishes): Promise<string> {
  return within(name, wishes, async (ask) => {
    const { csv } = await ask('codings.export', {});
    const { csv: codebook } = await ask('codebook.export', {});
    return JSON.stringify([csv, codebook, await ask('interview.list', {}), await ask('interview.get', { id: 1 })]);
  });
}

async function within<T>(name: string, wishes: Wishes, body: (ask: Ask) => Promise<T>): Promise<T> {
  const path = join(folder, `${name}.draad`);
  await generateProject(path, wishes);
  const engine = await createEngine();
  try {
    await engine.open(path, { remember: false });
    return await body(asker(engine));
  } finally {
    await engine.close();
  }
}
