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
