import * as vscode from 'vscode';

/** A CommonJS module as a function of what it uses. */
type Define = (module: { exports: unknown }, exports: unknown, require: (id: string) => unknown) => void;

/**
 * Loads a part of the extension in a browser, where `require` knows the editor's API only, and `import()` finds neither that
 * API nor what lies on a remote machine. It is done the way VS Code loads an extension's entry: read, and evaluated as
 * CommonJS. So it works wherever the entry could be loaded; the file system of the editor reads every place of an extension.
 *
 * @param extensionUri where the extension is
 * @param name of the file in `dist/`
 * @returns what the part exports; a part that is asked for twice is loaded twice
 * @throws where it cannot be read, or what was read is not it
 */
export async function loadPart<Exports extends object>(extensionUri: vscode.Uri, name: string): Promise<Exports> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', name);
  const code = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  // VS Code marks an entry in the same way: debuggers take the lines of the wrapping function off.
  const sourceUrl = `${file.toString(true)}#vscode-extension`;
  const define = new Function('module', 'exports', 'require', `${code}\n//# sourceURL=${sourceUrl}`) as Define;
  const exports = {};
  const module: { exports: unknown } = { exports };
  define(module, exports, requireEditor);
  if (!isLoaded<Exports>(module.exports)) throw new Error(`${file.toString(true)} exports nothing`);
  return module.exports;
}

function requireEditor(id: string): unknown {
  if (id === 'vscode') return vscode;
  throw new Error(`Cannot load module '${id}'`);
}

/** An empty answer is valid code, too. */
function isLoaded<Exports extends object>(exports: unknown): exports is Exports {
  return typeof exports === 'object' && exports !== null && Object.keys(exports).length > 0;
}
