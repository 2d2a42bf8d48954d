/** What tests import as `node:assert/strict`, in a browser. */
const { strict } = require('assert');

module.exports = strict;
