import type { InlayHint } from 'vscode-languageserver-types';
import type { Finding } from '../check/finding.js';
import type { Figure } from '../report/figures.js';
import type { ParagraphContent, Report } from '../report/report.js';
import { measuredSpan, measuredText, plainNumber } from '../rules/figure-facts.js';
import { readFigureLists } from '../rules/figure-lists.js';
import { mayHoldList } from '../rules/list-look.js';
import type { Locale } from '../rules/rule.js';
import { judgeList, partsOf, SUM_MISMATCH, sumOf } from '../rules/sum-mismatch.js';
import { countLeading } from '../text/count-leading.js';
import type { Span } from '../text/span.js';

/**
 * What the parts of a total come to, behind the last of them: where they come to the total, and where the check says that
 * they do not. Any other list may be read in another way, and nothing is said of it.
 *
 * @param findings of this version, so that a hint never says more than they do.
 * @param within a span of the untouched text outside of which nothing need be told.
 */
export function sumHints(report: Report, findings: readonly Finding[], within: Span, locale: Locale): InlayHint[] {
  const { paragraphs, source } = report;
  const wrong = new Set(findings.filter(({ rule }) => rule === SUM_MISMATCH).map(({ span }) => span.start));
  const words = WORDS[locale];
  const hints: InlayHint[] = [];
  const first = countLeading(paragraphs.length, (index) => (paragraphs[index]?.pieces.at(-1)?.end ?? 0) < within.start);
  for (let index = first; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index];
    if (paragraph === undefined || (paragraph.pieces[0]?.start ?? 0) > within.end) break;
    for (const { whole, wholeText, last, sum, calculation, isRight } of paragraph.fact(readSums)) {
      const place = paragraph.toSource(last).end;
      if (place < within.start || place > within.end) continue;
      if (!isRight && !wrong.has(paragraph.toSource(whole).start)) continue;
      hints.push({
        position: source.positionAt(place),
        label: isRight ? words.sum(sum) : words.mismatch(sum, wholeText),
        tooltip: words.calculation(calculation, sum),
        paddingLeft: true,
      });
    }
  }
  return hints;
}

interface Sum {
  /** Offsets into the paragraph's text, with the measure word. */
  readonly whole: Span;
  readonly wholeText: string;
  readonly last: Span;
  readonly sum: string;
  readonly calculation: string;
  readonly isRight: boolean;
}

const NOTHING: readonly Sum[] = Object.freeze([]);

/** The sums of a paragraph of which something may be said. A key of `fact`. */
function readSums({ role, text, figures }: ParagraphContent): readonly Sum[] {
  if (role === 'furniture' || figures.length < 3 || !mayHoldList(text)) return NOTHING;
  const sums: Sum[] = [];
  const seen = new Set<number>();
  for (const list of readFigureLists(text, figures)) {
    const parts = partsOf(list);
    const [first] = parts;
    const last = parts.at(-1);
    const verdict = judgeList(list);
    if (first === undefined || last === undefined || parts.length < 2 || verdict === 'unsure' || seen.has(first.span.start)) continue;
    seen.add(first.span.start);
    // 12件、8件，共20件 says itself what they come to.
    if (verdict === 'right' && list.form === 'total') continue;
    const write = numberWriter(parts);
    sums.push({
      whole: measuredSpan(list.whole),
      wholeText: measuredText(text, list.whole),
      last: measuredSpan(last),
      sum: write(sumOf(parts)),
      calculation: parts.map(({ value }) => write(value)).join('+'),
      isRight: verdict === 'right',
    });
  }
  return sums;
}

/** Numbers as the parts are written: 4.3万 where all of them are written in 万. */
function numberWriter(parts: readonly Figure[]): (value: number) => string {
  const isInMyriads = parts.every(({ text }) => text.includes('万') && !text.includes('亿'));
  return isInMyriads ? (value) => `${plainNumber(value / 10_000)}万` : plainNumber;
}

const WORDS = {
  'zh-CN': {
    sum: (sum: string) => `＝ 合计 ${sum}`,
    mismatch: (sum: string, whole: string) => `＝ 合计 ${sum}，与总数“${whole}”不符`,
    calculation: (calculation: string, sum: string) => `各分项：${calculation}=${sum}`,
  },
  en: {
    sum: (sum: string) => `= ${sum} in all`,
    mismatch: (sum: string, whole: string) => `= ${sum} in all, not ${whole}`,
    calculation: (calculation: string, sum: string) => `The parts: ${calculation}=${sum}`,
  },
} as const;
