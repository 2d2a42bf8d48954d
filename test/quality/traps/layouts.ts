import { type Base, childrenOf, markerText, partOf } from '../base.js';

/** A legitimate variation of a whole report. */
export interface LayoutTrap {
  readonly name: string;
  /** Names of the clean reports that it is tried on. */
  readonly reports: readonly string[];
  /** `undefined` where the report has nothing to vary. */
  readonly vary: (base: Base) => string | undefined;
}

const TOWN = 'q01-yangliuqiao.txt';
const STREET = 'q02-wangjiangmen.txt';
const TOWNSHIP = 'q03-zhuxi.txt';
const JUSTICE = 'q04-justice-bureau.txt';
const COUNTY = 'q09-county-congress.txt';
const ZONE = 'q11-development-zone.txt';
const EARLY = 'q12-baishadu-2018.txt';
const LAKE = 'q16-longquan-town.txt';
const SOME = [TOWN, STREET, JUSTICE, ZONE];
const TWO = [TOWN, STREET];

const HALF: Readonly<Record<string, string>> = { '，': ',', '；': ';', '：': ':', '（': '(', '）': ')' };

function replaceHeading(kind: 'measures' | 'shortcomings' | 'duties' | 'plan', words: (base: Base) => string) {
  return (base: Base): string | undefined => {
    const mark = partOf(base, kind)?.mark;
    return mark === undefined ? undefined : base.text.slice(0, mark.end) + words(base) + base.text.slice(mark.textEnd);
  };
}

function replaceOnce(find: RegExp, put: string | ((...groups: string[]) => string)) {
  return (base: Base): string | undefined => {
    const text = typeof put === 'string' ? base.text.replace(find, put) : base.text.replace(find, put);
    return text === base.text ? undefined : text;
  };
}

/** Every line of running text in another shape. */
function mapLines(put: (line: string) => string) {
  return (base: Base): string =>
    base.text
      .split(base.lineEnd)
      .map((line, index) =>
        index < 3 ||
        line.trim() === '' ||
        (base.signature !== undefined && base.lines[index] !== undefined && (base.lines[index]?.start ?? 0) >= base.signature.start)
          ? line
          : put(line),
      )
      .join(base.lineEnd);
}

const headings = (
  kind: 'measures' | 'shortcomings' | 'duties' | 'plan',
  reports: readonly string[],
  words: readonly ((base: Base) => string)[],
): LayoutTrap[] => words.map((each, index) => ({ name: `${kind} heading ${index + 1}`, reports, vary: replaceHeading(kind, each) }));

function setParts(order: readonly number[]) {
  return (base: Base): string | undefined => {
    if (base.parts.length !== order.length) return undefined;
    const blocks = order.map((from, index) => {
      const part = base.parts[from];
      if (part === undefined) return '';
      return markerText(1, index + 1) + base.text.slice(part.mark.end, part.end).trimEnd() + base.lineEnd + base.lineEnd;
    });
    const first = base.parts[0]?.mark.start ?? 0;
    const end = base.parts.at(-1)?.end ?? base.text.length;
    return base.text.slice(0, first) + blocks.join('') + base.text.slice(end);
  };
}

/** （一） … of a part with other markers. */
function remark(level: 1 | 2 | 3, put: (value: number) => string) {
  return (base: Base): string | undefined => {
    const marks = base.marks.filter((mark) => mark.level === level);
    if (marks.length === 0) return undefined;
    let text = base.text;
    for (const mark of [...marks].reverse()) text = text.slice(0, mark.start) + put(mark.number) + text.slice(mark.end);
    return text;
  };
}

/** Level-2 headings of measures with other words. */
function rewordChildren(put: (words: string) => string) {
  return (base: Base): string | undefined => {
    const part = partOf(base, 'measures');
    const marks = part === undefined ? [] : childrenOf(base, part);
    if (marks.length === 0 || marks.some(({ form }) => form !== 'alone')) return undefined;
    let text = base.text;
    for (const mark of [...marks].reverse()) text = text.slice(0, mark.end) + put(mark.text) + text.slice(mark.textEnd);
    return text;
  };
}

