import { profileViewSchema } from './opening.js'
import { stagesViewSchema } from './stage.js'
import { lineSchema, reasonSchema, wordsSchema } from './words.js'

describe('words that people send', () => {
  it('[HTTP-22] may be of several lines and any script, and hold nothing the database cannot hold', () => {
    const schemas = [wordsSchema(100), reasonSchema]
    for (const words of ['one\ntwo\tthree', 'حق 😀 é', 'first\r\nsecond'])
      for (const schema of schemas) expect(schema.parse(words)).toBe(words)
    for (const words of ['a\u0000b', 'a\u0007b', 'half \ud83d of a letter'])
      for (const schema of schemas) expect(schema.safeParse(words).error?.issues[0]?.message).toBe('letters, spaces and line breaks')
  })
})

describe('a name or a title, of one line', () => {
  const HIDDEN: Readonly<Record<string, string>> = {
    'a space of no width alone': '\u200b',
    'a Hangul filler alone': '\u3164\u3164',
    'a Hangul filler beside letters': 'Mara\uffa0 Okonjo',
    'the fillers of old Hangul': '\u115f\u1160',
    'a soft hyphen alone': '\u00ad',
    'a soft hyphen within': 'Ma\u00adra',
    'tag characters': '\u{e004d}\u{e0061}',
    'tag characters behind a name': 'Mara\u{e0061}\u{e007f}',
    'braille of no dots': '\u2800\u2800',
    'a name with a space of no width': 'Mara\u200b Okonjo',
    'a joiner behind a name': 'Mara\u200d',
    'a joiner before a space': 'Mara\u200c Okonjo',
    'two joiners in a row': 'می\u200c\u200cخ',
    'a mark of order': '\ufeffM\u2060ara',
    'an override': 'Mara \u202eojnokO',
    'an isolate': '\u2066Mara\u2069',
    'a mark of direction': 'Mara\u200f',
    'a second line': 'Mara\u2028Okonjo',
    'a mark on nothing': '\ufe0f\u0301',
    'a variation of a letter that has none': 'Mara\ufe0f Okonjo',
    'a joiner between Latin letters': 'Ma\u200dra',
    'a grapheme joiner': 'Ma\u034fra'
  }

  it.each(Object.keys(HIDDEN))('[DOC-92] %s is refused', (name) => {
    const issues = lineSchema(120).safeParse(HIDDEN[name]).error?.issues
    expect(issues?.map(({ message }) => message)).toContainEqual(expect.stringMatching(/letters that can be seen|write something here/u))
  })

  it.each([
    'Mara Okonjo-O’Neil, Jr.',
    'می\u200cخواهم',
    'क्\u200dष',
    'නිලන්ති ශ්\u200dරී',
    'محمد بن سَلمان',
    'สมชาย ใจดี',
    '김민준',
    '山田 太郎',
    'José Nu\u0301n\u0303ez',
    '👩🏽\u200d💻 ❤️\u200d🔥 👨\u200d👩\u200d👧',
    '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    '☎️ 2 × 3 1\ufe0f\u20e3',
    'മോഹന്\u200d',
    '葛\u{e0100}城',
    '\u0600١٢'
  ])('[DOC-92] %s is taken', (name) => {
    expect(lineSchema(120).parse(name)).toBe(name)
  })
})

it('[DOC-92] what was stored before is read all the same', () => {
  const { shape } = profileViewSchema
  expect(shape.title.safeParse('Clean\u00adwater').success).toBe(true)
  expect(shape.interests.safeParse([{ name: 'Fund\u200b', kind: 'funder', note: '' }]).success).toBe(true)
  const { degreeAndQuality } = stagesViewSchema.shape.stages.element.shape.parts.element.shape
  const degree = { extent: 'many', durationDays: null, effortHours: null, groups: ['Fishers\u200b'], intensity: null }
  const quality = { needsFit: null, impact: null, influence: null }
  const said = { degree, quality, evidence: ['a\u00adb'], note: '', answeredBy: 'Mara', answeredAt: '2026-11-29T10:00:00Z' }
  const paths = degreeAndQuality.safeParse(said).error?.issues.map(({ path }) => path.join('.')) ?? []
  expect(paths.filter((path) => path.startsWith('degree.groups') || path.startsWith('evidence'))).toEqual([])
})
