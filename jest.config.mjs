/** Jest in CommonJS mode: swc turns the ESM-only packages into what Jest on Node 20 can require. */
const swc = (syntax) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: syntax,
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      keepClassNames: true
    },
    module: { type: 'commonjs' }
  }
]
const esmOnly = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@borewit',
  '@tokenizer',
  'uuid',
  'fractional-indexing',
  'marked',
  'intl-messageformat',
  '@formatjs'
]
const transform = {
  '^.+\\.tsx$': swc({ syntax: 'typescript', tsx: true }),
  '^.+\\.ts$': swc({ syntax: 'typescript', decorators: true }),
  '^.+\\.m?js$': swc({ syntax: 'ecmascript' })
}
const project = (displayName, roots, more = {}) => ({
  displayName,
  rootDir: import.meta.dirname,
  roots: roots.map((root) => `<rootDir>/${root}`),
  testEnvironment: 'node',
  transform,
  transformIgnorePatterns: [`/node_modules/(?!(?:${esmOnly.join('|')})/)`],
  moduleNameMapper: {
    '^@roundtable/shared/data/(.*)$': '<rootDir>/shared/data/$1',
    '^@roundtable/shared/(\\w+)$': '<rootDir>/shared/src/$1/index.ts',
    '\\.css$': '<rootDir>/test/support/no-stylesheet.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1'
  },
  ...more
})
const withDatabase = {
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/test/support/global-close.ts']
}

export default {
  // A ceiling for what hangs; whoever waits for something says so sooner (`until`). A loaded machine is slow, not wrong.
  testTimeout: 180_000,
  // Half of a test's time is the database's: a core is not too much for each worker.
  maxWorkers: '100%',
  projects: [
    project('shared', ['shared/src'], { testMatch: ['**/*.spec.ts'] }),
    project('server', ['server/src'], { testMatch: ['**/*.spec.ts'], ...withDatabase }),
    project('client', ['client/src'], { testMatch: ['**/*.spec.ts', '**/*.spec.tsx'], testEnvironment: 'jsdom' }),
    project('load', ['test/load'], {
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/load/peers/'],
      modulePathIgnorePatterns: ['/load/peers/']
    }),
    project('contract', ['test/contract'], { testMatch: ['**/*.test.ts'], ...withDatabase }),
    project('convergence', ['test/convergence'], { testMatch: ['**/*.test.ts'], ...withDatabase }),
    project('matrix', ['test/matrix'], { testMatch: ['**/*.test.ts'], ...withDatabase }),
    project('e2e', ['test/e2e'], { testMatch: ['**/*.test.ts'], ...withDatabase }),
    project('visual', ['test/visual'], { testMatch: ['**/*.test.ts'], ...withDatabase }),
    project('fault', ['test/fault'], { testMatch: ['**/*.test.ts'], ...withDatabase })
  ]
}
