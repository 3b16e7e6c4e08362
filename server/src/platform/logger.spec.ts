import { withoutTickets } from './logger.js'

it.each([
  ['GET /join/Wk3_secret-of-a-link?from=mail 200', 'GET /join/***?from=mail 200'],
  ['at "https://roundtable.example/join/abc"', 'at "https://roundtable.example/join/***"'],
  ['/live/1?ticket=abc&schema=1', '/live/1?ticket=***&schema=1']
])('[JOIN-16] [LIVE-1] %s is logged as %s', (text, logged) => {
  expect(withoutTickets(text)).toBe(logged)
})
