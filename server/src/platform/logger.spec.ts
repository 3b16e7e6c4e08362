import { Writable } from 'node:stream'
import { createLogger, NestLogger, withoutTickets } from './logger.js'

it.each([
  ['GET /join/Wk3_secret-of-a-link?from=mail 200', 'GET /join/***?from=mail 200'],
  ['at "https://roundtable.example/join/abc"', 'at "https://roundtable.example/join/***"'],
  ['/live/1?ticket=abc&schema=1', '/live/1?ticket=***&schema=1']
])('[JOIN-16] [LIVE-1] %s is logged as %s', (text, logged) => {
  expect(withoutTickets(text)).toBe(logged)
})

it('[OPS-20] the token of the set-up stands in no log', () => {
  expect(withoutTickets('GET /setup?token=abc-d_e 200')).toBe('GET /setup?token=*** 200')
})

describe('errors', () => {
  const SECRET = 'Wk3_secret-of-a-link'
  let logged = ''
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged += chunk.toString()
      done()
    }
  })
  beforeEach(() => (logged = ''))

  it('[JOIN-16] [LIVE-1] are logged without secrets in their message, their stack and their causes', () => {
    const error = new Error(`GET /join/${SECRET} failed`, { cause: new Error(`/live/1?ticket=${SECRET}`) })
    expect(error.stack).toContain(SECRET)
    createLogger('debug', stream).error({ err: error }, 'it failed')
    expect(logged).toContain('logger.spec')
    expect(logged).not.toContain(SECRET)
  })

  it('[JOIN-16] [LIVE-1] that Nest tells are logged without secrets in their stack', () => {
    const { message, stack } = new Error(`GET /join/${SECRET} failed`)
    new NestLogger(createLogger('debug', stream)).error(message, stack, 'ExceptionsHandler')
    expect(logged).toContain('logger.spec')
    expect(logged).not.toContain(SECRET)
  })

  it.each([
    ['the database', Object.assign(new Error('invalid input: "our words"\n at our words'), { code: '22P02' })],
    ['a library in front of it', Object.assign(new Error('"our words"'), { driverError: { code: '22P05' } })],
    ['a parser', new SyntaxError('Unexpected token: "our words" is not JSON')]
  ])('[PROJ-21] in which %s quotes what people wrote are logged by class, code and place', (_, error) => {
    createLogger('debug', stream).error({ err: new Error('it failed', { cause: error }) }, 'it failed')
    expect(logged).toContain('logger.spec')
    expect(logged).toContain('code' in error ? '22P02' : error.name)
    expect(logged).not.toContain('our words')
  })

  it('[PROJ-21] of a database that is away are logged in its words', () => {
    createLogger('debug', stream).error({ err: Object.assign(new Error('too many clients'), { code: '53300' }) }, 'it failed')
    expect(logged).toContain('too many clients')
  })
})
