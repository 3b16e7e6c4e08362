export * from './identity.js'
export * from './workspace.js'
export * from './rest.js'
export * from './live.js'
