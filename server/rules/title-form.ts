import { foldForMatching } from '../report/fold.js';
import type { Report, Title } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { LocalizedText, ReportRule, RuleFinding } from './rule.js';
import { localized } from './localized.js';

/** 标题不规范: the title lacks a part or is put together wrongly. */
export const titleForm: ReportRule = {
  id: 'title-form',
  group: 'structure',
  scope: 'report',
  severity: 'warning',
  fixable: 'choice',
  name: localized('标题不规范', 'Title form'),
  finds: localized(
    '标题缺少机关（相邻行和落款也没有）；年份后缺“年”；“法治政府”后缺“建设”；“关于……报告”缺“的”；“年度……年度报告”重复；“中共……区”后缺“委员会”。',
    'The title lacks the agency (neighbouring lines and sign-off too), 年, 建设, 的 or 委员会, or says 年度 twice.',
  ),
  why: localized('标题是网站抽查首先看的地方。', 'The title is what site checks look at first.'),
  basis: localized(
    'GB/T 9704—2012 7.3.1：标题由发文机关名称、事由和文种组成',
    'GB/T 9704—2012, 7.3.1: a title consists of agency, subject and kind of document',
  ),
  examples: {
    bad: [
      { parts: { title: '清源镇2024法治政府建设情况报告' } },
      { parts: { title: '清源镇2024年法治政府年度报告' } },
      { parts: { title: '清源镇人民政府关于2024年法治政府建设情况报告' } },
      { parts: { title: '清源镇2024年度法治政府建设年度报告' } },
      {
        parts: {
          title: '2024年法治政府建设情况报告',
          opening: '2024年，我镇扎实推进法治政府建设。现将有关情况报告如下：',
          signOff: '2025年1月10日',
        },
      },
      {
        parts: {
          title: '中共东江市临水区\n东江市临水区人民政府\n关于2024年法治政府建设情况的报告',
          plan: '四、2025年推进法治政府建设的主要安排\n2025年，我区将补齐执法力量短板，新增执法人员3名，组织业务培训6次；将拓展线上普法渠道，开设普法专栏，全年推送普法内容50期以上，推动法治政府建设再上新台阶。',
          signOff: null,
        },
      },
    ],
    good: [
      { parts: { title: '清源镇人民政府\n关于2024年度法治政府建设的情况报告' } },
      { parts: { title: '2024年法治政府建设情况报告' }, note: localized('落款写明了机关。', 'The sign-off names the agency.') },
      { parts: { title: '中共清源镇委员会\n清源镇人民政府\n关于2024年法治政府建设情况的报告' } },
    ],
  },
  check(report) {
    const { title } = report;
    if (title === undefined) return [];
    return [...agencyFinding(report, title), ...wordingFindings(report, title)];
  },
};

function agencyFinding(report: Report, title: Title): RuleFinding[] {
  const from = report.agency?.from;
  if (from === 'title' || from === 'title-block' || from === 'sign-off') return [];
  const name = report.agency?.name;
  const at = title.span.start;
  return [
    {
      span: title.span,
      message: localized(
        '标题、相邻行和落款都没有写明是哪个机关的报告：请写上机关名称',
        'Neither title nor sign-off names the agency: add its name',
      ),
      fixes:
        name === undefined
          ? []
          : [
              {
                kind: 'choice',
                title: localized(`在标题前写上“${name}”`, `Put ${name} before the title`),
                edits: [{ span: { start: at, end: at }, newText: name }],
              },
            ],
    },
  ];
}

interface Wording {
  /** What a title must be like for the pattern to match: a look that costs little. */
  readonly mayMatch: (title: string) => boolean;
  readonly pattern: RegExp;
  /** Where, within the match, the finding stands. */
  readonly part?: string;
  readonly message: LocalizedText;
  readonly replacement: (match: string) => string;
}

