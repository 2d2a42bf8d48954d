import { commands, env, type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import { RULES_REQUEST, type RulesParams, type RulesResult } from '../server/protocol/messages/review.js';
import { askServer } from './askServer.js';
import type { ClientContext, Feature } from './clientContext.js';
import type { Say } from './messages.js';

/** As ids of rules are written; nothing else may become part of a path. */
const RULE_ID = /^[a-z]+(?:-[a-z]+)*$/u;

type ListedRule = RulesResult[number];

interface RuleItem extends QuickPickItem {
  readonly id?: string;
}

/** Opens the page that explains a rule: the one that is named, or one that the user chooses. */
export function createRulePages(context: ClientContext): Feature {
  return { commands: { openRulePage: (id) => openRulePage(context, id) }, dispose: () => undefined };
}

async function openRulePage(context: ClientContext, asked: unknown): Promise<void> {
  const id = typeof asked === 'string' && RULE_ID.test(asked) ? asked : await choose(context);
  if (id !== undefined) await openPage(context, id);
}

async function choose(context: ClientContext): Promise<string | undefined> {
  const { say } = context;
  const rules = await askForRules(context);
  if (rules === undefined) return undefined;
  const picked = await window.showQuickPick<RuleItem>(itemsOf(rules, say), {
    title: say('rules.title'),
    placeHolder: say('rules.placeholder'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.id;
}

function askForRules(context: ClientContext): Promise<RulesResult | undefined> {
  const document = window.activeTextEditor?.document;
  const params: RulesParams = document === undefined ? {} : { textDocument: { uri: document.uri.toString() } };
  return askServer<RulesParams, RulesResult>(context, RULES_REQUEST, params);
}

/** The rules in two groups: those that find something in the active report, and the others. */
function itemsOf(rules: readonly ListedRule[], say: Say): RuleItem[] {
  const found = rules.filter(({ findings }) => findings > 0);
  const others = rules.filter(({ findings }) => findings === 0);
  const separator = (label: string): RuleItem => ({ label, kind: QuickPickItemKind.Separator });
  if (found.length === 0) return others.map((rule) => itemOf(rule, say));
  return [
    separator(say('rules.found')),
    ...found.map((rule) => itemOf(rule, say)),
    separator(say('rules.others')),
    ...others.map((rule) => itemOf(rule, say)),
  ];
}

function itemOf({ id, name, finds, findings }: ListedRule, say: Say): RuleItem {
  return { id, label: name, description: findings > 0 ? `${id} · ${say('rules.count', findings)}` : id, detail: finds };
}

/** The page that came with the extension, shown as it is read; where there is none, or nothing shows it, the one on the web. */
async function openPage(context: ClientContext, id: string): Promise<void> {
  const page = Uri.joinPath(context.extension.extensionUri, 'docs', 'rules', `${id}.md`);
  try {
    await workspace.fs.stat(page);
    await commands.executeCommand('markdown.showPreview', page);
  } catch {
    const onTheWeb = (await askForRules(context))?.find((rule) => rule.id === id)?.page;
    if (onTheWeb !== undefined) await env.openExternal(Uri.parse(onTheWeb));
  }
}
