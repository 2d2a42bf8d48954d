/** Writing text as older programs do, asked of Node from a browser, which can only read it. */
import { askEditor } from './control';

/** The bytes of a text in an encoding that only few write today. */
export const encodeText = async (text: string, encoding: 'gb18030'): Promise<Uint8Array> =>
  Uint8Array.from(await askEditor<number[]>('encode', { text, encoding }));