const WORDINGS: readonly Wording[] = [
  {
    mayMatch: (title) => /20\d\d(?!年)/u.test(title),
    pattern: /(?<![\d—–\-~～至])(?:20\d{2})(?!\d|\s*[年—–\-~～至.）)])/u,
    message: localized('年份后缺“年”', '年 is missing after the year'),
    replacement: (year) => `${year}年`,
  },
  {
    mayMatch: (title) => /法[治制]政府(?!建设)/u.test(title),
    pattern: /(?<!建设)法[治制]政府(?!建设|示范)(?![^\n]*建设)/u,
    message: localized('“法治政府”后缺“建设”：报告名称为“法治政府建设”报告', '建设 is missing after 法治政府'),
    replacement: (words) => `${words}建设`,
  },
  {
    mayMatch: (title) => title.endsWith('报告') && !title.endsWith('的报告') && title.includes('关于'),
    pattern: /(?<=关于[^的]{0,80})(?:年度|工作|情况){0,3}报告$/u,
    message: localized('“关于……报告”缺“的”', '的 is missing in 关于…报告'),
    replacement: (words) => (words.endsWith('情况报告') || words.endsWith('工作报告') ? words.replace(/报告$/u, '的报告') : `的${words}`),
  },
  {
    mayMatch: (title) => title.indexOf('年度') < title.lastIndexOf('年度'),
    pattern: /(?<=(?:\d{4}|[〇零○一二三四五六七八九]{4})\s*年)度(?=.*年度(?:工作)?(?:报告|总结))/u,
    message: localized('“年度……年度报告”重复了“年度”', '年度 stands twice'),
    replacement: () => '',
  },
];

function wordingFindings(report: Report, title: Title): RuleFinding[] {
  const findings: RuleFinding[] = [];
  // Patterns run over the joined lines, so each place is led back to its line.
  const joined = title.lines.map((line) => foldForMatching(report.source.slice(line))).join('');
  for (const { mayMatch, pattern, message, replacement } of WORDINGS) {
    const match = mayMatch(joined) ? pattern.exec(joined) : null;
    if (match === null) continue;
    const span = toSource(title, { start: match.index, end: match.index + match[0].length });
    const newText = replacement(match[0]);
    findings.push({
      span,
      message,
      fixes: [
        {
          kind: 'choice',
          title:
            newText === '' ? localized(`删去“${match[0]}”`, `Delete ${match[0]}`) : localized(`改为“${newText}”`, `Change to ${newText}`),
          edits: [{ span, newText }],
        },
      ],
    });
  }
  return [...findings, ...partyCommitteeFindings(report, title)];
}

/** 中共重庆市大渡口区 on its line, or before the government's name, without 委员会. */
function partyCommitteeFindings(report: Report, title: Title): RuleFinding[] {
  return title.lines.flatMap((line): RuleFinding[] => {
    const text = report.source.slice(line);
    if (!text.includes('中共') && !text.includes('中国共产党')) return [];
    const match = /中(?:共|国共产党)([^，。\s\d]{1,40}?)(?=人民政府|办事处|关于|\d|\s|$)/u.exec(text);
    const named = match?.[1];
    if (match === null || named === undefined || /委|党组|工委/u.test(named)) return [];
    // 中共大渡口区大渡口区人民政府: the party's part is the first of the two names.
    const half = named.slice(0, named.length / 2);
    const whole = /^.*?(?:镇|乡|街道)/u.exec(named)?.[0] ?? named;
    const territory = half + half === named ? half : whole;
    if (!/(?:省|市|县|区|旗|镇|乡|街道)$/u.test(territory)) return [];
    const name = text.slice(match.index, match.index + match[0].length - named.length) + territory;
    const span = { start: line.start + match.index, end: line.start + match.index + name.length };
    return [
      {
        span,
        message: localized(`“${name}”后缺“委员会”`, `委员会 is missing after ${name}`),
        fixes: [
          {
            kind: 'choice',
            title: localized(`改为“${name}委员会”`, `Change to ${name}委员会`),
            edits: [{ span: { start: span.end, end: span.end }, newText: '委员会' }],
          },
        ],
      },
    ];
  });
}

function toSource(title: Title, span: Span): Span {
  let passed = 0;
  for (const line of title.lines) {
    const length = line.end - line.start;
    if (span.start < passed + length || line === title.lines.at(-1)) {
      const start = line.start + span.start - passed;
      return { start, end: Math.min(start + span.end - span.start, line.end) };
    }
    passed += length;
  }
  return title.span;
}
