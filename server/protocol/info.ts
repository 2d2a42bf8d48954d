import { version } from '../../package.json';

/** Name and version that the server tells its clients. */
export const SERVER_INFO = Object.freeze({ name: 'fazhi-report', version });
