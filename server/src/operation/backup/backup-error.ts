/** A backup could not be made or brought back; the message says why, and what to do where something can be done. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}
