/** Multiplied by this odd number (2^32 divided by the golden ratio), neighbouring whole numbers lie far apart in their upper bits. */
export const SCATTER = 0x9e3779b1;
