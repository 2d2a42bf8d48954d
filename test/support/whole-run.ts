/** True in the whole run (`npm test`); the quick run before a commit tries fewer and smaller texts. */
export const WHOLE_RUN = process.env['FAZHI_FULL'] === '1';

/** Every so-manieth of some texts in the quick run, all of them in the whole run. */
export function some<T>(all: readonly T[], stride: number): readonly T[] {
  return WHOLE_RUN ? all : all.filter((_, index) => index % stride === 0);
}
