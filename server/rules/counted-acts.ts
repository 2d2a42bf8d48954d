/** Acts whose numbers belong together: 开展 and 组织 an event is one act, 排查 and 化解 a dispute two. */
export const ACTS: readonly (readonly [name: string, words: RegExp])[] = Object.freeze([
  ['hold', /^(?:开展|组织|举办|举行|进行|召开|实施){1,2}/u],
  ['spread', /^(?:发放|印发|分发|派发)/u],
  ['settle', /^(?:成功)?(?:化解|调解|调处){1,2}/u],
  ['search', /^(?:排查|摸排){1,2}出?/u],
  ['handle', /^(?:立案)?(?:办理|查处|查办)|^立案/u],
  ['close', /^(?:办结|审结)/u],
  ['review', /^(?:合法性)?(?:审查|审核)/u],
  ['train', /^(?:培育|培养|选育)/u],
  ['teach', /^(?:培训|轮训)/u],
  ['appoint', /^(?:聘请|聘用|选聘|配备|拥有|现有)/u],
  ['accept', /^(?:受理|收到|接到|接收)/u],
  ['answer', /^(?:解答|回复|答复)/u],
  ['receive', /^接待/u],
  ['clear', /^清理/u],
  ['issue', /^(?:制定|出台|制发)/u],
  ['build', /^(?:建成|建立|设立|打造|创建)/u],
  ['amend', /^整改/u],
  ['visit', /^走访/u],
  ['inspect', /^(?:检查|巡查)/u],
]);

/** Longest words of an act that are looked for. */
const LONGEST_ACT = 4;

/** The act whose words end a text (全年共开展 → hold); undefined where no known one does. */
export function actAtEnd(text: string): string | undefined {
  for (let length = LONGEST_ACT; length > 0; length--) {
    const words = text.slice(-length);
    const act = ACTS.find(([, pattern]) => pattern.exec(words)?.[0] === words);
    if (act !== undefined) return act[0];
  }
  return undefined;
}

/** The noun without what does not change the thing: 各类法治宣传教育活动 is 法治宣传活动. */
export function plainNoun(name: string): string {
  return name
    .replace(/[ \u00a0\u3000]/gu, '')
    .replace(/^(?:各类|各项|各种|一系列|系列|全镇|全乡|全街道|辖区)/u, '')
    .replace(/^普法/u, '法治')
    .replace(/宣传教育/u, '宣传')
    .replace(/^法律宣传/u, '法治宣传')
    .replace(/^社会矛盾纠纷/u, '矛盾纠纷');
}
