import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/check/check.js';
import { fixAll } from '../../server/check/fix.js';
import { FIXED_TERM_GROUPS } from '../../server/knowledge/fixed-terms.js';
import { GENRE_PHRASES, GENRE_WORDS } from '../../server/knowledge/genre-words.js';
import type { TermEntry } from '../../server/knowledge/term-entry.js';
import { TYPO_GROUPS } from '../../server/knowledge/typos.js';
import { parseReport } from '../../server/report/parse-report.js';
import { NO_PROJECT, type Project } from '../../server/report/project.js';
import { generatedTypos } from '../../server/rules/generated-typos.js';
import { termMatcher } from '../../server/rules/term-matcher.js';
import { SourceText } from '../../server/text/source-text.js';
import { filesOf, readText, ROOT, seeds } from '../support/files.js';

const typos = TYPO_GROUPS.flatMap(({ entries }) => entries);
const terms = FIXED_TERM_GROUPS.flatMap(({ entries }) => entries);
const findTypos = termMatcher(typos);
const findTerms = termMatcher(terms);

/** Words in front and behind that satisfy the contexts of an entry. */
const FRONTS = [
  '',
  '积极',
  '群众',
  '必严、',
  '县',
  '存在',
  '做好',
  '获得',
  '大',
  '补短板',
  '宣传',
  '监督',
  '社会',
  '在',
  '学习',
  '履行',
  '亲自过问、',
  '亲自协调、',
  '履行推进',
  '安全生产',
  '提前',
  '从',
  '不断',
  '有机',
  '思想',
];
const BEHINDS = [
  '',
  '目标',
  '工作',
  '密切相关的',
  '于山边',
  '诉求',
  '机制',
  '执法',
  '全会',
  '为指导',
  '情况',
  '，履行第一责任人职责',
  '认真履行推进法治建设第一责任人职责',
  '认真履行法治建设第一责任人职责',
  '清理',
  '2024年12月',
  '负责人法治建设',
  '推进',
  '志愿服务队',
  '要求',
  '批准',
  '条件',
  '接受',
  '第三方',
  '新阶段',
];

/** Whether some sentence lets the entry be found as it stands. */
function isFindable(find: typeof findTypos, { wrong, right }: TermEntry): boolean {
  return FRONTS.some((front) =>
    BEHINDS.some((behind) =>
      find(`${front}${wrong}${behind}。`).some(({ entry, start, end }) => {
        const text = `${front}${wrong}${behind}。`;
        const mended = text.slice(0, start) + entry.right + text.slice(end);
        return mended === `${front}${right}${behind}。` || (entry.wrong === wrong && entry.right === right);
      }),
    ),
  );
}

