import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';
import { isRecord } from '../text/is-record.js';
import { isJsonBytes, type JsonBytes } from '../text/json-bytes.js';

/** More than `Content-Length: ` and any length with its two line ends take up. */
const HEADER_SIZE = 48;

/**
 * Writes messages to a stream, each with its header in one piece. Diagnostics that write themselves (`JsonBytes`), in the
 * answer to a pull or in what is published, are written from their kept pieces.
 */
export class StreamWriter extends AbstractMessageWriter implements MessageWriter {
  private errorCount = 0;

  constructor(private readonly stream: NodeJS.WritableStream) {
    super();
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  /** Resolves when the stream has taken the message; rejects where it is broken or the message cannot be written. */
  write(message: Message): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      this.stream.write(encodeMessage(message), (error) => {
        if (error === undefined || error === null) resolve();
        else reject(error);
      });
    }).catch((error: unknown) => {
      this.errorCount++;
      this.fireError(error, message, this.errorCount);
      throw error;
    });
  }

  /** Ends the stream. */
  end(): void {
    this.stream.end();
  }
}

/** A message of the base protocol: header and JSON. */
export function encodeMessage(message: Message): Uint8Array {
  const { list, envelope } = withoutList(message);
  if (list === undefined) return framed(Buffer.byteLength(envelope), (target, at) => at + target.write(envelope, at));
  // The list is the last member of the last member.
  const before = `${envelope.slice(0, -2)}${envelope.endsWith('{}}') ? '' : ','}"${list.name}":`;
  return framed(Buffer.byteLength(before) + list.value.maximalSize + 2, (target, at) => {
    const end = list.value.writeJson(target, at + target.write(before, at));
    return end + target.write('}}', end);
  });
}

interface NamedList {
  readonly name: string;
  readonly value: JsonBytes;
}

/** The JSON of a message, without the list of diagnostics if there is one. */
function withoutList(message: Message): { readonly list?: NamedList; readonly envelope: string } {
  for (const [member, name] of [
    ['result', 'items'],
    ['params', 'diagnostics'],
  ] as const) {
    const inner: unknown = (message as { readonly [member: string]: unknown } & Message)[member];
    const value = isRecord(inner) ? inner[name] : undefined;
    if (!isRecord(inner) || !isJsonBytes(value)) continue;
    const { [name]: _, ...others } = inner;
    const { [member]: __, ...rest } = message as { [member: string]: unknown } & Message;
    return { list: { name, value }, envelope: JSON.stringify({ ...rest, [member]: others }) };
  }
  return { envelope: JSON.stringify(message) };
}

/**
 * Puts the header in front of a body.
 *
 * @param size the most bytes that the body takes.
 * @param writeBody writes it from a place on and returns where it ends.
 */
function framed(size: number, writeBody: (target: Buffer, at: number) => number): Uint8Array {
  const target = Buffer.allocUnsafe(HEADER_SIZE + size);
  const end = writeBody(target, HEADER_SIZE);
  const header = `Content-Length: ${end - HEADER_SIZE}\r\n\r\n`;
  const start = HEADER_SIZE - header.length;
  target.write(header, start, 'latin1');
  return target.subarray(start, end);
}
