// A fixed piece of work, of the kinds that the program's own work is made of: text and arrays in JavaScript, and SQLite in memory.
// Its time in the same run is what the others are measured against, so that figures of two machines or two days can be compared.

import Database from 'better-sqlite3';

const WORDS = 20_000;
const NUMBERS = 60_000;
const ROWS = 6_000;

/** Does the work once; answers how long it took, in ms. */
export function timeReference(): number {
  const began = performance.now();
  if (javascript() + sqlite() === 0) throw new Error('The reference did no work');
  return performance.now() - began;
}

function javascript(): number {
  let seed = 12345;
  const next = (): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return seed;
  };
  const numbers = Int32Array.from({ length: NUMBERS }, next).sort();
  const text = Array.from({ length: WORDS }, () => (next() % 5000).toString(36)).join(' ');
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/\S+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const rows = [...counts].map(([word, count]) => ({ word, count })).sort((a, b) => b.count - a.count);
  return (numbers.at(-1) ?? 0) + JSON.stringify(rows).length;
}

function sqlite(): number {
  const db = new Database(':memory:');
  try {
    db.exec('create table coding (id integer primary key, interview integer, start integer, code integer, quote text) strict');
    const insert = db.prepare('insert into coding (interview, start, code, quote) values (?, ?, ?, ?)');
    db.exec('begin');
    for (let n = 0; n < ROWS; n++) insert.run(n % 97, (n * 7919) % 60_000, n % 41, `wat er gezegd is, nummer ${n}`);
    db.exec('commit');
    db.exec('create index by_place on coding (interview, start, code)');
    const groups = db.prepare('select code, count(*), count(distinct interview) from coding group by 1').raw().all();
    const rows = db.prepare('select * from coding order by interview, start').all();
    return groups.length + rows.length;
  } finally {
    db.close();
  }
}
