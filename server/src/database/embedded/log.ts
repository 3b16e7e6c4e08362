/** What the launcher says; `debug`, where wanted, gets each line of the server’s own log. */
export interface EmbeddedLog {
  debug?(message: string): void
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}
