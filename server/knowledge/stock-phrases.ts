/**
 * Words of the field's fixed formulas: a clause that holds one of them says what every such report says and may stand
 * twice. Bounded, so that it costs no more than the clause's length.
 *
 * Source: the regulation's wording of the duties (four 亲自), the formulas of the guiding thought and of plenary
 * sessions, and clauses that stand in most of the published reports.
 */
export const STOCK_PHRASE =
  /习近平|党的(?:十八|十九|二十)|全会精神|法治思想|中国特色社会主义|第一责任人|全面依法治|法治政府建设|法治建设|依法行政|两个确立|两个维护|四个意识|四个自信|亲自(?:部署|过问|协调|督办)|以人民为中心|党中央|国务院|决策部署|谁执法谁普法|八五.{0,2}普法|领导小组组长|党政主要负责人|应议尽议|人民群众.{0,4}(?:获得感|满意度|幸福感)|社会公平正义|营商环境|科学(?:决策|民主)|民主决策|依法决策|公众参与|专家论证|风险评估|合法性审[查核]|集体讨论|公正文明执法|严格规范公正|下一步|为.{0,12}提供.{0,8}法治保障|再上新台阶/u;
