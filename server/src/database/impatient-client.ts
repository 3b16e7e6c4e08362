import pg from 'pg'
import { isAnswerMissing } from '../platform/database-failure.js'

type Query = (...args: readonly unknown[]) => unknown

/**
 * A connection that is given up with the statement that has had no answer in time. TypeORM would hand it to the next
 * who asks, to wait behind that statement for ever; pg's own pool, told of a failure, does not.
 */
export class ImpatientClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    const query = this.query.bind(this) as Query
    const impatient: Query = (...args) => {
      const answer = query(...args)
      if (answer instanceof Promise) answer.catch((error: unknown) => isAnswerMissing(error) && void this.end())
      return answer
    }
    this.query = impatient as typeof this.query
  }
}
