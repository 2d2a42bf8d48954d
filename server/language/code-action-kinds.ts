import { CodeActionKind } from 'vscode-languageserver-types';

/** The kind under which an editor asks for all safe fixes of a file, also on save. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.fazhiReport`;

/** Kinds of actions that are offered. */
export const CODE_ACTION_KINDS: readonly string[] = Object.freeze([CodeActionKind.QuickFix, FIX_ALL_KIND]);
