/** An extension that does nothing. */
export const activate = (): void => undefined;
