/** The environment cannot be used; the message names each variable and the reason, and quotes no value: it may be a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(reasons: ReadonlyMap<string, string>, options?: ErrorOptions) {
    super(['The environment cannot be used:', ...[...reasons].map(([variable, reason]) => `  ${variable} ${reason}`)].join('\n'), options)
  }
}
