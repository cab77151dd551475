/** One flag, defined once: parsing, help and completion all read it. */
export interface Flag {
  readonly type: 'string' | 'boolean';
  readonly describe: string;
  readonly short?: string;
  readonly multiple?: boolean;
  readonly choices?: readonly string[];
}

export type Flags = Readonly<Record<string, Flag>>;

/** What the parser found. Flags keep their written names; absent ones are undefined. */
export interface Args {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
}

/** A command: what it takes, and what it does. `run` gives the exit code. */
export interface Command {
  readonly usage: string;
  readonly describe: string;
  readonly flags: Flags;
  run(args: Args): Promise<number> | number;
}

/** The text of a flag, undefined where it was not given. */
export function text(args: Args, name: string): string | undefined {
  const value = args.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** All texts of a flag that may be repeated. */
export function texts(args: Args, name: string): readonly string[] {
  const value = args.values[name];
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
}

/** Whether a switch is on. */
export function isOn(args: Args, name: string): boolean {
  return args.values[name] === true;
}
