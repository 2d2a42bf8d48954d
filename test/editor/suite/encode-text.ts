/** Writing text as older programs do. */
import iconv from 'iconv-lite';

/** The bytes of a text in an encoding that only few write today. */
export const encodeText = async (text: string, encoding: 'gb18030'): Promise<Uint8Array> => iconv.encode(text, encoding);
