import type { Heading, HeadingMarker, MarkerStyle, Report } from '../report/report.js';
import type { ReportRule, RuleFinding, SourceEdit } from './rule.js';
import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';

/** 序号写法不规范: 1、, （一）、, 一), （一. */
export const headingMarkerStyle: ReportRule = {
  id: 'heading-marker-style',
  group: 'headings',
  scope: 'report',
  severity: 'warning',
  fixable: 'safe',
  name: localized('序号写法不规范', 'Heading marker style'),
  finds: localized(
    '序号的标点不合规范：“1、”（应为“1.”）、“（一）、”（括号后不加顿号）、“一）”“（一”（丢了半边括号）、“一.”（应为“一、”）。',
    'Wrong marks in a heading number: 1、 for 1., （一）、 for （一）, a lost bracket, 一. for 一、.',
  ),
  why: localized(
    '公文标题序号依次写“一、”“（一）”“1.”“（1）”，带括号的后面不加标点。',
    'Official style writes 一、, （一）, 1., （1）; nothing follows a bracket.',
  ),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，研究法治建设事项9项。\n二）规范行政执法。开展行政检查312次。',
        },
      },
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。\n1、召开专题会议4次。\n2.研究法治建设事项9项。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
    ],
    good: [{ parts: {} }],
  },
  check(report) {
    if (report.allHeadings.every((heading) => isPlain(report, heading))) return NOTHING;
    const habits = { fullWidthDots: hasFullWidthDots(report), halfWidthBrackets: hasHalfWidthBrackets(report) };
    const slips = report.allHeadings.map((heading) => readSlip(report, heading, habits)).filter((slip) => slip !== undefined);
    const counts = new Map<MarkerStyle, number>();
    for (const { marker } of report.allHeadings) if (marker !== undefined) counts.set(marker.style, (counts.get(marker.style) ?? 0) + 1);
    return groupByForm(slips).flatMap((group) => {
      const ofStyle = counts.get(group[0]?.marker.style ?? 'chinese') ?? 0;
      // A lost bracket is a slip each time, and silences what other rules say of that bracket.
      const isSlip = group[0]?.form === 'bracket-lost';
      if (isSlip || group.length < FEWEST_FOR_ONE || 2 * group.length <= ofStyle) return group.map(slipFinding);
      return formFinding(group);
    });
  },
};

const NOTHING: readonly RuleFinding[] = Object.freeze([]);

/** Whether a heading has no marker, or one that is written 一、, （一）, 1., （1） or ① to the letter. */
function isPlain({ source: { text } }: Report, { marker }: Heading): boolean {
  if (marker === undefined || marker.style === 'part' || marker.style === 'ordinal') return true;
  const { style, span, numeral } = marker;
  const isBracketed = span.end === numeral.end + 1 && span.start === numeral.start - 1;
  const behind = text.charAt(numeral.end);
  if (style === 'chinese-parenthesis' || style === 'arabic-parenthesis')
    return isBracketed && ((behind === '）' && text.charAt(span.start) === '（') || (behind === ')' && text.charAt(span.start) === '('));
  if (style === 'circled') return span.end === numeral.end;
  return span.end === numeral.end + 1 && (style === 'chinese' ? behind === '、' : behind === '.' || behind === '．');
}

/** From so many on, a form that most markers of its style have is a habit: one finding for the file. */
const FEWEST_FOR_ONE = 3;

/** What width the file's own markers have. */
interface Habits {
  readonly fullWidthDots: boolean;
  readonly halfWidthBrackets: boolean;
}

/** What is wrong with a marker. */
type Form = 'comma-for-dot' | 'dot-for-comma' | 'mark-after-bracket' | 'bracket-lost' | 'brackets-unlike';

/** A marker that is written wrong, and how it should be. */
interface Slip {
  readonly marker: HeadingMarker;
  readonly form: Form;
  readonly own: string;
  readonly should: string;
  readonly edit: SourceEdit;
}

const OPENING = /^[（(〔【[﹙]/u;
const CLOSING = /[）)〕】\]﹚]/u;
const MARK_AT_END = /[ \t\u00a0\u3000]{0,4}[、．.，,：:]$/u;

function readSlip(report: Report, { marker, text, textSpan }: Heading, habits: Habits): Slip | undefined {
  if (marker === undefined) return undefined;
  const own = report.source.slice(marker.span);
  const numeral = report.source.slice(marker.numeral);
  const form = formOf(marker.style, own, numeral, text);
  if (form === undefined) return undefined;
  const should = rightForm(marker, own, numeral, habits);
  if (should === own) return undefined;
  // Full-width brackets leave no blank behind the marker.
  const end = should.endsWith('）') ? Math.max(marker.span.end, textSpan.start) : marker.span.end;
  return { marker, form, own, should, edit: { span: { start: marker.span.start, end }, newText: should } };
}

