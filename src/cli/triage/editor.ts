import { spawn } from 'node:child_process';
import { basename } from 'node:path';

/** A place in a file to open; `file` is absolute, so that no name is taken for an option. */
export interface EditorPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Opens the user's editor at a place and waits for its end; undefined: all well, else what went wrong. */
export function openEditor(place: EditorPlace, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const editor = env.VISUAL || env.EDITOR || 'vi';
  const args = editorArguments(editor, place);
  // the variable is a command line, as for git; the place stands in arguments that no shell reads
  const [program = '', ...more] = editor.trim().split(/\s+/);
  const child =
    process.platform === 'win32'
      ? spawn(program, [...more, ...args], { stdio: 'inherit' })
      : spawn('/bin/sh', ['-c', `${editor} "$@"`, 'sh', ...args], { stdio: 'inherit' });
  return new Promise((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) => resolve(`${editor}: ${error.code}`));
    child.on('close', (code) =>
      resolve(code === 0 ? undefined : `${editor}: ended with ${code ?? 'a signal'}`),
    );
  });
}

/** How an editor is told the line: `+LINE FILE`, unless it is known to want it otherwise. */
export function editorArguments(editor: string, { file, line, column }: EditorPlace): readonly string[] {
  const name = basename(editor.trim().split(/\s+/)[0] ?? '').replace(/\.(?:exe|cmd)$/i, '');
  if (/^(?:code|code-insiders|codium|vscodium|cursor|windsurf)$/.test(name)) {
    const wait = /\s(?:-w|--wait)\b/.test(editor) ? [] : ['--wait'];
    return [...wait, '--goto', `${file}:${line}:${column}`];
  }
  if (/^(?:subl|sublime_text|zed|hx|helix)$/.test(name)) return [`${file}:${line}:${column}`];
  if (/^(?:idea|webstorm|pycharm|goland|rider|clion|phpstorm|rubymine|mate|kate)$/.test(name))
    return ['--line', String(line), file];
  if (/^(?:notepad|open|start)$/i.test(name)) return [file];
  return [`+${line}`, file];
}
