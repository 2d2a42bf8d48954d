/**
 * Verbs by which reports say what was done with the things that they count; those of one row say the same.
 *
 * 制定规范性文件 1 份 and 清理规范性文件 4 份 count the same things and still are not the same figure.
 *
 * Source: verbs before figures in the five samples and in the reports of the test suite; which of them mean the same is our
 * own judgement, and where it is in doubt they stand in rows of their own.
 */
const ACTS: readonly (readonly string[])[] = Object.freeze([
  ['开展', '组织开展', '组织', '举办', '举行', '召开', '召集', '进行'],
  ['发放', '印发', '派发', '分发'],
  ['调解', '调处', '化解'],
  ['排查', '摸排'],
  ['受理', '接收', '收到', '接到'],
  ['办结', '办理完毕'],
  ['办理', '处理', '处置'],
  ['查处', '查办'],
  ['立案'],
  ['移送', '移交'],
  ['解除', '解矫'],
  ['接待'],
  ['解答', '答复', '回复'],
  ['张贴', '悬挂'],
  ['制作', '制做'],
  ['制定', '出台'],
  ['修订', '修改'],
  ['清理'],
  ['废止'],
  ['备案'],
  ['审查', '审核', '审议'],
  ['出具', '提出'],
  ['新建', '建成', '建设', '打造', '创建'],
  ['新增', '新招'],
  ['整改'],
  ['发现', '查出'],
  ['罚没', '罚款', '处罚'],
  ['上缴', '收缴'],
  ['培训'],
  ['培育', '培养'],
  ['参加', '参与'],
  ['听取'],
  ['研究'],
  ['发布', '推送', '刊发'],
  ['转发'],
  ['追回'],
  ['检查', '巡查'],
  ['撤销', '撤回'],
  ['公开', '公示'],
  ['结转'],
]);

/** A verb to the first verb of its row. */
export const ACT_WORDS: ReadonlyMap<string, string> = new Map(
  ACTS.flatMap((words) => words.map((word) => [word, words[0] ?? word] as const)),
);
