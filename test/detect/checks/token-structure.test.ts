import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mapboxToken, sentryOrgToken, supabaseServiceRole } from '../../../src/detect/checks/json-token.js';
import { pypiMacaroon } from '../../../src/detect/checks/pypi.js';
import { vaultServiceToken } from '../../../src/detect/checks/vault.js';
import { fill } from '../../fill.js';

describe('the check of PyPI tokens', () => {
  it('proves a macaroon with a signature of 32 bytes at its end', () => {
    assert.equal(pypiMacaroon(fill('{pypi:pypi.org}')), 'proven');
    assert.equal(pypiMacaroon(fill('{pypi:test.pypi.org}')), 'proven');
  });

  it('does not take the beginning alone, nor a cut token, for proof', () => {
    assert.equal(pypiMacaroon(fill('{pypi:pypi.org}').slice(0, -8)), 'plausible');
    assert.equal(pypiMacaroon(fill('pypi-AgEIcHlwaS5vcmc{base64url:120}')), 'plausible');
    assert.equal(pypiMacaroon('pypi-'), 'plausible');
  });
});

describe('the check of Vault service tokens', () => {
  it('proves the signed message with its inner token', () => {
    assert.equal(vaultServiceToken(fill('{vault}')), 'proven');
    assert.equal(vaultServiceToken(`${fill('{vault}')}.abc12`), 'proven');
  });

  it('does not take random text of the same length, nor a message cut short, for proof', () => {
    assert.equal(vaultServiceToken(fill('hvs.CAESI{base64url:90}')), 'plausible');
    assert.equal(vaultServiceToken(fill('{vault}').slice(0, -3)), 'plausible');
    assert.equal(vaultServiceToken('hvs.'), 'plausible');
  });
});

describe('the checks of tokens with JSON in them', () => {
  it('proves a service role key and refuses the public one', () => {
    assert.equal(supabaseServiceRole(fill('{supabase:service_role}')), 'proven');
    assert.equal(supabaseServiceRole(fill('{supabase:anon}')), 'refuted');
    assert.equal(supabaseServiceRole('no.json.here'), 'plausible');
  });

  it('proves a Sentry token that names its organization', () => {
    assert.equal(sentryOrgToken(fill('{sentryorg}')), 'proven');
    assert.equal(sentryOrgToken(fill('sntrys_eyJpYXQiO{alnum:80}_{base64url:43}')), 'plausible');
  });

  it('proves a Mapbox token that names its owner', () => {
    assert.equal(mapboxToken(fill('{mapbox:sk}')), 'proven');
    assert.equal(mapboxToken(fill('sk.{alnum:60}.{alnum:22}')), 'plausible');
  });
});
