import type { Heading, Report } from '../report/report.js';
import type { Fix, ReportRule, RuleFinding, SourceEdit } from './rule.js';
import { localized } from './localized.js';

/** 序号半角全角不一: half-width brackets or digits in a marker against the file's majority. */
export const headingMarkerWidth: ReportRule = {
  id: 'heading-marker-width',
  group: 'headings',
  scope: 'report',
  severity: 'warning',
  fixable: 'safe',
  name: localized('序号半角全角不一', 'Heading marker width'),
  finds: localized(
    '多数标题用全角括号“（一）”，个别用半角“(一)”；半角占多数的，全文只提示一次。',
    'Some markers have half-width brackets or digits where most are full width; one note for the file where most are half width.',
  ),
  why: localized(
    '同一份文件序号样式应一致，公文用全角括号。',
    'Markers of one file should look alike; official style has full-width brackets.',
  ),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，研究法治建设事项9项。\n(二) 规范行政执法。开展行政检查312次。\n（三）深化普法宣传。开展普法活动26场次。',
        },
      },
    ],
    good: [{ parts: {} }],
  },
  check(report) {
    return [...bracketFindings(report), ...digitFindings(report)];
  },
};

function bracketFindings(report: Report): RuleFinding[] {
  if (!report.allHeadings.some((heading) => hasHalfWidthBracket(report, heading))) return [];
  const bracketed = report.allHeadings.filter(({ marker }) => marker !== undefined && /[()（）]/u.test(report.source.slice(marker.span)));
  const half = bracketed.filter((heading) => hasHalfWidthBracket(report, heading));
  const first = half[0];
  if (first?.marker === undefined) return [];
  if (half.length > bracketed.length - half.length) {
    return [
      {
        span: first.marker.span,
        severity: 'information',
        message: localized(
          `全文有${half.length}个标题序号用半角括号：公文通常用全角“（一）”`,
          `${half.length} heading markers have half-width brackets; official style has full-width ones`,
        ),
        related: half
          .slice(1)
          .map(({ marker, span }) => ({ span: marker?.span ?? span, message: localized('同样是半角', 'Half width too') })),
        fixes: [
          {
            kind: 'safe',
            title: localized('全部改为全角括号', 'Make all brackets full width'),
            edits: half.flatMap((heading) => bracketEdits(report, heading)),
          },
        ],
      },
    ];
  }
  return half.map((heading) => widthFinding(heading, fullBracketFix(report, heading)));
}

function hasHalfWidthBracket({ source: { text } }: Report, { marker }: Heading): boolean {
  if (marker === undefined) return false;
  for (let at = marker.span.start; at < marker.span.end; at++) {
    const code = text.charCodeAt(at);
    if (code === LEFT_BRACKET || code === RIGHT_BRACKET) return true;
  }
  return false;
}

const LEFT_BRACKET = 0x28;
const RIGHT_BRACKET = 0x29;

function widthFinding(heading: Heading, fix: Fix): RuleFinding {
  return {
    span: heading.marker?.span ?? heading.span,
    message: localized('序号用了半角，与其他标题不一致：应改为全角', 'This marker is half width, unlike the others: make it full width'),
    fixes: [fix],
  };
}

function fullBracketFix(report: Report, heading: Heading): Fix {
  return { kind: 'safe', title: localized('改为全角括号', 'Make the brackets full width'), edits: bracketEdits(report, heading) };
}

/** Full-width brackets leave no blank behind the marker. */
function bracketEdits(report: Report, { marker, textSpan }: Heading): SourceEdit[] {
  if (marker === undefined) return [];
  const text = report.source.slice(marker.span).replace(/\(/gu, '（').replace(/\)/gu, '）');
  return [{ span: { start: marker.span.start, end: Math.max(marker.span.end, textSpan.start) }, newText: text }];
}

function digitFindings(report: Report): RuleFinding[] {
  if (!report.allHeadings.some((heading) => hasFullWidthDigit(report, heading))) return [];
  const digits = report.allHeadings.filter(({ marker }) => marker?.style === 'arabic' || marker?.style === 'arabic-parenthesis');
  const isFull = (heading: Heading): boolean => hasFullWidthDigit(report, heading);
  const isHalf = ({ marker }: Heading): boolean => marker !== undefined && /[0-9]/u.test(report.source.slice(marker.numeral));
  const full = digits.filter(isFull);
  const half = digits.filter(isHalf);
  if (full.length === 0 || half.length === 0) return [];
  const toFull = full.length > half.length;
  return (toFull ? half : full).map((heading) => ({
    span: heading.marker?.span ?? heading.span,
    message: toFull
      ? localized('序号数字用了半角，与其他标题不一致', 'The digits of this marker are half width, unlike the others')
      : localized('序号数字用了全角，与其他标题不一致', 'The digits of this marker are full width, unlike the others'),
    fixes: [digitFix(report, heading, toFull)],
  }));
}

function hasFullWidthDigit({ source: { text } }: Report, { marker }: Heading): boolean {
  if (marker?.style !== 'arabic' && marker?.style !== 'arabic-parenthesis') return false;
  for (let at = marker.numeral.start; at < marker.numeral.end; at++) if (text.charCodeAt(at) >= FULL_WIDTH_ZERO) return true;
  return false;
}

const FULL_WIDTH_ZERO = 0xff10;

function digitFix(report: Report, { marker, span }: Heading, toFull: boolean): Fix {
  const place = marker?.span ?? span;
  const text = report.source.slice(place);
  const newText = toFull
    ? text.replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).replace('.', '．')
    : text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace('．', '.');
  return { kind: 'safe', title: localized(`改为“${newText}”`, `Change to ${newText}`), edits: [{ span: place, newText }] };
}
