import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { isSqlite, sqliteTables } from '../../src/sources/archive/sqlite.js';
import { ArchiveFault } from '../../src/sources/archive/zip.js';

const folder = mkdtempSync(join(tmpdir(), 'keyhound-sqlite-'));
after(() => rmSync(folder, { recursive: true }));

/** A database that SQLite itself wrote from these statements. */
function database(sql: string): Buffer {
  const file = join(folder, `${Math.random()}.db`);
  const program =
    'import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2]); c.commit(); c.close()';
  const { status, stderr } = spawnSync('python3', ['-c', program, file, sql], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return readFileSync(file);
}

/** The rows of each table. */
function tables(bytes: Uint8Array): Record<string, unknown[]> {
  const found: Record<string, unknown[]> = {};
  for (const entry of sqliteTables(bytes)) {
    const text = Buffer.from(entry.read(1 << 24)).toString();
    found[entry.name] = text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  }
  return found;
}

const noPython = spawnSync('python3', ['-c', 'import sqlite3']).status !== 0;
const skip = noPython ? 'skipped: no python3 with sqlite3 to write databases with' : false;

describe('a SQLite database', { skip }, () => {
  test('gives its rows with the names of their columns, in any encoding and page size', () => {
    for (const pragma of [
      '',
      'PRAGMA encoding="UTF-16le";',
      'PRAGMA encoding="UTF-16be";',
      'PRAGMA page_size=512;',
      'PRAGMA page_size=65536;',
    ]) {
      const bytes = database(`${pragma}
        CREATE TABLE "users" (id INTEGER, "pass word" TEXT DEFAULT ('x,y'), [note] BLOB, ratio REAL);
        INSERT INTO users VALUES (1, 'é', x'00ff', 0.5), (-70000, NULL, 'text', 1), (281474976710656, 'b', NULL, NULL);`);
      assert.ok(isSqlite(bytes));
      assert.deepEqual(
        tables(bytes),
        {
          users: [
            { id: 1, 'pass word': 'é', note: 'AP8=', ratio: 0.5 },
            { id: -70000, note: 'text', ratio: 1 },
            { id: 281474976710656, 'pass word': 'b' },
          ],
        },
        pragma,
      );
    }
  });

  test('is read whole where it has many pages, long values and tables without row ids', () => {
    const long = 'x'.repeat(20_000);
    const many = Array.from({ length: 3000 }, (_, i) => `(${i}, 'value ${i}')`).join(',');
    const bytes = database(`
      CREATE TABLE a (k INTEGER PRIMARY KEY, v TEXT); INSERT INTO a (k, v) VALUES ${many};
      CREATE TABLE b (k TEXT PRIMARY KEY, v TEXT) WITHOUT ROWID; INSERT INTO b SELECT v, k FROM a;
      CREATE INDEX i ON a (v); CREATE VIEW w AS SELECT * FROM a;
      CREATE TABLE c (v TEXT); INSERT INTO c VALUES ('${long}');`);
    const { a, b, c } = tables(bytes);
    assert.equal(a?.length, 3000);
    assert.deepEqual(new Set(a?.map((row) => (row as { v: string }).v)).size, 3000);
    assert.equal(b?.length, 3000);
    assert.deepEqual(c, [{ v: long }]);
  });

  test('damage anywhere ends in one error of its own, never in a hang', () => {
    const whole = database(
      `PRAGMA page_size=512; CREATE TABLE a (v TEXT); INSERT INTO a VALUES ('${'y'.repeat(900)}'), ('b'), ('c');`,
    );
    let faults = 0;
    for (let at = 0; at < whole.length; at++) {
      for (const value of [0, 0xff, 0x05, whole[at]! ^ 1]) {
        const damaged = Buffer.from(whole);
        damaged[at] = value;
        if (!isSqlite(damaged)) continue;
        try {
          tables(damaged);
        } catch (error) {
          assert.ok(error instanceof ArchiveFault, `byte ${at}: ${error}`);
          faults++;
        }
      }
    }
    assert.ok(faults > 100);
  });
});

/** The pages of a database of this size, whose first one is a leaf without cells. */
function emptyPages(count: number, size = 512): Buffer {
  const bytes = Buffer.alloc(size * count);
  bytes.write('SQLite format 3\0', 'latin1');
  bytes.writeUInt16BE(size, 16);
  bytes.writeUInt32BE(1, 56);
  bytes[100] = 13;
  return bytes;
}

describe('a file made to look like a SQLite database', () => {
  const isDamaged = (bytes: Buffer) => assert.throws(() => tables(bytes), new ArchiveFault('is damaged'));

  test('ends at a tree deeper than any that SQLite reads', () => {
    const count = 20_000;
    const bytes = emptyPages(count);
    for (let page = 1; page < count; page++) {
      const header = page === 1 ? 100 : (page - 1) * 512;
      bytes[header] = 5;
      bytes.writeUInt32BE(page + 1, header + 8);
    }
    bytes[(count - 1) * 512] = 13;
    isDamaged(bytes);
  });

  /** A first page of 4096 bytes, with a row without columns of this length at each of these places. */
  function withRows(length: number, places: readonly number[]): Buffer {
    const bytes = emptyPages(8, 4096);
    bytes.writeUInt16BE(places.length, 103);
    for (const [n, at] of places.entries()) {
      bytes.writeUInt16BE(at, 108 + 2 * n);
      // the length, a row id, and a header of one byte
      bytes.set([0x80 | (length >> 7), length & 0x7f, 1, 1], at);
    }
    return bytes;
  }

  test('ends where its cells overlap', () => {
    assert.deepEqual(tables(withRows(2100, [1000])), {});
    isDamaged(withRows(2100, [1000, 1000]));
  });

  test('ends where values share pages, or one has a page twice', () => {
    /** Rows of 8200 bytes: 489 stand in the first page, and after those the number of the next. */
    const chained = (places: readonly number[], pages: readonly number[]) => {
      const bytes = withRows(8200, places);
      for (const at of places) bytes.writeUInt32BE(pages[0]!, at + 3 + 489);
      for (const [n, next] of pages.slice(1).entries()) bytes.writeUInt32BE(next, (pages[n]! - 1) * 4096);
      return bytes;
    };
    assert.deepEqual(tables(chained([1000], [2, 3])), {});
    isDamaged(chained([1000, 2000], [2, 3]));
    isDamaged(chained([1000], [2, 2]));
  });
});
