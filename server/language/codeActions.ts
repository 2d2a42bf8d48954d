import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver-types';
import { INTERNAL_ERROR } from '../check/check.js';
import type { Finding } from '../check/finding.js';
import { applyEdits, collectSafeEdits } from '../check/fix.js';
import type { Report } from '../report/report.js';
import type { Locale, LocalizedText, SourceEdit } from '../rules/rule.js';
import { type Span, touches } from '../text/span.js';
import { FIX_ALL_KIND } from './code-action-kinds.js';
import { type DiagnosticOptions, toDiagnostic } from './diagnostics.js';
import { type EditTarget, replaceDifference, toWorkspaceEdit } from './edits.js';

/** Fixes all of one rule, or everything, repeatedly until stable; gives the whole new text. */
export type FixAll = (only?: { readonly rule: string }) => string;

/** What an editor asks. */
export interface CodeActionRequest {
  /** The part of the text that the caret or the selection covers. */
  readonly span: Span;
  /** Kinds that are wanted; all but source actions where absent. */
  readonly only?: readonly string[];
}

/** What is known of the document, and what the client understands. */
export interface CodeActionContext {
  readonly report: Report;
  /** In order. */
  readonly findings: readonly Finding[];
  readonly target: EditTarget;
  readonly diagnostics: DiagnosticOptions;
  readonly fixAll: FixAll;
  /** The name of a rule for titles. */
  readonly ruleName: (id: string) => LocalizedText | undefined;
  /** The edit after which a finding is left out; undefined where it cannot be. Absent where no finding can be. */
  readonly ignore?: (finding: Finding) => WorkspaceEdit | undefined;
  /** Whether the client asks for the edits of “fix all” only when one is chosen (`codeAction/resolve`). */
  readonly resolvesEdits: boolean;
}

/** What an unresolved action carries. */
export interface CodeActionData {
  readonly uri: string;
  readonly version: number;
  /** Absent for all rules. */
  readonly rule?: string;
}

/**
 * The actions for a place: every fix of the findings there, all of such a rule in the file, all in the
 * file; and for those who ask for source actions, all safe fixes of the file at once.
 */
export function codeActions(request: CodeActionRequest, context: CodeActionContext): CodeAction[] {
  const actions: CodeAction[] = [];
  // Some clients send an empty list for “any kind”.
  const only = request.only === undefined || request.only.length === 0 ? undefined : request.only;
  if (only === undefined || wants(only, CodeActionKind.QuickFix)) {
    const here = context.findings.filter(({ span }) => touches(span, request.span));
    for (const finding of here) actions.push(...quickFixes(finding, context));
    actions.push(...fixAllOfRules(here, context));
    for (const finding of here) actions.push(...ignoreHere(finding, context));
  }
  if (only !== undefined && wants(only, FIX_ALL_KIND)) actions.push(...sourceFixAll(context));
  return actions;
}

/** The edit of an action that was sent without one. */
export function resolveFixAll(data: CodeActionData, context: CodeActionContext): WorkspaceEdit {
  return fixAllEdit(context, data.rule === undefined ? undefined : { rule: data.rule });
}

/** Whether a kind is one of those asked for or below one of them. */
function wants(only: readonly string[], kind: string): boolean {
  return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

function quickFixes(finding: Finding, context: CodeActionContext): CodeAction[] {
  const { source } = context.report;
  const { locale } = context.diagnostics;
  const firstSafe = finding.fixes.findIndex(({ kind }) => kind === 'safe');
  return finding.fixes.map((fix, index) => {
    const action: CodeAction = {
      title: fix.title[locale],
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(source, finding, context.diagnostics)],
      edit: toWorkspaceEdit(source, fix.edits, context.target, fix.select),
    };
    if (index === firstSafe) action.isPreferred = true;
    return action;
  });
}

