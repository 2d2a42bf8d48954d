import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { ChecklistRow, RowMark } from '../server/protocol/messages/checklist.js';
import { COMMANDS } from './commandIds.js';

/** The editor's list of all problems. */
const OPEN_PROBLEMS = 'workbench.actions.view.problems';

/** Pictures and colours that the editor and its themes have for such things. */
const ICONS: Readonly<Record<RowMark, readonly [icon: string, color: string]>> = {
  good: ['pass', 'testing.iconPassed'],
  error: ['error', 'problemsErrorIcon.foreground'],
  warning: ['warning', 'problemsWarningIcon.foreground'],
  information: ['info', 'problemsInfoIcon.foreground'],
  hint: ['lightbulb', 'problemsInfoIcon.foreground'],
};

/** How the editor is to show a row. Its `contextValue` is the row's remedy, by which `package.json` offers the commands. */
export function toTreeItem(row: ChecklistRow): TreeItem {
  const item = new TreeItem(row.label, stateOf(row));
  const [icon, color] = ICONS[row.mark];
  item.id = row.id;
  item.description = row.description;
  item.tooltip = row.tooltip;
  item.accessibilityInformation = { label: row.spoken };
  if (row.isRest === true) item.command = { command: OPEN_PROBLEMS, title: row.label };
  else {
    item.iconPath = new ThemeIcon(icon, new ThemeColor(color));
    if (row.range !== undefined) item.command = { command: COMMANDS.showPlace, title: row.label, arguments: [row.id] };
  }
  if (row.remedy !== undefined) item.contextValue = row.remedy;
  return item;
}

function stateOf({ children, closed }: ChecklistRow): TreeItemCollapsibleState {
  if (children === undefined) return TreeItemCollapsibleState.None;
  return closed === true ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
}
