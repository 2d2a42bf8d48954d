import { localized } from '../rules/localized.js';
import type { IgnoredFinding } from './configuration.js';
import type { ConfigurationProblem } from './configuration-problem.js';
import type { ProjectFile } from './project-file.js';
import { removeEntryAt } from './project-edits.js';
import type { ProjectLayer } from './project-layer.js';

/**
 * The problems that entries of `ignore` make which match nothing any more. Whoever calls knows that all files were checked
 * that an entry is meant for.
 *
 * @param layer the project that the entries belong to.
 * @param unmatched entries, the very objects of the layer.
 * @param files the project's files as they are now.
 */
export function unmatchedProblems(
  layer: ProjectLayer,
  unmatched: ReadonlySet<IgnoredFinding>,
  files: readonly ProjectFile[],
): readonly ConfigurationProblem[] {
  if (unmatched.size === 0) return [];
  return layer.ignore.flatMap(({ value, origin }): ConfigurationProblem[] => {
    if (!unmatched.has(value) || origin.from !== 'project-file') return [];
    const file = files.find((candidate) => candidate.file === origin.file && candidate.parsed);
    if (file === undefined) return [];
    const edits = removeEntryAt(file.text, origin.span.start);
    return [
      {
        code: 'config-unmatched-ignore',
        file: origin.file,
        span: origin.span,
        severity: 'warning',
        message: localized(
          `这一条已经不起作用（${value.rule}：“${shortened(value.text)}”在${value.file ?? '各文件'}里没有对应的问题），可以删除`,
          `This entry has no effect any more (${value.rule}: nothing is found at "${shortened(value.text)}" in ${value.file ?? 'any file'}); it can be removed`,
        ),
        fixes: edits.length === 0 ? [] : [{ kind: 'choice', title: localized('删除这一条', 'Remove this entry'), edits }],
      },
    ];
  });
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
