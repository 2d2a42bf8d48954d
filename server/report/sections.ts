import { NO_THEME_HEADING, WEAK_MEASURES_HEADING } from '../knowledge/heading-patterns.js';
import { countCharacters } from '../text/characters.js';
import type { SourceText } from '../text/source-text.js';
import type { Line } from './lines.js';
import type { Heading, Section, SectionKind } from './report.js';
import { compactHeading } from './section-kinds.js';

/** The sections of a report and whether its measures are spread over themes. */
export interface SectionList {
  readonly sections: readonly Section[];
  readonly themed: boolean;
}

/**
 * Level-1 headings as sections with their kinds. Where no heading names measures, the level-1 headings
 * that name no other kind are themes and stand for it.
 *
 * @param lines the lines among which the headings were found.
 * @param roots headings in order; only those of level 1 make sections.
 */
export function buildSections(source: SourceText, lines: readonly Line[], roots: readonly Heading[]): SectionList {
  const tops = roots.filter(({ level }) => level === 1);
  const kinds = new Map<Heading, readonly SectionKind[]>(tops.map((heading) => [heading, heading.kinds]));
  const hasMeasures = (): boolean => [...kinds.values()].some((list) => list.includes('measures'));
  if (!hasMeasures()) {
    const weak = tops.find((heading) => heading.kinds.length === 0 && WEAK_MEASURES_HEADING.test(compactHeading(heading.text)));
    if (weak !== undefined) kinds.set(weak, ['measures']);
  }
  const themes = hasMeasures()
    ? []
    : tops.filter((heading) => heading.kinds.length === 0 && !NO_THEME_HEADING.test(compactHeading(heading.text)));
  for (const theme of themes) kinds.set(theme, ['measures']);
  const themed = new Set(themes);
  const lengths = new LengthReader(source.text, lines);
  return {
    sections: tops.map((heading) => makeSection(source, lengths, heading, kinds.get(heading) ?? [], themed.has(heading))),
    themed: themes.length > 0,
  };
}

function makeSection(source: SourceText, lengths: LengthReader, heading: Heading, kinds: readonly SectionKind[], themed: boolean): Section {
  const { text } = source;
  let end = heading.content.end;
  while (end > heading.content.start && /\s/u.test(text.charAt(end - 1))) end--;
  return {
    heading,
    kinds,
    themed,
    span: { start: heading.span.start, end: Math.max(end, heading.span.end) },
    endLine: source.lineAt(Math.max(end - 1, heading.span.start)),
    characters: lengths.read(heading.content.start, end),
  };
}

/** Adds up the 字 of lines; the places that it is asked for come in order. */
class LengthReader {
  #next = 0;

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
  ) {}

  /** 字 from the middle or the end of a line to the end of another. */
  read(start: number, end: number): number {
    let characters = 0;
    for (let line = this.lines[this.#next]; line !== undefined && line.start < end; line = this.lines[++this.#next]) {
      if (line.start >= start) characters += line.content.characters;
      else if (line.end > start) characters += countCharacters(this.text, start, line.end);
    }
    return characters;
  }
}
