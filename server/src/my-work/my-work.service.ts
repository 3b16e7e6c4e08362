import type { MyWork } from '@roundtable/shared/protocol'
import type { DataSource } from 'typeorm'
import { queryOf } from '../ability/index.js'
import type { Askers } from '../platform/askers.js'
import { type Reader, myWork } from './my-work.js'

/** My work of whoever asks for it, read at one moment. */
export class MyWorkService {
  constructor(
    private readonly source: DataSource,
    private readonly askers: Askers
  ) {}

  /** Throws `too_many_requests`. */
  async of({ personId, sessionId }: Reader): Promise<MyWork> {
    this.askers.count(personId)
    return this.source.transaction('REPEATABLE READ', (manager) => myWork(queryOf(manager), { personId, sessionId }))
  }
}
