/**
 * Two-character words of these reports that are a slip wherever they stand twice in a row, unless the second begins one of the
 * compounds given (组织组织部, 规范规范性文件). Any other pair may fall on the border of two words (构建共建共治, 监测预测预警), which the
 * laws in force hold by the dozen.
 *
 * Source: verbs, adverbs and nouns of the five samples and of 168 published reports, each tried against the laws in force.
 */
export const DOUBLED_WORDS: ReadonlyMap<string, string> = new Map([
  ['组织', '部|生活|委|关系|机构|人事|法|架构|体系|化|员|者|力|利用'],
  ['工作', '组|站|室|者|员|队|专班|机制|法|岗|点|日|证|群|委|时|制|面'],
  ['建设', '用地|单位|工程|项目|局|部|者|方|兵团|路|银行'],
  ['规范', '性|化|文件'],
  ['服务', '对象|业|贸易|外包'],
  ['保障', '性|房|金|线|网|局|部|卡|法'],
  ['研究', '院|所|室|员|会|生|中心|成果|报告'],
  ['协调', '员|会|机制|小组|办|组'],
  ['引导', '员|区|标|岗|牌|语'],
  ['推进', '会|组|办|小组|专班'],
  ['推动', '者|力'],
  ['督促', '函|令|程序'],
  ['落实', '机制|情况|年|会'],
  ['整改', '方案|清单|台账|报告|通知|任务|措施|率|建议|令|率'],
  ['排查', '出|表|率|组|队|台账'],
  ['部署', '会'],
  ['优化', ''],
  ['参与', '者|率|度|权|式'],
  ['发放', '率|点|量'],
  ['实现', '率'],
  ['创建', ''],
  ['法治', '化|教育|宣传|建设|政府|文化|思维|素养|副|督察|人才|工作|带头人|明白人|日报|办'],
  ['情况', ''],
  ['问题', ''],
  ['制度', ''],
  ['责任', '制|人|主体|清单|状|书|追究|田|区|感|单位'],
  ['任务', ''],
  ['目标', ''],
  ['队伍', ''],
  ['程序', ''],
  ['质量', '强|安全|监督|监管|管理|标准|体系'],
  ['能力', ''],
  ['机制', ''],
  ['干部', ''],
  ...'进行 开展 加强 强化 提高 提升 完善 健全 建立 深入 认真 积极 严格 切实 扎实 全面 不断 持续 坚持 结合 通过 充分 确保 按照 根据 围绕 聚焦 突出 贯彻 履行 制定 印发 召开 举办 参加 邀请 化解 夯实 压实 牢固 树立 增强 发挥 营造 打造 构建 形成 取得 存在 需要 有效 及时 依法 主动 统筹 维护 促进 明确 安排 纳入 列入 作为 以及 并且 同时 因此 由于 我们 我镇 我局 我县 我区 我市 我乡 全镇 全县 全区 全市 全乡 认识 重视 定期 逐步 努力 着力 力争 继续 深化 拓展 广泛 主要 目前 今年 截至 共计 累计 其中 包括 对于 关于 为了 但是 特别 尤其 已经 能够 可以 必须 应当 一定 部分 个别 较为 十分 非常 更加 显著 明显 水平 意识 纠纷 矛盾 成效 举措 措施 原因 不足 职责 作用 效率'
    .split(' ')
    .map((word): [string, string] => [word, '']),
]);

/**
 * Names of bodies and of what they issue end one phrase and begin the next (各社区社区工作者, 省人民政府政府采购, 本规定规定的): they are a slip
 * only where nothing follows them in the clause.
 *
 * Source: as above.
 */
export const DOUBLED_AT_END: ReadonlySet<string> = new Set(
  '面对 社区 街道 政府 党委 党组 部门 机关 单位 乡镇 企业 学校 法院 法庭 医院 委员 书记 主任 镇长 乡长 县长 局长 代表 居民 村民 规定 年度 条例 法律 行政 人员 群众 会议 项目 文件 党员 市场 协会 村委 人大 政协 支部 律师 专家 老人 学生 教师 公民 农村 乡村 城市 人民'.split(
    ' ',
  ),
);
