import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../src/index.js';
import { createMasker } from '../../src/mask/masker.js';
import { fill } from '../fill.js';

/** A password as people have them, and tokens without a format of their own. */
const PASSWORD = 'Vq7xPl0Zr4Kd';
const TOKEN = fill('{alnum:40}');
const BASIC = Buffer.from(`deploy:${PASSWORD}`).toString('base64');

/** Lines of logs by where they are from; the secret is what stands between the marks. */
const CONTEXTS: Readonly<Record<string, readonly string[]>> = {
  'errors that tell how they connect': [
    `Error: connect ECONNREFUSED postgres://app:«${PASSWORD}»@db.internal:5432/shop`,
    `psycopg2.OperationalError: could not connect: "host=db.internal user=app password=«${PASSWORD}» dbname=shop"`,
    `java.sql.SQLException: Access denied for jdbc:mysql://db.internal:3306/shop?user=app&password=«${PASSWORD}»`,
    `System.Data.SqlClient.SqlException: Server=tcp:db.internal,1433;User ID=app;Password=«${PASSWORD}»;Encrypt=true`,
    `pymongo.errors.ServerSelectionTimeoutError: mongodb+srv://app:«${PASSWORD}»@cluster0.internal/?retryWrites=true`,
    `redis.exceptions.ConnectionError: Error 111 connecting to redis://:«${PASSWORD}»@cache.internal:6379/0`,
    `pika.exceptions.AMQPConnectionError: amqp://app:«${PASSWORD}»@mq.internal:5672/%2f`,
    `fatal: unable to access 'https://deploy:«${PASSWORD}»@git.internal/shop.git/': The requested URL returned error: 403`,
    `npm error code E401 request to https://registry.internal/x?auth_token=«${TOKEN}» failed`,
  ],
  'stack traces': [
    `    at connect (/app/db.js:12:9) { password: '«${PASSWORD}»', host: 'db.internal' }`,
    `  File "/app/pay.py", line 8, in charge\n    client.login(user="app", password="«${PASSWORD}»")`,
    `E       assert login(password='«${PASSWORD}»') is True`,
    `Caused by: com.zaxxer.hikari.pool.HikariPool: {jdbcUrl=jdbc:mysql://db.internal/shop, username=app, password=«${PASSWORD}»}`,
  ],
  'headers and dumps of requests': [
    `> Authorization: Bearer «${TOKEN}»`,
    `> Authorization: Basic «${BASIC}»`,
    `> X-Api-Key: «${TOKEN}»`,
    `    headers: { Authorization: 'Bearer «${TOKEN}»', Accept: 'application/json' },`,
    `      'X-Auth-Token': '«${TOKEN}»',`,
    `send: b'GET /v1 HTTP/1.1\\r\\nHost: x\\r\\nAuthorization: Bearer «${TOKEN}»\\r\\n\\r\\n'`,
    `POST /login body: {"user":"app","password":"«${PASSWORD}»"}`,
    `POST /login username=app&password=«${PASSWORD}»&remember=1`,
    `DEBUG request body={\\"client_secret\\":\\"«${TOKEN}»\\"}`,
  ],
  'traces of shells': [
    `+ export DB_PASSWORD=«${PASSWORD}»`,
    `++ DB_PASSWORD=«${PASSWORD}»`,
    `+ PGPASSWORD=«${PASSWORD}» psql -h db.internal -U app`,
    `+ mysql -h db.internal -u app -p«${PASSWORD}» -e 'select 1'`,
    `+ curl -fsS -u deploy:«${PASSWORD}» https://repo.internal/upload`,
    `+ curl -H 'Authorization: Bearer «${TOKEN}»' https://api.internal/deploy`,
    `+ docker login -u ci -p «${PASSWORD}» registry.internal`,
    `+ sshpass -p «${PASSWORD}» ssh deploy@host.internal`,
    `+ helm upgrade shop ./chart --set db.password=«${PASSWORD}»`,
    `+ ./migrate --db-password «${PASSWORD}» --verbose`,
  ],
  'printed environments': [
    `DB_PASSWORD=«${PASSWORD}»`,
    `declare -x DB_PASSWORD="«${PASSWORD}»"`,
    `  DB_PASSWORD: «${PASSWORD}»`,
    `environ({'PATH': '/usr/bin', 'DB_PASSWORD': '«${PASSWORD}»'})`,
    `{ PATH: '/usr/bin', DB_PASSWORD: '«${PASSWORD}»', HOME: '/root' }`,
    `DB_PASSWORD                    «${PASSWORD}»`,
  ],
  'plans of Terraform': [
    `      + password                    = "«${PASSWORD}»"`,
    `          + "DB_PASSWORD" = "«${PASSWORD}»"`,
    `      ~ password = "«${PASSWORD}»" -> (known after apply)`,
    `      ~ password = (sensitive value) -> "«${PASSWORD}»"`,
    `  + db_password = "«${PASSWORD}»"`,
  ],
  'commands in prose': [
    `log in (\`curl -u deploy:«${PASSWORD}»\`, \`docker login\`) first`,
    `run \`curl -u deploy:«${PASSWORD}» https://repo.internal/x\`.`,
  ],
  'output of Docker': [
    `#5 [build 2/4] RUN curl -u deploy:«${PASSWORD}» https://repo.internal/x`,
    `Step 3/9 : ENV DB_PASSWORD=«${PASSWORD}»`,
    `Step 3/9 : ENV DB_PASSWORD «${PASSWORD}»`,
    `                "DB_PASSWORD=«${PASSWORD}»",`,
    `<missing>      2 weeks ago   ENV DB_PASSWORD=«${PASSWORD}»                0B        buildkit.dockerfile.v0`,
  ],
};

function masked(line: string): string {
  const masker = createMasker({ rules, confidences: ['certain', 'probable', 'possible'] });
  return `${masker.push(Buffer.from(`started\n${line}\nended\n`))}${masker.end()}`.slice(
    'started\n'.length,
    -'\nended\n'.length,
  );
}

for (const [context, lines] of Object.entries(CONTEXTS)) {
  test(`secrets are recognised in ${context}`, () => {
    const missed = lines.filter((line) => masked(line.replace(/[«»]/g, '')) !== line.replace(/«.*»/, '***'));
    assert.deepEqual(missed, []);
  });
}

/** What runners, frameworks and people put in the place of a secret. */
const MASKS = [
  '***',
  '********',
  '[MASKED]',
  '[masked]',
  '<redacted>',
  '[REDACTED]',
  '<REDACTED>',
  'REDACTED',
  '[secure]',
  '[FILTERED]',
  '<hidden>',
  '<sensitive>',
  '[secret]',
  'xxxx',
  'xxxxxxxx',
  'XXXXXXXXXXXX',
  '****************KLMN',
  '••••••••',
  '(sensitive value)',
  '(known after apply)',
  '<secret-hidden>',
  '$DB_PASSWORD',
  '${{ secrets.DB_PASSWORD }}',
  '%MY_PASSWORD%',
  '%DB_PASSWORD%',
];

test('what was masked already is not reported, in whatever context', () => {
  const wrong: string[] = [];
  for (const line of Object.values(CONTEXTS).flat()) {
    for (const mask of MASKS) {
      const written = line.replace(/«.*»/, () => mask);
      if (masked(written) !== written) wrong.push(`${written} -> ${masked(written)}`);
    }
  }
  assert.deepEqual(wrong, []);
});
