import { isRecord } from '../text/is-record.js';
import { CONFIGURATION_SECTION } from './messages.js';

/** Settings may come bare or under the name of their section. */
export function ownSection(value: unknown): unknown {
  return isRecord(value) && value[CONFIGURATION_SECTION] !== undefined ? value[CONFIGURATION_SECTION] : value;
}
