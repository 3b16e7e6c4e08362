import { askForSampleData } from '../../bootstrap/sample-data.mjs'

it.each([
  [{}, 'on'],
  [{ SAMPLE_DATA: '' }, 'on'],
  [{ SAMPLE_DATA: 'off' }, 'off'],
  [{ DATABASE_URL: 'postgres://app@127.0.0.1/roundtable' }, undefined],
  [{ DATABASE_URL: 'postgres://app@127.0.0.1/roundtable', SAMPLE_DATA: 'on' }, 'on']
])('[OPS-40] npm start with %j has SAMPLE_DATA %s', (environment: { SAMPLE_DATA?: string; DATABASE_URL?: string }, becomes) => {
  askForSampleData(environment)
  expect(environment.SAMPLE_DATA).toBe(becomes)
})
