import { welcome } from './welcome.js'

const START = { address: 'https://roundtable.example', seconds: 1.23, opensByClick: false, token: 'abc' }

it('[OPS-19] a start ends with one address for the set-up, while nobody is the operator', () => {
  expect(welcome(START)).toEqual([
    'Roundtable is ready at https://roundtable.example  (1.2 s)',
    '',
    'Nobody is the operator yet. Set it up, once, within a day:',
    '  https://roundtable.example/setup?token=abc'
  ])
  expect(welcome({ ...START, token: null })).toEqual(['Roundtable is ready at https://roundtable.example  (1.2 s)'])
})

it('[OPS-19] with sample data the links come first, and it is said that nothing more is needed to try it', () => {
  const lines = welcome({ ...START, opensByClick: true })
  const at = (word: string) => lines.findIndex((line) => line.includes(word))
  expect(at('/sign-in?sample=')).toBeGreaterThan(0)
  expect(at('nothing more is needed')).toBeGreaterThan(at('/sign-in?sample='))
  expect(lines.filter((line) => line.includes('/setup?token=abc'))).toHaveLength(1)
  expect(welcome({ ...START, opensByClick: true, token: null }).join('\n')).not.toContain('setup')
})
