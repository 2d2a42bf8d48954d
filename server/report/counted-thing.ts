const CLAUSE_REACH = 40;
/** Words that stand between the subject and what is counted; the last of them ends where the noun begins. */
const VERBS =
  /^.{0,64}(?:累计|共计|总计|合计|共(?![享同产])|开展|组织(?![员部])|举办|召开|举行|发放|印发|上缴|收缴|罚没|没收|处以|制定|修订|出台|办理|办结|受理|接收|接待|解答|提供|排查|化解|调解(?![员委室组])|调处|处理|处置|查处|查办|审查|审核|审议|出具|完成|实施|建立|建成|建设|设立|培养|培育|培训(?!班|会)|配备|聘请|选聘|组建|开设|悬挂|张贴|制作|推送|发布|转发|播放|上报|报送|清理|废止|备案|公开|回复|答复|收到|接到|作出|做出|下达|立案|移送|检查(?!站)|巡查|整改|解决|帮助|援助(?!案|机构|站)|服务(?!站|中心|员|窗口|事项)|覆盖|参与|参加|吸引|教育|惠及|涉及|新增|获得|荣获|创建|打造|录入|上传|刊发|邀请|安排|走访|其中|分别为|达到|达|了|过|于|对(?![象外接口])|向|等(?!级)|及|和(?![谐解])|与(?!会)|的|有(?![效关])|后(?![备续])|均|已|再|各类|各项|全年|年内|今年|有效|成功|及时|依法|集中|主动|先后)(?![率员])/su;

/** The noun that a figure counts: what stands before the number in its clause (but behind `from`), else what follows the measure word. */
export function countedThing(text: string, from: number, start: number, unitEnd: number): string {
  const before = text
    .slice(Math.max(from, start - CLAUSE_REACH), start)
    .replace(/(?:近|(?<![民公条合预特节违])约|逾|超过?|共计?|达到?|为|[：: \u00a0\u3000]){1,12}$/u, '');
  const clause = before.split(/[，。；：、（）()“”《》,;:]/u).at(-1) ?? '';
  // A rate is named with its verb: 办结率, 满意率.
  const rate = /[\u4e00-\u9fff]{2,6}[率度]$/u.exec(clause)?.[0];
  if (rate !== undefined) return rate;
  const left = withItsAct(clause, clause.replace(VERBS, '').trim() || namedAct(clause));
  if (/[\u4e00-\u9fff]{2}/u.test(left) && !/[将把被让使]/u.test(left)) return left;
  const right = nounAfter(text, unitEnd);
  return right.length >= 2 ? right : left;
}

/** 实施各类行政检查500次 counts the act itself: 行政检查. */
function namedAct(clause: string): string {
  const head = clause.slice(0, -2).replace(VERBS, '').trim();
  return head.length > 6 ? clause.slice(-2) : head + clause.slice(-2);
}

/** 开展安全生产检查工作18次 counts 安全生产检查工作: these words say nothing without the act before them. */
function withItsAct(clause: string, noun: string): string {
  if (!SAYS_NOTHING.test(noun) || !clause.endsWith(noun)) return noun;
  const before = clause.slice(0, -noun.length).trimEnd();
  return before.length < SHORTEST_ACT ? noun : namedAct(before) + noun;
}

const SAYS_NOTHING = /^(?:工作|活动|任务|行动)$/u;
const SHORTEST_ACT = 4;

/** What follows a measure word, or the words for none, up to the verb. */
export function nounAfter(text: string, from: number): string {
  const clause =
    text
      .slice(from, from + 16)
      .trimStart()
      .split(/[，。；：、（）()“”《》,;:\d]/u, 1)[0] ?? '';
  return clause.replace(/^(?:的|以上|左右)/u, '').split(/(?:进行|开展|发生|参加|参与|受|已|均|被|得到|提出|办理|组成)/u, 1)[0] ?? '';
}
