import { agencyKindOf } from '../report/agency.js';
import type { AgencyKind, Report } from '../report/report.js';

/** What is known of the body that reports. */
export interface OwnBody {
  /** Its name without inner blanks, as the project or the text gives it. */
  readonly name: string | undefined;
  readonly kind: AgencyKind | undefined;
}

/** The reporting body; what the project says wins over the text. */
export function ownBody({ agency, project }: Report): OwnBody {
  const name = project.agency.name ?? agency?.name;
  const kind = project.agency.kind ?? (project.agency.name === undefined ? agency?.kind : agencyKindOf(project.agency.name));
  return { name, kind };
}

/** Where text is quoted: inside 《》 or “”, as far as the characters before it tell. */
export function isQuoted(before: string): boolean {
  return before.lastIndexOf('《') > before.lastIndexOf('》') || before.lastIndexOf('“') > before.lastIndexOf('”');
}

/** The part of a text before an offset that belongs to the same sentence, at most so many characters. */
export function sentenceBefore(text: string, at: number, reach: number): string {
  const before = text.slice(Math.max(0, at - reach), at);
  return before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；'), before.lastIndexOf(';')) + 1);
}
