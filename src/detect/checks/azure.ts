import type { Verdict } from '../checks.js';
import { marvin32 } from './marvin32.js';

/**
 * Azure's identifiable keys: base64 that ends in a signature of four letters and a checksum of four bytes, the Marvin
 * hash of what stands before it with a seed of the kind of key. A kind this table does not know proves nothing.
 * https://github.com/microsoft/security-utilities
 */
export function azureKey(secret: string): Verdict {
  const bytes = Buffer.from(secret, 'base64');
  if (bytes.length < 24) return 'plausible';
  const data = bytes.subarray(0, -4);
  const sum = bytes.readUInt32LE(bytes.length - 4);
  const signature = secret.replace(/=+$/, '').slice(-10, -6).replace(/-/g, '+');
  const seeds = SEEDS[signature] ?? [];
  return seeds.some((seed) => marvin32(data, seedOf(seed)) === sum) ? 'proven' : 'plausible';
}

/**
 * Client secrets of Microsoft Entra: three characters, a version, `Q~`, and from version 8 on the first three
 * characters of a checksum over the rest.
 */
export function azureClientSecret(secret: string): Verdict {
  if (secret.slice(3, 6) !== '8Q~') return 'plausible';
  const sum = marvin32(Buffer.from(secret.slice(0, -3), 'latin1'), seedOf('AadPwd00'));
  return inAlphabet(sum).startsWith(secret.slice(-3)) ? 'proven' : 'plausible';
}

const MESSAGING = ['System00', 'Unknown0', 'Send0000', 'Manage00', 'Listen00'];
const SEEDS: Readonly<Record<string, readonly string[]>> = {
  '+ASt': ['Default0'],
  '+ASb': MESSAGING,
  '+AEh': MESSAGING,
  '+ARm': MESSAGING,
  '+ABa': ['AbAcct00'],
  '+AMC': ['Classic0'],
  '+ACR': ['ACRDflt0'],
  ACDb: ['SysAll00', 'Resour00', 'MastRO00', 'SystRO00', 'Encryp00', 'MastRW00', 'SystRW00'],
  AIoT: ['IoTHub00', 'DpsKey00', 'Device00'],
  APIM: ['Tenant00', 'IoTHub00', 'Gateway0', 'GitKey00'],
  AzCa: ['Access00'],
  AzFu: ['Master00', 'System00', 'Functi00'],
  AzSe: ['Query000', 'PAdmin00', 'Admin000'],
};

/** Seeds are eight letters, read as one number with the first letter highest. */
function seedOf(name: string): readonly [number, number] {
  const bytes = Buffer.from(name, 'latin1');
  return [bytes.readInt32BE(4), bytes.readInt32BE(0)];
}

const PASSWORD_ALPHABET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~';

function inAlphabet(value: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / PASSWORD_ALPHABET.length)) {
    text = PASSWORD_ALPHABET[rest % PASSWORD_ALPHABET.length] + text;
  }
  return text;
}
