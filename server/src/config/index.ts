export { addressOf } from './address.js'
export { type Config, type DatabaseConfig, embeddedDirectory, loadConfig } from './config.js'
export { ConfigError } from './config-error.js'
export { PERCENT_ENCODED, VARIABLES } from './environment.js'
