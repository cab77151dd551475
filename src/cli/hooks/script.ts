/** Hooks that keyhound belongs in: what git runs before a commit, a merge commit, its message and a push are kept. */
export const HOOK_NAMES = ['pre-commit', 'pre-merge-commit', 'commit-msg', 'pre-push'] as const;
export type HookName = (typeof HOOK_NAMES)[number];

const BLOCK = /^# keyhound: begin.*\n[\s\S]*?^# keyhound: end\n?/m;

/** Puts keyhound's lines into a shell hook, or in the place of those that are there; all other lines stay. */
export function addToScript(script: string, block: string): string {
  const rest = removeFromScript(script);
  const shebang = /^#!.*\n/.exec(rest)?.[0] ?? '';
  return `${shebang}${block}${rest.slice(shebang.length)}`;
}

/** The script without keyhound's lines. */
export function removeFromScript(script: string): string {
  return script.replace(BLOCK, '');
}

/** Whether anything is left that a shell would run. */
export function isEmptyScript(script: string): boolean {
  return script.replace(/^#!.*\n?/, '').trim() === '';
}

/** Whether a hook calls keyhound, by these lines or by the user's own. */
export function callsKeyhound(script: string): boolean {
  return /^[^#\n]*\bkeyhound\b/m.test(script);
}

/**
 * keyhound's lines for one hook. NODE_EXTRA_CA_CERTS would make Node read a certificate store, which takes longer
 * than the scan; the hook needs no network. `setup` are lines that make the command findable.
 */
export function hookBlock(hook: HookName, by: string, setup = ''): string {
  const command = `NODE_EXTRA_CA_CERTS= keyhound hook ${hook}`;
  const lines =
    hook === 'pre-push'
      ? prePush(command)
      : `${command}${hook === 'commit-msg' ? ' -- "$1"' : ''} || exit $?\n`;
  return `# keyhound: begin (${by}; --uninstall removes it)\n${setup}${lines}# keyhound: end\n`;
}

/** Git tells pre-push what is pushed on standard input; whatever stands below must be able to read it too. */
function prePush(command: string): string {
  const input = (line: string) => `${line} <<KEYHOUND_INPUT\n$keyhound_input\nKEYHOUND_INPUT\n`;
  return [
    'keyhound_input=$([ -t 0 ] || cat)\n',
    `${input(`${command} -- "$@"`).replace('\n', ' || exit $?\n')}`,
    input('exec'),
  ].join('');
}
