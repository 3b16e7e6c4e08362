/** The direction of imports (ARCHITECTURE.md): client → shared ← server; features meet at each other's door. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'shared-is-pure',
      severity: 'error',
      from: { path: '^shared/src', pathNot: '\\.spec\\.ts$' },
      to: { path: ['^server/', '^client/', '^test/', 'node_modules/(@nestjs|react|typeorm|socket\\.io|ws|pg)/'] }
    },
    { name: 'server-not-client', severity: 'error', from: { path: '^server/' }, to: { path: '^client/' } },
    { name: 'client-not-server', severity: 'error', from: { path: '^client/' }, to: { path: '^server/' } },
    {
      name: 'domain-without-framework',
      severity: 'error',
      from: { path: '/domain/', pathNot: '\\.spec\\.ts$' },
      to: { path: 'node_modules/(@nestjs|typeorm|pg|ws|socket\\.io|express)/' }
    },
    {
      name: 'server-feature-door',
      severity: 'error',
      comment: 'another feature is entered through its index.ts (entities are named by the data source alone)',
      from: {
        path: '^server/src/(identity|find|workspace|ability|live|projection|template|discussion|decision|agreement|roadmap|workshop|portfolio|publication|attachment|notice|audit|operation)/'
      },
      to: {
        path: '^server/src/(identity|find|workspace|ability|live|projection|template|discussion|decision|agreement|roadmap|workshop|portfolio|publication|attachment|notice|audit|operation)/',
        pathNot: ['^server/src/$1/', '^server/src/[a-z]+/index\\.ts$']
      }
    },
    {
      name: 'client-feature-door',
      severity: 'error',
      from: { path: '^client/src/features/([^/]+)/' },
      to: { path: '^client/src/features/([^/]+)/', pathNot: ['^client/src/features/$1/', '^client/src/features/[^/]+/index\\.tsx?$'] }
    },
    {
      name: 'support-only-in-tests',
      severity: 'error',
      from: { path: '^(server|client|shared)/src', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^test/' }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|^test/output|^test/load/peers' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true
  }
}
