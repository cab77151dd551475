import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planMigration } from '../../../src/stores/migrate/migrate.js';
import { parseTarget } from '../../../src/stores/target.js';

const VAULT = 'vault:secret/shop/db#password';
const AWS = 'aws:shop/db#password';

/** `§` stands for the secret; what the file becomes, and the target where it is not Vault. */
const CASES: readonly [path: string, before: string, after: string, target?: string][] = [
  ['a.ts', "const dbPassword = '§';\n", 'const dbPassword = process.env.DB_PASSWORD;\n'],
  [
    'a.js',
    'connect({ url: "pg://u:§@h/d" });\n',
    'connect({ url: "pg://u:" + process.env.URL + "@h/d" });\n',
  ],
  ['a.mjs', 'const u = `pg://u:§@h`;\n', 'const u = `pg://u:${process.env.U}@h`;\n'],
  [
    'a.py',
    '"""Doc."""\nimport sys\nPASSWORD = "§"\n',
    '"""Doc."""\nimport os\nimport sys\nPASSWORD = os.environ["PASSWORD"]\n',
  ],
  ['b.py', "import os\nx = dict(api_key='§')\n", 'import os\nx = dict(api_key=os.environ["API_KEY"])\n'],
  ['a.go', 'var apiKey = "§"\n', 'var apiKey = os.Getenv("API_KEY")\n'],
  ['A.java', 'String token = "§";\n', 'String token = System.getenv("TOKEN");\n'],
  ['a.rb', "token = '§'\n", 'token = ENV.fetch("TOKEN")\n'],
  ['a.php', "$token = 'x§y';\n", "$token = 'x' . getenv('TOKEN') . 'y';\n"],
  ['A.cs', 'var token = "§";\n', 'var token = Environment.GetEnvironmentVariable("TOKEN");\n'],
  ['a.sh', 'export TOKEN=§\n', 'export TOKEN="${TOKEN:?}"\n'],
  ['b.sh', "curl -H 'X-Key: §'\n", 'curl -H "X-Key: ${X_KEY:?}"\n'],
  ['c.sh', 'P="a§b"\n', 'P="a${P:?}b"\n'],
  ['Dockerfile', 'ENV API_TOKEN=§\n', 'ENV API_TOKEN=${API_TOKEN}\n'],
  ['docker-compose.yml', '      PG_PASSWORD: §\n', '      PG_PASSWORD: ${PG_PASSWORD}\n'],
  ['.github/workflows/ci.yml', '          TOKEN: "§"\n', '          TOKEN: "${{ secrets.TOKEN }}"\n'],
  ['src/main/resources/application.yml', '    password: §\n', '    password: ${PASSWORD}\n'],
  ['chart/values.yaml', 'password: §\n', 'password: ref+vault://secret/shop/db#/password\n'],
  ['chart/values.yaml', 'password: §\n', 'password: ref+awssecrets://shop/db#/password\n', AWS],
  [
    'cf.yaml',
    'Resources:\n  X:\n    Type: AWS::RDS::DBInstance\n    P: §\n',
    'Resources:\n  X:\n    Type: AWS::RDS::DBInstance\n    P: {{resolve:secretsmanager:shop/db:SecretString:password}}\n',
    AWS,
  ],
  [
    'k8s.yaml',
    'apiVersion: v1\nkind: Pod\n    env:\n      - name: P\n        value: "§"\n',
    'apiVersion: v1\nkind: Pod\n    env:\n      - name: P\n        valueFrom:\n          secretKeyRef:\n            name: shop-db\n            key: password\n',
  ],
  [
    'main.tf',
    'password = "§"\n',
    'password = ephemeral.vault_kv_secret_v2.shop_db.data["password"]\n\nephemeral "vault_kv_secret_v2" "shop_db" {\n  mount = "secret"\n  name  = "shop/db"\n}\n',
  ],
  ['.env', 'A=1\nTOKEN=§\nB=2\n', 'A=1\nB=2\n'],
];

const secret = ['s3cret', 'V4lue', '9xZ'].join('-');

for (const [path, before, after, target = VAULT] of CASES) {
  test(`${path}: ${before
    .split('\n')
    .find((line) => line.includes('§'))
    ?.trim()} gets its idiomatic reference`, () => {
    const text = before.replace('§', secret);
    const from = text.indexOf(secret);
    const plan = planMigration({
      literal: { path, text, from, to: from + secret.length },
      file: `/nonexistent/${path}`,
      target: parseTarget(target),
    });
    assert.equal(plan.files[0]?.after, after);
    assert.ok(!plan.diff.includes(secret));
    assert.ok(plan.diff.startsWith(`--- a/${path}\n+++ b/${path}\n@@ `));
  });
}

test('a file of a type without a reference stays as it is', () => {
  for (const path of ['notes.txt', 'a.toml', 'x.yaml']) {
    const literal = { path, text: `p: ${secret}\n`, from: 3, to: 3 + secret.length };
    const plan = planMigration({ literal, file: `/nonexistent/${path}`, target: parseTarget(VAULT) });
    assert.deepEqual([plan.files, plan.diff, plan.replacement], [[], '', undefined]);
  }
});

test('a line of .env becomes a line without value in .env.example', () => {
  const literal = { path: 'svc/.env', text: `export TOKEN=${secret}\n`, from: 13, to: 13 + secret.length };
  const plan = planMigration({ literal, file: '/nonexistent/svc/.env', target: parseTarget(VAULT) });
  assert.deepEqual(
    plan.files.map(({ file, after }) => [file, after]),
    [
      ['/nonexistent/svc/.env', ''],
      ['/nonexistent/svc/.env.example', 'TOKEN=\n'],
    ],
  );
});

test("a target that is none is the user's mistake", () => {
  for (const text of ['vault', 'vault:', 'gcp:x#y', 'vault:a//b#c', 'aws:../x#k', 'vault:a b#c']) {
    assert.throws(() => parseTarget(text), { name: 'UserError' }, text);
  }
});
