/** What a semantic token can be, in the order of their numbers; standard names, so that every theme colours them. */
export const SEMANTIC_TOKEN_TYPES = Object.freeze(['namespace', 'number', 'class', 'string'] as const);

/** What more can be said of one, in the order of their bits: the kinds of mandated sections. */
export const SEMANTIC_TOKEN_MODIFIERS = Object.freeze(['measures', 'shortcomings', 'duties', 'plan'] as const);

/** The legend as the protocol writes it. */
export const SEMANTIC_TOKENS_LEGEND: { tokenTypes: string[]; tokenModifiers: string[] } = {
  tokenTypes: [...SEMANTIC_TOKEN_TYPES],
  tokenModifiers: [...SEMANTIC_TOKEN_MODIFIERS],
};
