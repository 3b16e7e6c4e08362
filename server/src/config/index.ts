export { type Config, type DatabaseConfig, loadConfig } from './config.js'
export { ConfigError } from './config-error.js'
