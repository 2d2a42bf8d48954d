import type { Span } from '../text/span.js';

const OPENING_COMMA =
  /(?:报告|汇报|总结|公布|通报|公示|公开|述职|述法|情况|说明|小结|匯報|報告|總結|情況)如下[ \u00a0\u3000]{0,2}([，,])[ \u00a0\u3000]{0,2}/gu;
/** A request to the reader, or a clause that brings its own colon. */
const CLAUSE_BEHIND =
  /^(?:现|特|并|并请|一并)?(?:请|敬请|恳请|恭请|提请|呈请|报请|望|盼|妥否|当否|如有|如无|不妥|不当|不足之处|欢迎|供|以供|呈|報請|請|連同|连同)|^[^，。；：:,;]{0,14}[：:]/u;

/** One of these stands wherever there is such a comma: what may follow 如下 in the pattern. */
export const OPENING_COMMA_TRIGGERS: readonly string[] = Object.freeze(['如下，', '如下,', '如下 ', '如下\u00a0', '如下\u3000']);

/** A comma that stands where 报告如下 wants a colon; offsets into the text. */
export interface OpeningComma {
  readonly at: number;
  /** The comma with the blanks round it. */
  readonly span: Span;
}

/** Every such comma of a text, in order. */
export function openingCommas(text: string): OpeningComma[] {
  if (!text.includes('如下')) return [];
  return [...text.matchAll(OPENING_COMMA)].flatMap((match) => {
    const end = match.index + match[0].length;
    if (CLAUSE_BEHIND.test(text.slice(end, end + 40))) return [];
    return [
      {
        at: match.index + match[0].lastIndexOf(match[1] ?? ''),
        span: { start: match.index + match[0].indexOf('如下') + 2, end },
      },
    ];
  });
}