/** Sentences of correct prose in which wrong strings lie across the borders of words, or in which a rare word is right. */
const CORRECT = `
转发消防讯息40条；国防讯号畅通；布防迅速到位；审讯期间依法告知；公布署名文章三篇；全部暑期培训结束；发布暑期安全提示
商洛实验学校开展法治课；党委圆满完成任务；县委圆满收官；吸引顶尖人才；开发恢复性司法；全力渡过难关；聚力亮点打造
创建全国文明城市；构建全面覆盖的普法网络；新建全民健身广场；创建全省示范乡镇；进一步建全流程监管系统；构建全社会普法格局
核减内部份额；全部份额转让；提供材料三份；工程续建项目；日程续办；清理整治度假村；控制渡口安全；整治度汛隐患
陶冶理想情操；冶金企业；方法冶炼；依法津贴发放到位；捡拾垃圾；恢复仪式感；微信仿冒账号；短信仿冒银行；通信仿真
究竟争取了什么；究竟赛前准备如何；拨打急救电话；殴打急救人员；备查外，不得带走；设备按规划采购；按期报备安全员名单
政协周边环境；邙山陵墓群从事勘探；讯问提纲；妇联和工商联；互联和共享；输配和供应；调配和培训；林地座落地；高效绿色农业
具体休息时间；人群休息区；居中裁开；并且实用；而且实行；感受里程碑意义；行走仿古街；代工做给；首都查处；全都促进发展；说明却不足
质谱法检测；光谱法检验；图书纪念；证书纪实；关健雄；有关健康知识；机关建设；相关建议；海关建成；派出所处里外；法官理论水平；构建力度
推荐法治人物；推荐法治政府建设示范项目；推荐法治建设先进个人；推荐依法行政典型案例；推荐政务公开示范点
等一下几分钟；总结一下问题；确实加强了监管；工作确实加强；全会精神会议；全会精神会后研讨；议事议程表；议事议程设置合理
一村一法律顾问制；法律顾问制定方案；法律顾问制度；法律顾问制作文书；参与于民有利的事；积极参与于其中
处罚决定书；行政处法制科；公共法律服务；律师成功率；成功律师；合格律师；满意律师；覆盖律师事务所；合格率；覆盖率
学习近平台账；学习近半年工作；学习进平台；研学习总书记讲话；复习近期文件；督导检查院落卫生；召开院坝会；检查官网；检查院内卫生；消防检查院校
支付主任律师费；交付主任；支付书记员补贴；交付镇长签字；垫付县长基金；应付局长接访
解决问题用发展的办法；化解矛盾靠发展；学法用发展眼光；遇事找发票；普发宣传单；普发宣传资料
深入民政服务站；转入民政府门户；纳入民调；深入民心；投入民政府工程；接纳人员；缴纳人工费；资深人士；资深人开展讲座；金融人才；系列人物
责任但当事人不服；责任但当时；严格旅行社监管；切实旅行安全；统一领到物资；党委领到任务；四个意思表示；形式主意识
积极做为民服务的实事；主动做为民办事；不做为民不利的事；重要做用心调解；示范做用户
取得时效利益；取得时效制度；听取的了解情况；采取的成效评估；收取的实效
公证司法鉴定；公证、司法；全民受法治教育；联席会义务；工作和力量；工作和力度；整体和力求
土地证收回；土地征收；妇女儿重点；档案馆理事；职责分公开；责任分公司；面积及推进情况；走深走实实现；关切切实回应；府院联动；人民政府府院联动
宣传拦截；公示拦下；公开拦截；民法点评；百分只有；宣传兰州；合法权意识；以法治国家为目标；以法治国际视野；政务共开展；党务工开展
法律明白人人均；报告告知书；报告告诫书；网格圆满；公司发局函；集中新组建；其中新组织；中心祖国；理论学习中心组；说标准话语；说法治话剧；讲法治话题
挡案件；阻挡案件办理；创健康县；折除外；打折除；坏境外；破坏境内；颠覆行为；近郊率先；母校率先；西安照片；扎根剧场；保证剧目
再接再厉；一如既往；因地制宜；不胫而走；迫不及待；按部就班；毕竟；鼎力相助；相形见绌；名副其实；度假；气候；等候；安装；部署
截至目前；截止日期；报名截止；申报截止12月31日；时间截止11月30日；习近平法治思想；法制审核；法制办；法制科；全国法制宣传日；二十大和二十届三中全会
企业安全生产主要责任人；党政主要负责人；第一责任人职责；“枫桥经验”；“八五”普法；“放管服”改革；“双随机、一公开”；“谁执法谁普法”普法责任制
`
  .trim()
  .split(/[；\n]/u);