function signed(date: (base: Base) => string) {
  return (base: Base): string | undefined =>
    base.date === undefined ? undefined : base.text.slice(0, base.date.start) + date(base) + base.text.slice(base.date.end);
}

const CHINESE_DIGITS = '〇一二三四五六七八九';
const chineseYear = (year: number): string => [...String(year)].map((digit) => CHINESE_DIGITS[Number(digit)]).join('');

const appended =
  (text: string) =>
  (base: Base): string =>
    `${base.text.trimEnd()}${base.lineEnd}${text.split('\n').join(base.lineEnd)}${base.lineEnd}`;

const afterTitle =
  (text: string) =>
  (base: Base): string => {
    const end = base.titleLines.at(-1)?.end ?? 0;
    return `${base.text.slice(0, end)}${base.lineEnd}${text}${base.text.slice(end)}`;
  };

const inPart =
  (kind: 'measures' | 'shortcomings' | 'duties' | 'plan', text: string) =>
  (base: Base): string | undefined => {
    const part = partOf(base, kind);
    const last = base.paragraphs.filter(({ start }) => part !== undefined && start >= part.bodyStart && start < part.end).at(-1);
    if (last === undefined) return undefined;
    return base.text.slice(0, last.end) + base.lineEnd + text.split('\n').join(base.lineEnd) + base.text.slice(last.end);
  };

