import type { Paragraph, Report } from '../report/report.js';
import { HALF_WIDTH_MARKS, type HalfWidthMark, readMarkWidths } from './half-width-marks.js';
import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';
import type { ReportRule, RuleFinding } from './rule.js';

/** From this share of half-width marks on, in so many marks or more, half width is the file's own style (the catalogue's count). */
const OWN_STYLE_SHARE = 0.8;
const FEWEST_MARKS = 5;

/** 半角标点: half-width marks between Chinese. */
export const halfWidthPunctuation: ReportRule = {
  id: 'half-width-punctuation',
  group: 'punctuation',
  scope: 'report',
  severity: 'warning',
  fixable: 'safe',
  name: localized('半角标点', 'Half-width punctuation'),
  finds: localized(
    '汉字之间用了半角的“,;:()?!”。八成以上都是半角的，全文只提示一次；小数、千分位、时间、比例、网址和英文不算。',
    'Half-width , ; : ( ) ? ! between Chinese; one note for the file where four fifths or more are half width. Decimals, times, ratios, addresses and English are left alone.',
  ),
  why: localized(
    '中文标点占一个字的位置，夹用半角的，排版后参差不齐。',
    'Chinese marks take the room of a character; half-width ones among them look ragged.',
  ),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次,研究法治建设事项9项，组织中心组学法6次。\n（二）规范行政执法。开展行政检查312次，为村(社区)审查合同18份。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，组织“1+1+N”结对活动，印制1:500地图12幅。\n（二）规范行政执法。开展行政检查1,312次，更换路灯（LED）200盏，热线受理时间为8:30至17:30。',
        },
      },
    ],
  },
  triggers: HALF_WIDTH_MARKS,
  concernsWithTrigger: (paragraph) => paragraph.fact(readMarkWidths).half.length > 0,
  check(report, candidates) {
    const half = candidates.flatMap((paragraph) => paragraph.fact(readMarkWidths).half.map((mark) => inSource(mark, paragraph)));
    const count = half.reduce((sum, mark) => sum + mark.count, 0);
    return isOwnStyle(count, report) ? oneForTheFile(half, count) : half.filter(({ isPeriodOfName }) => !isPeriodOfName).map(makeFinding);
  },
};

/** Whether so many half-width marks are nearly all of a report's marks. */
function isOwnStyle(count: number, { paragraphs }: Report): boolean {
  if (count === 0) return false;
  let all = count;
  for (const paragraph of paragraphs) {
    all += paragraph.fact(readMarkWidths).full;
    if (count < all * OWN_STYLE_SHARE) return false;
  }
  return all >= FEWEST_MARKS;
}

function inSource(mark: HalfWidthMark, paragraph: Paragraph): HalfWidthMark {
  return {
    ...mark,
    span: paragraph.toSource(mark.span),
    edits: mark.edits.map((edit) => ({ ...edit, span: paragraph.toSource(edit.span) })),
  };
}

/** At the first mark that something follows, for that is what a reader sees as between Chinese. */
function oneForTheFile(half: readonly HalfWidthMark[], count: number): RuleFinding[] {
  const first = half.find(({ isInner }) => isInner) ?? half[0];
  if (first === undefined) return [];
  return oncePerFile({
    places: [first, ...half.filter((mark) => mark !== first)].map(({ span }) => span),
    severity: 'information',
    message: localized(
      `全文标点多为半角（${count}处）：公文用全角，可一次改好`,
      `${count} half-width marks, most of the file; official style has full-width ones`,
    ),
    fix: {
      kind: 'safe',
      title: localized('全部改为全角标点', 'Make all marks full width'),
      edits: half.flatMap(({ edits }) => edits).sort((a, b) => a.span.start - b.span.start),
    },
  });
}

function makeFinding({ span, written, fullWidth, edits }: HalfWidthMark): RuleFinding {
  return {
    span,
    message: localized(`“${written}”是半角标点：应改为全角“${fullWidth}”`, `${written} is half width: make it ${fullWidth}`),
    fixes: [{ kind: 'safe', title: localized(`改为“${fullWidth}”`, `Change to ${fullWidth}`), edits }],
  };
}