describe('the table of misspellings', () => {
  it('is as large as promised and names a source for each entry', () => {
    expect(typos.length).toBeGreaterThan(220);
    expect(terms.length).toBeGreaterThan(70);
    for (const { source } of [...TYPO_GROUPS, ...FIXED_TERM_GROUPS]) expect(source).toMatch(/[《（].*[》）]/u);
  });

  it('holds no entry twice and none that changes nothing', () => {
    for (const table of [typos, terms]) {
      expect(table.filter(({ wrong, right }) => wrong === right || wrong === '')).toEqual([]);
      const keys = table.map(({ wrong, before, after }) => `${wrong} ${before ?? ''} ${after ?? ''}`);
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    }
    const shared = typos.filter(({ wrong }) => terms.some((term) => term.wrong === wrong));
    expect(shared).toEqual([]);
  });

  it('finds each entry in a sentence and mends it', () => {
    expect(typos.filter((entry) => !isFindable(findTypos, entry)).map(({ wrong }) => wrong)).toEqual([]);
    expect(terms.filter((entry) => !isFindable(findTerms, entry)).map(({ wrong }) => wrong)).toEqual([]);
  });

  it('flags nothing in its own right forms', () => {
    for (const { right } of [...typos, ...terms]) {
      expect(findTypos(right).map(({ entry }) => `${right}: ${entry.wrong}`)).toEqual([]);
      const grave = findTerms(right).filter(({ entry }) => entry.severity !== 'hint' || entry.mixture !== true);
      expect(grave.map(({ entry }) => `${right}: ${entry.wrong}`)).toEqual([]);
    }
  });

  it.each(CORRECT)('is silent in “%s”', (sentence) => {
    expect([...findTypos(`${sentence}。`), ...findTerms(`${sentence}。`)].map(({ entry }) => entry.wrong)).toEqual([]);
  });

  it('flags nothing in the clean reports and only what is annotated in the samples', () => {
    for (const { file } of filesOf(path.join(ROOT, 'test/reports/clean'))) {
      expect([...findTypos(readText(file)), ...findTerms(readText(file))].filter(({ entry }) => entry.severity !== 'hint')).toEqual([]);
    }
    const found = seeds().flatMap(({ file }) => findTypos(readText(file)).map(({ entry }) => entry.wrong));
    expect(found).toEqual(['瞄定', '办分室', '参与于', '议事议程', '防讯', '法律顾问制']);
  });

  it('is mended once and for all', () => {
    const text = `清源镇2024年法治政府建设情况报告\n一、主要举措\n${typos.map(({ wrong }) => `${wrong}。`).join('\n')}\n`;
    const fixed = fixAll(text);
    expect(fixed.stable).toBe(true);
    expect(fixAll(fixed.text).applied).toBe(0);
  });
});

/** Sure misspellings that the lexicon gives, one or two a word, in their sentences. */
const GENERATED: readonly (readonly [wrong: string, right: string, sentence: string, severity?: 'error'])[] = [
  ['招开', '召开', '全年招开专题会议4次'],
  ['综和', '综合', '深化综和执法改革', 'error'],
  ['屡行', '履行', '认真屡行第一责任人职责', 'error'],
  ['渠到', '渠道', '拓宽监督渠到，畅通诉求'],
  ['锻练', '锻炼', '加强岗位锻练和培训'],
  ['训炼', '训练', '组织业务训炼2次'],
  ['补尝', '补偿', '落实补尝标准'],
  ['培讯', '培训', '开展执法培讯3次', 'error'],
  ['宜传', '宣传', '开展普法宜传活动', 'error'],
  ['隐定', '稳定', '维护社会隐定', 'error'],
  ['巩因', '巩固', '巩因提升成果'],
  ['群从', '群众', '服务群从120人次', 'error'],
  ['投拆', '投诉', '受理群众投拆12件'],
  ['稳患', '隐患', '排查安全稳患30处', 'error'],
  ['信防', '信访', '办理信防事项8件', 'error'],
  ['管里', '管理', '加强监督管里工作', 'error'],
  ['复盖', '覆盖', '实现法律顾问全复盖'],
  ['坚特', '坚持', '坚特问题导向', 'error'],
  ['对姓', '对性', '普法针对姓不强'],
  ['监督督', '监督', '加强监督督工作'],
];

/** Right sentences in which the lexicon could be led astray. */
const ACROSS =
  `消防讯息；集装箱长；连贯切入重点；针对姓名一栏；走近一步、靠前一步；周末发生的事件；自党的二十大以来；农民工工资；人民政府府院联动
检查企业5家次；个人按季申报；表见代理；尽展其才；共益债务；防家暴法；待证事实；某诉某镇政府一案二审；水库库区；和平街街道；城关镇镇长；县公安局局长；学校校舍；道路路缘
逐件核实；建强队伍；休牧轮牧；铸牢中华民族共同体意识；终期评估；向镇人民代表大会报告；12年未发生火灾；2024年无一起案件；法治花鼓戏；以法治之治护航
“三股势力”无机可乘；推动“e法亭”小程序；以调促和；“访惠聚”工作队；妥善善后交通事故4起；对标对表44项任务；各村网格员共73人；李某、王某；和吉镇、多祥镇、大渔镇开展活动；沙贡乡干部；仙林街道；方方面面；扎扎实实；实实在在；城市宣传口号；合作摄制`
    .trim()
    .split(/[；\n]/u);

