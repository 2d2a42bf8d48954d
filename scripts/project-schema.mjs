/** The JSON schema of `.fazhi-report.json`: editors complete and check the file by it. What a rule is called comes from the rules. */

const SETTINGS = ['error', 'warning', 'information', 'hint', 'off'];
const SETTING_NAMES = ['错误', '警告', '信息', '提示', '不检查'];
const AGENCY_KINDS = {
  town: '镇',
  township: '乡',
  subdistrict: '街道',
  county: '县',
  district: '区',
  city: '市',
  province: '省',
  department: '部门',
  zone: '开发区、管委会',
  other: '其他',
};
const SECTIONS = {
  measures: '主要举措和成效',
  shortcomings: '不足和原因',
  duties: '第一责任人职责',
  plan: '下一年度主要安排',
};

/** @param {string} description */
const text = (description) => ({ type: 'string', minLength: 1, description });

/** @param {string} description */
const texts = (description) => ({ type: 'array', items: { type: 'string', minLength: 1 }, description });

/**
 * @param {string} description
 * @param {Record<string, object>} properties
 * @param {readonly string[]} [required]
 */
const object = (description, properties, required = []) => ({
  type: 'object',
  description,
  additionalProperties: false,
  ...(required.length > 0 ? { required } : {}),
  properties,
});

/**
 * @param {readonly import('../server/rules/rule.js').Rule[]} rules
 * @returns {object} the schema, draft 7
 */
export function projectSchema(rules) {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'project.schema.json',
    title: '.fazhi-report.json',
    ...object('法治政府建设报告检查的配置：管它所在的文件夹和下面各级文件夹里的报告。说明见 docs/configuration.md。', {
      $schema: text('这份说明的地址，只供编辑器使用。'),
      extends: {
        ...text('先采用另一个配置文件，再加上这里写的：工作区内的相对路径，例如 ../county.json。单个值以这里为准，列表合在一起。'),
        pattern: '^(?![a-zA-Z][a-zA-Z0-9+.-]*:|[/~\\\\])',
      },
      rules: object('规则的级别，或 off（不检查）。没有列出的用规则自己的级别。', Object.fromEntries(rules.map(ruleProperty))),
      agency: object('写报告的机关。', {
        name: text('机关名称，例如 宁河镇。写明后以它为准，不再从标题、落款里认。'),
        kind: {
          enum: Object.keys(AGENCY_KINDS),
          enumDescriptions: Object.values(AGENCY_KINDS),
          description: '机关类别。写明后以它为准，不再按名称认。',
        },
        superiors: texts('上级机关和上级地方的名称，正文里出现不算错，例如 宁河县。'),
        neighbours: texts('相邻的、共建的机关或地方，正文里出现不算错。'),
      }),
      terms: object('用语。', {
        documents: {
          type: 'array',
          description: '本省、本县、本系统的文件：名称和时段写错会指出。',
          items: object(
            '一份文件。',
            {
              name: text('全称，不带书名号，不带时段。'),
              period: text('时段，例如 2021—2025年。'),
              number: text('文号，例如 中发〔2021〕33号。'),
            },
            ['name'],
          ),
        },
        typos: {
          type: 'object',
          additionalProperties: { type: 'string', minLength: 1 },
          description: '错词到正词，例如 { "坚特": "坚持" }。',
        },
        allow: texts('这些词里的用语、叠字、字母不再指出。'),
      }),
      sections: object(
        '各部分标题的写法。',
        Object.fromEntries(
          Object.entries(SECTIONS).map(([kind, name]) => [
            kind,
            object(`“${name}”部分。`, { headings: texts(`一级标题含有这些词的，算作“${name}”部分。`) }),
          ]),
        ),
      ),
      ignore: {
        type: 'array',
        description: '不再指出的问题：按原文认，不按行号。编辑器里用快速修复“忽略此处”写入。',
        items: object(
          '一处。',
          {
            rule: { enum: rules.map(({ id }) => id), description: '规则。' },
            text: text('原文中的一段话，含有问题所在的文字；空格和换行不计。'),
            reason: { type: 'string', description: '为什么不改，留给后来的人看。' },
            file: text('只管这个文件：从本配置文件所在文件夹起的路径。不写则管全部文件。'),
          },
          ['rule', 'text'],
        ),
      },
      files: object('命令行检查文件夹时查哪些文件。', {
        include: texts('只查这些文件，例如 **/*.txt；不写则查全部报告。'),
        exclude: texts('不查这些文件，例如 范文/**。'),
        previousYear: text('上一年度报告所在的文件夹：相对路径，例如 ../2023。'),
      }),
    }),
  };
}

/**
 * @param {import('../server/rules/rule.js').Rule} rule
 * @returns {[string, object]}
 */
function ruleProperty({ id, name, finds, severity, offByDefault }) {
  const description = `${name['zh-CN']}：${finds['zh-CN']}`;
  return [id, { enum: SETTINGS, enumDescriptions: SETTING_NAMES, default: offByDefault ? 'off' : severity, description }];
}
