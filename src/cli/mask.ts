import { UserError } from '../errors.js';
import { DEFAULT_VALUES, knownValues, maskCommand, masksOf, readStores, zeroValues } from '../stores.js';
import { type Args, type Command, texts } from './command.js';
import { listFiles } from './list-files.js';
import { writeOut } from './output.js';
import { loadStores, storeFlags } from './store-config.js';

export const command: Command = {
  usage: 'mask --env NAME... | [--vault PATH] [--aws NAME] [--sops FILE]',
  describe:
    'A step of a GitHub Actions job: tells the runner to hide values in every encoding its own masking misses. ' +
    'Prints them to the runner, which prints none of it; it refuses to run anywhere else.',
  flags: {
    ...storeFlags,
    env: { type: 'string', multiple: true, describe: 'a variable that holds a secret' },
  },
  async run(args) {
    if (process.env.GITHUB_ACTIONS !== 'true' || process.stdout.isTTY) {
      throw new UserError(
        'keyhound mask runs in a step of GitHub Actions only: elsewhere what it prints would be seen',
      );
    }
    const values = texts(args, 'env').map(variable);
    const stores = values.length > 0 && !namesStores(args) ? [] : (await loadStores(args)).stores;
    const reading = await readStores(stores, process.env, listFiles);
    const { known } = knownValues(reading.values, DEFAULT_VALUES);
    const masks = [...values, ...known.map(({ value }) => value)].flatMap(masksOf);
    writeOut([...new Set(masks)].map(maskCommand));
    const missed = reading.coverage.flatMap((store) => store.missed);
    zeroValues(reading.values);
    process.stderr.write(
      `keyhound: ${values.length + known.length} values masked in ${new Set(masks).size} forms\n`,
    );
    if (missed.length > 0)
      process.stderr.write(`keyhound: ${missed.length} store entries could not be read and are not masked\n`);
    return missed.length > 0 ? 3 : 0;
  },
};

function namesStores(args: Args): boolean {
  return ['vault', 'aws', 'sops', 'config'].some((flag) => texts(args, flag).length > 0);
}

function variable(name: string): Buffer {
  const value = process.env[name];
  if (!value) throw new UserError(`--env ${name}: is not set`);
  return Buffer.from(value);
}