describe('the misspellings that the lexicon gives', () => {
  it.each(GENERATED)('%s for %s is found in “%s”', (wrong, right, sentence, severity) => {
    expect(generatedTypos.findIn(`${sentence}。`).map((typo) => [typo.wrong, typo.rights[0], typo.severity])).toEqual([
      [wrong, right, severity ?? 'warning'],
    ]);
  });

  it.each(ACROSS)('are none in “%s”', (sentence) => {
    expect(generatedTypos.findIn(`${sentence}。`)).toEqual([]);
  });

  it('are none in right words, phrases and sentences', () => {
    const words = [...GENRE_WORDS, ...GENRE_PHRASES].flatMap((group) => group.words.split(' '));
    expect(words.flatMap((word) => generatedTypos.findIn(`${word}。`).map(({ wrong }) => `${word}: ${wrong}`))).toEqual([]);
    expect(CORRECT.flatMap((sentence) => generatedTypos.findIn(`${sentence}。`).map(({ wrong }) => `${sentence}: ${wrong}`))).toEqual([]);
  });

  it('are none in the clean reports', () => {
    for (const folder of ['test/reports/clean', 'test/quality/reports']) {
      for (const { file } of filesOf(path.join(ROOT, folder))) {
        expect(
          readText(file)
            .split('\n')
            .flatMap((line) => generatedTypos.findIn(line)),
        ).toEqual([]);
      }
    }
  });

  it('are words and phrases of the promised length, none twice', () => {
    const words = GENRE_WORDS.flatMap((group) => group.words.split(' '));
    const phrases = GENRE_PHRASES.flatMap((group) => group.words.split(' '));
    expect(words.filter((word) => word.length !== 2)).toEqual([]);
    expect(phrases.filter((phrase) => phrase.length !== 3 && phrase.length !== 4)).toEqual([]);
    expect(new Set(words).size).toBeGreaterThan(1500);
    expect(new Set(phrases).size).toBeGreaterThan(800);
  });

  it('are found in ten million bytes well under a second', () => {
    const text = '坚持依法行政，加强法治政府建设，组织开展普法宣传活动，化解矛盾纠纷，维护社会和谐稳定。'.repeat(80_000);
    generatedTypos.findIn(text.slice(0, 10_000));
    const before = performance.now();
    expect(generatedTypos.findIn(text)).toEqual([]);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

describe("the user's own misspellings", () => {
  const reportOf = (text: string, pairs: readonly (readonly [string, string])[]) => {
    const project: Project = { ...NO_PROJECT, terms: { ...NO_PROJECT.terms, typos: new Map(pairs) } };
    const source = new SourceText(`清源镇2024年法治政府建设情况报告\n一、主要举措\n${text}\n`);
    return check(parseReport(source, project))
      .filter(({ rule }) => rule === 'typo')
      .map(({ span, fixable, severity }) => [source.slice(span), fixable, severity]);
  };

  it('are found beside the built-in ones', () => {
    expect(reportOf('开展治安巡罗和防讯演练。', [['巡罗', '巡逻']])).toEqual([
      ['巡罗', 'safe', 'error'],
      ['防讯', 'safe', 'error'],
    ]);
  });

  it('are left alone where the right form stands already', () => {
    expect(reportOf('镇政府召开会议。', [['镇政', '镇政府']])).toEqual([]);
  });

  it('win over a built-in entry', () => {
    expect(reportOf('开展防汛演练、防讯演练。', [['防汛', '防讯']])).toEqual([['防汛', 'safe', 'error']]);
  });

  it('are never changed for ever', () => {
    expect(
      reportOf('甲乙丙丁。', [
        ['甲乙', '丙丁'],
        ['丙丁', '甲乙'],
      ]),
    ).toEqual([
      ['甲乙', 'choice', 'error'],
      ['丙丁', 'choice', 'error'],
    ]);
  });

  it('may hold characters that mean something in a pattern', () => {
    expect(reportOf('推行“1+X”模式（试行。', [['1+X', '1＋X']])).toEqual([['1+X', 'safe', 'error']]);
    expect(reportOf('没有错字。', [['', '对']])).toEqual([]);
  });
});
