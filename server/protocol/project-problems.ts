import { canonical } from '../check/addresses.js';
import type { IgnoredFinding } from '../check/configuration.js';
import type { ConfigurationProblem } from '../check/configuration-problem.js';
import { unmatchedProblems } from '../check/unmatched.js';
import { SourceText } from '../text/source-text.js';
import type { GoverningProject } from './projects.js';

/** What is wrong in one file of a project. */
export interface FileProblems {
  readonly uri: string;
  readonly source: SourceText;
  readonly problems: readonly ConfigurationProblem[];
}

/** An open document with its project and the entries of `ignore` that match nothing in it. */
export interface GovernedDocument {
  readonly governing: GoverningProject;
  readonly unmatched: readonly IgnoredFinding[];
}

/**
 * What is wrong in the files of the projects of some documents, by the canonical address of the file; files without any
 * mistake are in it. An entry of `ignore` counts as idle only where it names its file and that file is open: one for every
 * file may match in another one.
 */
export function problemsByFile(documents: readonly GovernedDocument[]): ReadonlyMap<string, FileProblems> {
  const files = new Map<
    string,
    { readonly uri: string; readonly source: SourceText; readonly problems: Map<string, ConfigurationProblem> }
  >();
  for (const { governing, unmatched } of documents) {
    const { project } = governing;
    for (const { file, text } of project.files) {
      const key = canonical(file);
      if (!files.has(key)) files.set(key, { uri: file, source: new SourceText(text), problems: new Map() });
    }
    const idle = new Set(unmatched.filter(({ file }) => file !== undefined));
    for (const problem of [...project.problems, ...unmatchedProblems(project.layer, idle, project.files)]) {
      const key = canonical(problem.file);
      const file = files.get(key) ?? { uri: problem.file, source: new SourceText(''), problems: new Map() };
      files.set(key, file);
      file.problems.set(`${problem.span.start} ${problem.span.end} ${problem.code} ${problem.message.en}`, problem);
    }
  }
  return new Map(
    [...files].map(([key, { uri, source, problems }]) => [
      key,
      { uri, source, problems: [...problems.values()].sort((a, b) => a.span.start - b.span.start) },
    ]),
  );
}
