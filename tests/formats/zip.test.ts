import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { MAX_ENTRIES, readZip } from '../../src/formats/zip.ts';
import { makeZip, type ZipEntry } from '../helpers/docx.ts';

const MB = 1024 * 1024;
const all = (): boolean => true;
const refusal = (reason: string | RegExp) => ({ code: 'refused', message: expect.stringMatching(reason) });

async function zipOf(...entries: (ZipEntry | [string, string])[]): Promise<Buffer> {
  return Buffer.from(
    await makeZip(entries.map((entry) => (Array.isArray(entry) ? { name: entry[0], content: entry[1] } : entry))),
  );
}

/** Where the central record of the n-th entry begins. */
function centralRecord(zip: Buffer, n = 0): number {
  let at = zip.indexOf('PK\x01\x02', 0, 'latin1');
  for (let i = 0; i < n; i++) at = zip.indexOf('PK\x01\x02', at + 4, 'latin1');
  return at;
}

test('the wanted files come out, and the names of all', async () => {
  const archive = await readZip(
    await zipOf(['a.txt', 'hallo'], ['b/c.txt', 'dag'], { name: 'd.txt', content: 'kaal', compress: false }),
    (name) => name !== 'a.txt',
  );
  expect(archive.names).toEqual(['a.txt', 'b/c.txt', 'd.txt']);
  expect([...archive.files].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
    ['b/c.txt', 'dag'],
    ['d.txt', 'kaal'],
  ]);
});

test('a small file may compress as well as it likes, a large one may not', async () => {
  expect((await readZip(await zipOf(['a', 'a'.repeat(MB)]), all)).files.get('a')?.length).toBe(MB);
  await expect(readZip(await zipOf(['a', 'a'.repeat(2 * MB)]), all)).rejects.toMatchObject(refusal('100 times'));
});

test('a bomb is refused by what it declares, also when nobody wants its file', async () => {
  await expect(readZip(await zipOf(['a', 'a'.repeat(3 * MB)], ['b', 'x']), (name) => name === 'b')).rejects.toMatchObject(
    refusal('100 times'),
  );
});

test('a bomb that lies about its size is stopped while it inflates', async () => {
  const zip = await zipOf(['a', 'a'.repeat(20 * MB)]);
  zip.writeUInt32LE(5, centralRecord(zip) + 24);
  await expect(readZip(zip, all)).rejects.toMatchObject(refusal('larger than it declares'));
});

test('more than 200 MB in all is refused', async () => {
  const zip = await zipOf(...Array.from({ length: 5 }, (_, n): ZipEntry => ({ name: `f${n}`, content: randomBytes(MB / 2) })));
  for (let n = 0; n < 5; n++) zip.writeUInt32LE(45 * MB, centralRecord(zip, n) + 24);
  await expect(readZip(zip, all)).rejects.toMatchObject(refusal('200 MB'));
});

test('more than 2,000 files are refused', async () => {
  const names = Array.from({ length: MAX_ENTRIES + 1 }, (_, n): [string, string] => [`f${n}`, '']);
  await expect(readZip(await zipOf(...names), all)).rejects.toMatchObject(refusal('2000'));
  expect((await readZip(await zipOf(...names.slice(1)), () => false)).names).toHaveLength(MAX_ENTRIES);
});

test.each([
  ['a parent folder', '../a/b'],
  ['a parent folder inside', 'a/../b'],
  ['the root', '/etc/pw'],
  ['a drive', 'C:/xxxx'],
  ['backslashes', 'a\\..\\b'],
  ['a device', 'aux.txt'],
])('a name with %s is refused', async (_what, name) => {
  const harmless = 'x'.repeat(name.length);
  const zip = Buffer.from((await zipOf([harmless, 'x'])).toString('latin1').replaceAll(harmless, name), 'latin1');
  await expect(readZip(zip, all)).rejects.toMatchObject(refusal('name that is not allowed'));
});

test('links, passwords and two files of one name are refused', async () => {
  await expect(readZip(await zipOf({ name: 'a', content: '/etc/passwd', mode: 0o120777 }), all)).rejects.toMatchObject(
    refusal('link'),
  );
  await expect(readZip(await zipOf(['word/a', '1'], ['WORD/a', '2']), all)).rejects.toMatchObject(refusal('same name'));
  const locked = await zipOf(['a', 'geheim']);
  locked.writeUInt16LE(1, centralRecord(locked) + 8);
  await expect(readZip(locked, all)).rejects.toMatchObject(refusal('password'));
});

test('a damaged or cut archive is refused', async () => {
  const zip = await zipOf(['a', randomBytes(5000).toString('hex')]);
  await expect(readZip(zip.subarray(0, zip.length - 30), all)).rejects.toMatchObject(refusal('damaged'));
  await expect(readZip(zip.subarray(1000), all)).rejects.toMatchObject(refusal('damaged'));
  const stored = await zipOf({ name: 'a', content: 'hallo', compress: false });
  stored.write('holla', stored.indexOf('hallo'));
  await expect(readZip(stored, all)).rejects.toMatchObject(refusal('damaged'));
  zip.fill(0xff, 60, 200);
  await expect(readZip(zip, all)).rejects.toMatchObject(refusal('damaged'));
});
