/** The environment cannot be used; the message names each variable and the reason, and quotes no value: it may be a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(reasons: ReadonlyMap<string, string>, options?: ErrorOptions) {
    const lines = [...reasons].map(([variable, reason]) => `${variable} ${reason}`)
    const what = 'The environment cannot be used:'
    super(lines.length === 1 ? `${what} ${lines[0]}` : [what, ...lines.map((line) => `  ${line}`)].join('\n'), options)
  }
}
