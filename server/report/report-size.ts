/** Larger files are never reports: one has some 60 000 bytes. */
export const LARGEST_REPORT_BYTES = 4 * 1024 * 1024;
