export { addressOf } from './address.js'
export { type Config, embeddedDirectory, loadConfig } from './config.js'
export { ConfigError } from './config-error.js'
