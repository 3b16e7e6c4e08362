export { addressOf } from './address.js'
export { type Config, loadConfig } from './config.js'
export { ConfigError } from './config-error.js'
