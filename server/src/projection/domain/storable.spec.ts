import { storable } from './storable.js'

describe('[PROJ-20] what the database can hold', () => {
  it.each([
    ['what was typed as an escape stays', 'as in \\u0000 of it', 'as in \\u0000 of it'],
    ['so it does behind a backslash', '\\\\u0000 \\ud83d', '\\\\u0000 \\ud83d'],
    ['a null character is replaced', 'a\u0000b', 'a\ufffdb'],
    ['half a surrogate pair is replaced', '\ud83da\udc00', '\ufffda\ufffd'],
    ['a whole pair stays', '\ud83d\ude00', '\ud83d\ude00']
  ])('%s', (_, text, stored) => {
    const [before, after] = [text, stored].map((words) => ({ words, deep: [{ [words]: [words, null, 7, true] }] }))
    expect(storable(before)).toEqual(after)
  })
})
