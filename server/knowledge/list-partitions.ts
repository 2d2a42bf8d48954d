/** Names that together leave nothing over, so that a list of them must add up to its whole. */
interface Partition {
  /** What a name of the list may say; every name says one of them. */
  readonly members: RegExp;
  /** What must be among the names for the list to be complete. */
  readonly required: readonly RegExp[];
}

/**
 * Complete divisions that these reports use.
 *
 * Source: by law or by meaning. Simple and ordinary procedure are the two of 《行政处罚法》; documents that were reviewed stay,
 * are amended or are repealed; a list down to the village or town level leaves no lower one; civil, criminal and administrative are the kinds of cases; the
 * others are opposites.
 */
export const PARTITIONS: readonly Partition[] = Object.freeze([
  { members: /简易|当场处罚|一般|普通|快速|立案/u, required: [/简易|当场处罚/u, /(?:一般|普通)(?!隐患|问题|纠纷)|立案/u] },
  { members: /民事|刑事|行政/u, required: [/民事/u, /刑事/u] },
  { members: /一审|二审|再审/u, required: [/一审/u, /二审/u] },
  { members: /受理/u, required: [/不予受理|不受理|未受理/u, /^(?:已|予以|依法|决定)?受理/u] },
  {
    members: /^(?:行政)?村(?:级|委会|民委员会)?$|^(?:城市)?社区(?:级|居委会)?$|^居委会$/u,
    required: [/村/u, /社区|居委会/u],
  },
  { members: /采纳|吸收/u, required: [/(?:未|不)予?(?:采纳|吸收)/u, /^(?:已|予以|全部|均)?(?:采纳|吸收)/u] },
  { members: /准予|许可|批准|同意|不予|未通过|通过|不同意/u, required: [/不予|不同意|未通过|未批准/u, /^(?:准予|批准|同意|通过)/u] },
  { members: /国内|涉外|境外/u, required: [/国内/u, /涉外|境外/u] },
  { members: /优秀|优良|良好|合格/u, required: [/^合格/u, /不合格/u] },
  { members: /保留|有效|修改|修订|废止|失效|终止执行|停止执行/u, required: [/保留|有效/u, /废止|失效/u] },
  {
    members: /(?:村|社区|村居|镇|乡|乡镇|街道|镇街|县|区|市|省|国家|部)级|各村/u,
    required: [/村级|社区级|村居级|各村/u, /镇级|乡级|街道级|镇街级/u],
  },
  { members: /(?:镇|乡|街道|县|区|市|省|国家|部)级/u, required: [/[县区]级/u, /市级/u, /省级/u, /国家级|部级/u] },
  { members: /线上|线下|网上|网下|窗口|现场/u, required: [/线上|网上/u, /线下|网下|窗口|现场/u] },
  { members: /男|女/u, required: [/男/u, /女/u] },
  { members: /专职|兼职/u, required: [/专职/u, /兼职/u] },
  {
    members: /办结|办理|审结|结案|整改|化解|完成|在办|在审|审理|未|正在|尚/u,
    required: [/(?:^|[^未])(?:已|办结|审结|结案|完成)/u, /未|正在|尚|在办|在审/u],
  },
]);

/**
 * Names of which one thing can be only one, though there may be more of them than the list says: its parts cannot exceed the whole.
 *
 * Source: by meaning. A dispute that was settled is not led to court; trades are those of the posts and counsellors that reports
 * name (律师, 教师, 公证员).
 */
export const EXCLUSIVE: readonly RegExp[] = Object.freeze([
  /^(?:成功)?(?:调解|化解|调处)(?:成功)?|引导|未成功|终止|撤回|移交/u,
  /律师|教师|教授|学者|法官|检察官|法律服务工作者|公证员|仲裁员|医生|民警|村干部|退役军人|专家/u,
  /专职|兼职/u,
  /^(?:县|区|市|镇|乡|街道|村|社区|村组|村民小组|行业|企业|个人)(?:级|专业|性)?(?:调解|人民调解|专职|兼职|网格)/u,
]);
