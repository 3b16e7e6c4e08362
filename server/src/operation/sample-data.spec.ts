import { askForSampleData } from '../../bootstrap/sample-data.mjs'

it.each([
  [{}, 'on'],
  [{ SAMPLE_DATA: '' }, 'on'],
  [{ SAMPLE_DATA: 'off' }, 'off'],
  [{ DATABASE_URL: 'postgres://app@127.0.0.1/roundtable' }, undefined],
  [{ PUBLIC_URL: 'https://roundtable.example.org' }, undefined],
  [{ PROXIES: '127.0.0.1' }, undefined],
  [{ DATABASE_URL: 'postgres://app@127.0.0.1/roundtable', SAMPLE_DATA: 'on' }, 'on']
])('[OPS-40] npm start with %j has SAMPLE_DATA %s', (environment: Record<string, string | undefined>, becomes) => {
  askForSampleData(environment)
  expect(environment.SAMPLE_DATA).toBe(becomes)
})
