/** Stands in for the native module native-watchdog; guard.mjs does its work for the whole server. */
'use strict';
exports.start = () => {};
exports.exit = (code) => process.exit(code ?? 0);