/** Leaves the finding out from now on. Comes last and is never preferred: mending is better. */
function ignoreHere(finding: Finding, context: CodeActionContext): CodeAction[] {
  const { locale } = context.diagnostics;
  const edit = finding.rule === INTERNAL_ERROR ? undefined : context.ignore?.(finding);
  if (edit === undefined) return [];
  const name = context.ruleName(finding.rule)?.[locale] ?? finding.rule;
  const diagnostics = [toDiagnostic(context.report.source, finding, context.diagnostics)];
  return [{ title: TITLES.ignore[locale](name), kind: CodeActionKind.QuickFix, diagnostics, edit }];
}

function fixAllOfRules(here: readonly Finding[], context: CodeActionContext): CodeAction[] {
  const { locale } = context.diagnostics;
  const safeHere = here.filter(({ fixable }) => fixable === 'safe');
  if (safeHere.length === 0) return [];
  const safe = context.findings.filter(({ fixable }) => fixable === 'safe');
  const actions: CodeAction[] = [];
  const rules = new Set(safeHere.map(({ rule }) => rule));
  for (const rule of rules) {
    const all = safe.filter((finding) => finding.rule === rule);
    if (all.length < 2) continue;
    const name = context.ruleName(rule)?.[locale] ?? rule;
    const title = TITLES.rule[locale](name, all.length);
    actions.push(
      fixAllAction(
        title,
        safeHere.filter((finding) => finding.rule === rule),
        context,
        rule,
      ),
    );
  }
  const isMoreThanOneRule = safe.some(({ rule }) => rule !== safeHere[0]?.rule);
  if (isMoreThanOneRule) actions.push(fixAllAction(TITLES.file[locale](safe.length), safeHere, context));
  return actions;
}

function fixAllAction(title: string, here: readonly Finding[], context: CodeActionContext, rule?: string): CodeAction {
  const only = rule === undefined ? undefined : { rule };
  const action: CodeAction = {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: here.map((finding) => toDiagnostic(context.report.source, finding, context.diagnostics)),
  };
  if (context.resolvesEdits) {
    const data: CodeActionData = { uri: context.target.uri, version: context.target.version, ...only };
    action.data = data;
  } else {
    action.edit = fixAllEdit(context, only);
  }
  return action;
}

function sourceFixAll(context: CodeActionContext): CodeAction[] {
  if (!context.findings.some(({ fixable }) => fixable === 'safe')) return [];
  const action: CodeAction = {
    title: TITLES.source[context.diagnostics.locale],
    kind: FIX_ALL_KIND,
    edit: fixAllEdit(context, undefined),
  };
  return [action];
}

function fixAllEdit(context: CodeActionContext, only: { readonly rule: string } | undefined): WorkspaceEdit {
  return toWorkspaceEdit(context.report.source, fixAllEdits(context, only), context.target);
}

/**
 * What mends all that can be mended safely: small edits where one round is enough, else one edit over all that differs.
 *
 * @param only whose findings are mended; absent: those of all rules.
 */
export function fixAllEdits(context: CodeActionContext, only?: { readonly rule: string }): readonly SourceEdit[] {
  const { text } = context.report.source;
  const fixed = context.fixAll(only);
  const firstRound = collectSafeEdits(context.findings, only);
  return applyEdits(text, firstRound) === fixed ? firstRound : replaceDifference(text, fixed);
}

const TITLES = {
  rule: {
    'zh-CN': (name: string, count: number) => `修复本文件中全部“${name}”（${count} 处）`,
    en: (name: string, count: number) => `Fix all “${name}” in this file (${count})`,
  },
  file: {
    'zh-CN': (count: number) => `修复本文件中全部可自动修复的问题（${count} 处）`,
    en: (count: number) => `Fix everything in this file that can be fixed automatically (${count})`,
  },
  ignore: {
    'zh-CN': (name: string) => `忽略此处：${name}（写入 .fazhi-report.json）`,
    en: (name: string) => `Ignore here: ${name} (in .fazhi-report.json)`,
  },
  source: {
    'zh-CN': '修复全部可自动修复的问题（法治报告）',
    en: 'Fix everything that can be fixed automatically (law-based government report)',
  },
} as const satisfies Record<string, Record<Locale, unknown>>;
