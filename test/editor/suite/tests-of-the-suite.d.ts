/** Made by ../bundle.mjs: what loads every *.test.ts of a suite. */
declare module 'tests-of-the-suite' {
  export default function loadTests(): void;
}

declare module 'mocha/mocha.js' {}
