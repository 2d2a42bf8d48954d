import { TERRITORY_ORGANS, ZONE_ORGANS } from '../knowledge/agency-suffixes.js';
import type { Agency, Paragraph } from '../report/report.js';
import type { Span } from '../text/span.js';

/** Longest first, so that 人民政府 is not taken for 政府 of somebody else. */
const ORGANS: readonly string[] = Object.freeze([...TERRITORY_ORGANS, ...ZONE_ORGANS].sort((a, b) => b.length - a.length));
const SHORTEST_NAME = 2;
const NOTHING: readonly Span[] = Object.freeze([]);

/**
 * Where a paragraph names the reporting body: by its whole name, or its territory with or without one of its organs
 * (云桥镇, 云桥镇党委, 云桥镇人民政府).
 *
 * @returns offsets into the paragraph's text, in order.
 */
export function agencyMentions(paragraph: Paragraph, agency: Agency | undefined): readonly Span[] {
  return agency === undefined ? NOTHING : paragraph.fact(makeMemory).of(paragraph.text, agency.name);
}

/** The mentions found last in a paragraph: they stay as long as the name. */
class Mentions {
  #name: string | undefined;
  #spans = NOTHING;

  of(text: string, name: string): readonly Span[] {
    if (name === this.#name) return this.#spans;
    this.#name = name;
    this.#spans = read(text, name);
    return this.#spans;
  }
}

/** A key of `fact`. */
function makeMemory(): Mentions {
  return new Mentions();
}

function read(text: string, name: string): readonly Span[] {
  const organ = ORGANS.find((ending) => name.endsWith(ending) && name.length - ending.length >= SHORTEST_NAME);
  const stem = organ === undefined ? name : name.slice(0, -organ.length);
  if (stem.length < SHORTEST_NAME) return NOTHING;
  const spans: Span[] = [];
  for (let start = text.indexOf(stem); start >= 0; start = text.indexOf(stem, start + stem.length)) {
    const end = start + stem.length;
    const following = ORGANS.find((ending) => text.startsWith(ending, end));
    spans.push({ start, end: end + (following?.length ?? 0) });
  }
  return spans.length === 0 ? NOTHING : spans;
}
