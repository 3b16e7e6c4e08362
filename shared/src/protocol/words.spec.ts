import { reasonSchema, wordsSchema } from './words.js'

describe('words that people send', () => {
  it('[HTTP-22] may be of several lines and any script, and hold nothing the database cannot hold', () => {
    const schemas = [wordsSchema(100), reasonSchema]
    for (const words of ['one\ntwo\tthree', 'حق 😀 é', 'first\r\nsecond'])
      for (const schema of schemas) expect(schema.parse(words)).toBe(words)
    for (const words of ['a\u0000b', 'a\u0007b', 'half \ud83d of a letter'])
      for (const schema of schemas) expect(schema.safeParse(words).error?.issues[0]?.message).toBe('letters, spaces and line breaks')
  })
})
