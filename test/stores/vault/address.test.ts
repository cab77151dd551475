import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSandbox } from '../../git-sandbox.js';
import { runKeyhound } from '../run-keyhound.js';
import { freePort, serve } from '../servers.js';

test('a password in the address of a Vault logs in to what is in front of it, and is told nowhere', async () => {
  const logins: (string | undefined)[] = [];
  const { address } = await serve((incoming, outgoing) => {
    logins.push(incoming.headers.authorization);
    outgoing.end(JSON.stringify({ data: {} }));
  });
  const withLogin = (of: string): string => of.replace('//', '//gate:word-of-the-gate@');
  const nowhere = `http://127.0.0.1:${await freePort()}`;
  const repo = createSandbox();
  const known = async (vault: string, stores: object[] = []) => {
    repo.write('.keyhound.json', JSON.stringify({ stores }));
    const env = { ...repo.env, VAULT_ADDR: withLogin(vault), VAULT_TOKEN: 'token' };
    const args = ['known', ...(stores.length === 0 ? ['--vault', 'secret/**'] : []), '--format', 'json'];
    const ran = await runKeyhound(args, { cwd: repo.path, env });
    assert.ok(!(ran.out + ran.err).includes('word-of-the-gate'), ran.out + ran.err);
    return ran;
  };
  const there = await known(address);
  assert.equal(there.code, 3, there.err);
  assert.ok(there.err.includes(`vault ${address}: coverage 0/1 entries`), there.err);
  assert.deepEqual(
    [...new Set(logins)],
    [`Basic ${Buffer.from('gate:word-of-the-gate').toString('base64')}`],
  );
  const gone = await known(nowhere);
  assert.equal(gone.code, 3, gone.err);
  assert.ok(gone.err.includes(`vault ${nowhere}: coverage 0/0 entries`), gone.err);
  const doubt = await known(address, [{ type: 'vault', address: withLogin(nowhere), paths: ['secret/**'] }]);
  assert.equal(doubt.code, 2, doubt.err);
  assert.ok(doubt.err.includes(`stores.address is ${nowhere} but VAULT_ADDR is ${address}`), doubt.err);
});