/** Variations of whole reports. */
export const LAYOUTS: readonly LayoutTrap[] = [
  { name: 'CR line ends', reports: SOME, vary: (base) => base.text.split(base.lineEnd).join('\r') },
  { name: 'CRLF line ends', reports: SOME, vary: (base) => base.text.split(base.lineEnd).join('\r\n') },
  { name: 'byte order mark', reports: TWO, vary: (base) => `\ufeff${base.text}` },
  { name: 'whole file half width', reports: SOME, vary: (base) => base.text.replace(/[，；：（）]/gu, (mark) => HALF[mark] ?? mark) },
  { name: 'indented with full-width blanks', reports: SOME, vary: mapLines((line) => `　　${line}`) },
  { name: 'indented with four blanks', reports: TWO, vary: mapLines((line) => `    ${line}`) },
  { name: 'no blank lines', reports: SOME, vary: (base) => base.text.replace(/\n{2,}/gu, '\n') },
  { name: 'blank line after every line', reports: SOME, vary: (base) => base.text.replace(/\n+/gu, '\n\n') },
  { name: 'no line end at the end', reports: TWO, vary: (base) => base.text.trimEnd() },
  { name: 'many line ends at the end', reports: TWO, vary: (base) => `${base.text}\n\n\n` },
  {
    name: '年 and 年度 exchanged in the title',
    reports: [TOWN, STREET, ZONE, EARLY],
    vary: replaceOnce(
      /(20\d\d)年(度?)(?=法治政府建设(?:情况|工作))/u,
      (_all, year = '', degree = '') => `${year}年${degree === '' ? '度' : ''}`,
    ),
  },
  {
    name: 'title over two lines',
    reports: [STREET, JUSTICE, ZONE],
    vary: replaceOnce(/^([一-龥]+?)(关于)?(20\d\d)/u, (_all, agency = '', about = '', year = '') => `${agency}\n${about}${year}`),
  },
  {
    name: 'year before the agency',
    reports: [ZONE, EARLY],
    vary: replaceOnce(/^([一-龥]+?)(20\d\d年度?)/u, (_all, agency = '', year = '') => `${year}${agency}`),
  },
  { name: 'title with the year in brackets', reports: [EARLY], vary: replaceOnce(/^.*\n/u, '白沙渡镇法治政府建设年度报告（2018年度）\n') },
  { name: 'title of a summary', reports: [EARLY], vary: replaceOnce(/^.*\n/u, '白沙渡镇人民政府2018年法治政府建设工作总结\n') },
  {
    name: 'title on a report sent up',
    reports: [EARLY],
    vary: replaceOnce(/^.*\n/u, '白沙渡镇人民政府\n关于报送2018年度法治政府建设情况的报告\n'),
  },
  ...headings('measures', TWO, [
    ({ year }) => `${year}年度推进法治政府建设的主要举措和成效`,
    () => '主要举措和成效',
    () => '主要工作及成效',
    () => '工作开展情况',
    () => '主要做法与成效',
    () => '主要措施和突出成效',
    ({ year }) => `${year}年法治政府建设重点工作开展情况`,
    ({ year }) => `${year}年工作任务进展及成效`,
    ({ year }) => `${year}年主要工作`,
  ]),
  ...headings('shortcomings', TWO, [
    () => '存在的主要问题及原因分析',
    () => '短板弱项',
    () => '面临的困难和问题',
    ({ year }) => `${year}年度推进法治政府建设存在的不足、原因和问题整改情况`,
    () => '存在问题与不足',
    () => '工作中的不足和原因',
  ]),
  ...headings('duties', TWO, [
    () => '主要负责人履行推进法治建设第一责任人职责情况',
    ({ year }) => `${year}年度党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况`,
    () => '推进法治建设第一责任人履职情况',
    () => '党政主要负责同志履行推进法治建设第一责任人职责的情况',
  ]),
  ...headings('plan', TWO, [
    () => '下一年度推进法治政府建设的主要安排',
    ({ year }) => `${year + 1}年工作思路`,
    () => '下一步工作打算',
    () => '努力方向',
    ({ year }) => `${year + 1}年法治政府建设工作要点`,
    () => '下一阶段重点工作',
    ({ year }) => `${chineseYear(year + 1)}年工作安排`,
  ]),
  { name: 'duties first', reports: [TOWN, STREET, TOWNSHIP, ZONE], vary: setParts([2, 0, 1, 3]) },
  { name: 'duties second', reports: [TOWN, STREET, TOWNSHIP], vary: setParts([0, 2, 1, 3]) },
  { name: 'plan before duties', reports: [TOWN, STREET], vary: setParts([0, 1, 3, 2]) },
  { name: 'opening ends with a full stop', reports: SOME, vary: replaceOnce(/报告如下：/u, '报告如下。') },
  { name: 'opening says 汇报', reports: TWO, vary: replaceOnce(/报告如下：/u, '汇报如下：') },
  { name: 'opening asks for review', reports: [STREET, ZONE], vary: replaceOnce(/报告如下：/u, '报告如下，请予审议。') },
  { name: 'addressee', reports: [STREET, ZONE, EARLY, LAKE], vary: afterTitle('\n县委、县政府：') },
  { name: 'addressee in full', reports: [STREET], vary: afterTitle('\n中共清河区委员会、清河区人民政府：') },
  { name: 'addressee congress', reports: [EARLY], vary: afterTitle('（2019年1月18日在镇第三届人民代表大会第四次会议上）\n\n各位代表：') },
  { name: 'document number above', reports: TWO, vary: (base) => `杨政〔${base.year + 1}〕3号\n${base.text}` },
  { name: 'date in Chinese numerals', reports: SOME, vary: signed(({ year }) => `${chineseYear(year + 1)}年一月十五日`) },
  { name: 'signed in December', reports: SOME, vary: signed(({ year }) => `${year}年12月31日`) },
  { name: 'signed in March', reports: TWO, vary: signed(({ year }) => `${year + 1}年3月1日`) },
  {
    name: 'sign-off indented',
    reports: SOME,
    vary: (base) =>
      base.signature === undefined || base.date === undefined
        ? undefined
        : `${base.text.slice(0, base.signature.start)}　　　　　　　　${base.signature.text}\n　　　　　　　　　${base.date.text}\n`,
  },
  {
    name: 'sign-off on one line',
    reports: TWO,
    vary: (base) =>
      base.signature === undefined || base.date === undefined
        ? undefined
        : `${base.text.slice(0, base.signature.start)}${base.signature.text}　${base.date.text}\n`,
  },
  { name: 'published openly', reports: SOME, vary: appended('（此件公开发布）') },
  { name: 'contact', reports: TWO, vary: appended('（联系人：王某，联系电话：0571-87654321）') },
  { name: 'attachments', reports: TWO, vary: appended('附件：1.2024年行政执法数据统计表\n2.合法性审查情况表') },
  {
    name: 'attachment above the sign-off',
    reports: TWO,
    vary: (base) =>
      base.signature === undefined
        ? undefined
        : `${base.text.slice(0, base.signature.start)}附件：法治政府建设工作数据表\n\n${base.text.slice(base.signature.start)}`,
  },
  {
    name: 'two-clause headings with full-width blanks',
    reports: [STREET, JUSTICE, ZONE],
    vary: rewordChildren((words) => words.replace('，', '　')),
  },
  { name: 'two-clause headings with blanks', reports: [STREET, ZONE], vary: rewordChildren((words) => words.replace('，', ' ')) },
  { name: 'headings ending in 情况', reports: [STREET, ZONE], vary: rewordChildren((words) => `${words.replace(/，.*/u, '')}情况`) },
  { name: 'level 2 as 1.', reports: [TOWN, STREET, TOWNSHIP, ZONE], vary: remark(2, (value) => `${value}.`) },
  { name: 'level 2 as ㈠', reports: [STREET, ZONE], vary: remark(2, (value) => String.fromCodePoint(0x321f + value)) },
  { name: 'level 3 as （1）', reports: [JUSTICE], vary: remark(3, (value) => `（${value}）`) },
  { name: 'all markers half width', reports: SOME, vary: remark(2, (value) => markerText(2, value).replace('（', '(').replace('）', ')')) },
  {
    name: 'level 3 counts on',
    reports: [JUSTICE],
    vary: (base) => {
      let text = base.text;
      const marks = base.marks.filter(({ level }) => level === 3);
      for (const [index, mark] of [...marks.entries()].reverse()) text = `${text.slice(0, mark.start)}${index + 1}.${text.slice(mark.end)}`;
      return marks.length > 3 ? text : undefined;
    },
  },
  {
    name: 'level-1 headings in bold',
    reports: ['q13-meiyuan-subdistrict.md'],
    vary: (base) => base.text.replace(/^## (.*)$/gmu, '**$1**'),
  },
  { name: 'traditional characters in a heading', reports: TWO, vary: replaceHeading('measures', () => '推進法治政府建設的主要舉措和成效') },
  {
    name: 'traditional characters in another',
    reports: TWO,
    vary: replaceHeading('duties', () => '黨政主要負責人履行推進法治建設第一責任人職責情況'),
  },
  {
    name: 'own paragraph: last year in an honour',
    reports: [TOWN],
    vary: inPart('measures', '2023年，杨柳桥镇被授予全省法治政府建设示范乡镇称号。'),
  },
  {
    name: 'own paragraph: table',
    reports: [TOWN, STREET],
    vary: inPart('measures', '表1　主要数据\n项目\t上年\t本年\n检查（次）\t312\t426\n处罚（件）\t29\t37'),
  },
  {
    name: 'own paragraph: quote over two paragraphs',
    reports: [TOWN],
    vary: inPart('measures', '群众代表说：“综治中心建起来以后，办事不用来回跑。\n“有了纠纷，坐下来谈一谈，当天就能解决。”'),
  },
  {
    name: 'own paragraph: short list',
    reports: TWO,
    vary: inPart('plan', '同时，抓好以下几件实事：\n1.建成法治宣传栏6处；\n2.开展法律咨询12场；\n3.培训骨干60名。'),
  },
  {
    name: 'own paragraph: two lists in one section',
    reports: [EARLY],
    vary: inPart('shortcomings', '原因主要有：一是思想认识不到位。二是制度执行不够严。三是工作方法不够多。'),
  },
  {
    name: 'own paragraph: lists restart',
    reports: TWO,
    vary: inPart('measures', '一是开展自查。二是开展互查。在此基础上，抓好两项重点：一是完善台账16份。二是更新公示栏9处。'),
  },
  { name: 'own paragraph: thanks to the congress', reports: [COUNTY], vary: inPart('plan', '以上报告，请予审议。') },
  {
    name: 'own paragraph: other matters',
    reports: TWO,
    vary: (base) =>
      base.signature === undefined
        ? undefined
        : `${base.text.slice(0, base.signature.start)}五、其他需要报告的情况\n全年收到检察建议2件、司法建议1件，均按期整改回复；配合上级开展专项检查3次。\n\n${base.text.slice(base.signature.start)}`,
  },
];
