import { isDatabaseAway, isRefusal } from './database-failure.js'

const failure = (code: string): Error => Object.assign(new Error('failed'), { code })

describe('failures of the database', () => {
  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', '08006', '40P01', '53300', '55P03', '57014', '57P01', '25006'])(
    '[LIVE-50] %s is mended by time: no edit is to blame',
    (code) => {
      expect([isDatabaseAway(failure(code)), isRefusal(failure(code))]).toEqual([true, false])
      expect(isDatabaseAway(Object.assign(new Error('query failed'), { driverError: failure(code) }))).toBe(true)
    }
  )

  it.each(['42883', '42501', '28P01', '3D000'])('[LIVE-50] %s is wrong for everybody: no edit is to blame', (code) => {
    expect(isRefusal(failure(code))).toBe(false)
  })

  it.each(['22P02', '23505', '54000', 'XX000'])('[LIVE-50] %s is about what was sent', (code) => {
    expect([isDatabaseAway(failure(code)), isRefusal(failure(code))]).toEqual([false, true])
  })

  it.each(['Query read timeout', 'timeout expired', 'Connection terminated due to connection timeout'])(
    '[LIVE-61] "%s": a database that does not answer is away, and no edit is to blame',
    (words) => {
      expect([isDatabaseAway(new Error(words)), isRefusal(new Error(words))]).toEqual([true, false])
    }
  )

  it('[LIVE-50] what is no answer of the database blames nobody', () => {
    for (const error of [new TypeError('x'), new Error('Client has encountered a connection error and is not queryable'), null, 'text'])
      expect(isRefusal(error)).toBe(false)
  })
})