function formOf(style: MarkerStyle, own: string, numeral: string, text: string): Form | undefined {
  // （二）、（三）项的规定: a line of running text.
  if (/^(?:[（(第]|[一二三四五六七八九十\d]{1,3}[、）)]|[项款条目种])/u.test(text)) return undefined;
  const tail = own.slice(own.indexOf(numeral) + numeral.length).trim();
  if (style === 'chinese') return tail === '、' ? undefined : 'dot-for-comma';
  if (style === 'arabic') return tail.includes('、') ? 'comma-for-dot' : undefined;
  if (style === 'circled') return tail === '' ? undefined : 'mark-after-bracket';
  if (style === 'chinese-parenthesis') {
    const opens = OPENING.test(own);
    const closes = CLOSING.test(tail);
    const isOneCharacter = !opens && !closes;
    if (!isOneCharacter && opens !== closes) return 'bracket-lost';
    if (opens && /^[（(]/u.test(own) !== /^[）)]/u.test(tail)) return 'brackets-unlike';
  }
  if (style === 'chinese-parenthesis' || style === 'arabic-parenthesis') return MARK_AT_END.test(own) ? 'mark-after-bracket' : undefined;
  return undefined;
}

/** The marker as official style writes it, in the width that the file has. */
function rightForm({ style }: HeadingMarker, own: string, numeral: string, habits: Habits): string {
  if (style === 'chinese') return `${numeral}、`;
  if (style === 'arabic') return `${numeral}${habits.fullWidthDots || /[０-９]/u.test(numeral) ? '．' : '.'}`;
  if (style === 'circled') return numeral;
  if (/^[㈠-㈩㊀-㊉⑴-⒇]$/u.test(numeral)) return numeral;
  if (style === 'arabic-parenthesis') return own.replace(MARK_AT_END, '');
  return habits.halfWidthBrackets ? `(${numeral})` : `（${numeral}）`;
}

function hasFullWidthDots(report: Report): boolean {
  const marks = marksOf(report, 'arabic');
  return marks.filter((mark) => mark.endsWith('．')).length > marks.filter((mark) => mark.endsWith('.')).length;
}

function hasHalfWidthBrackets(report: Report): boolean {
  const marks = marksOf(report, 'chinese-parenthesis');
  return marks.filter((mark) => /[()]/u.test(mark)).length > marks.filter((mark) => /[（）]/u.test(mark)).length;
}

function marksOf(report: Report, style: MarkerStyle): string[] {
  return report.allHeadings.flatMap(({ marker }) => (marker?.style === style ? [report.source.slice(marker.span)] : []));
}

function groupByForm(slips: readonly Slip[]): Slip[][] {
  const groups = new Map<string, Slip[]>();
  for (const slip of slips) {
    const key = `${slip.form} ${slip.marker.style}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [slip]);
    else group.push(slip);
  }
  return [...groups.values()];
}

function slipFinding({ marker, form, own, should, edit }: Slip): RuleFinding {
  const reason = REASONS[form];
  return {
    span: marker.span,
    message: localized(`序号“${own}”${reason['zh-CN']}：应为“${should}”`, `The marker ${own} ${reason.en}: it should be ${should}`),
    fixes: [{ kind: 'safe', title: localized(`改为“${should}”`, `Change to ${should}`), edits: [edit] }],
  };
}

function formFinding(group: readonly Slip[]): RuleFinding[] {
  const [first] = group;
  if (first === undefined) return [];
  const { form, own, should } = first;
  return oncePerFile({
    places: group.map(({ marker }) => marker.span),
    message: localized(
      `全文有${group.length}个序号写成“${own}”的样子：应写成“${should}”`,
      `${group.length} markers are written like ${own}, which ${REASONS[form].en}: it should be ${should}`,
    ),
    fix: { kind: 'safe', title: localized('全部改为规范写法', 'Mend all of them'), edits: group.map(({ edit }) => edit) },
  });
}

const REASONS: Readonly<Record<Form, { readonly 'zh-CN': string; readonly en: string }>> = {
  'comma-for-dot': localized('的顿号应为圆点', 'has 、 for a dot'),
  'dot-for-comma': localized('的标点应为顿号', 'lacks its 、'),
  'mark-after-bracket': localized('后面不加标点', 'has a mark behind it'),
  'bracket-lost': localized('丢了半边括号', 'lacks a bracket'),
  'brackets-unlike': localized('的两边括号不成对', 'has two unlike brackets'),
};
