import express from 'express'
import type { IncomingMessage } from 'node:http'
import { addressOf } from './address.js'

const request = (remoteAddress: string | undefined, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage

describe('where requests come from', () => {
  const behind = express().set('trust proxy', ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'])
  const alone = express().set('trust proxy', false)

  it.each([
    ['the peer itself', request('203.0.113.7'), '203.0.113.7'],
    ['whoever is no proxy is believed nothing', request('203.0.113.7', '198.51.100.9'), '203.0.113.7'],
    ['a proxy is believed', request('127.0.0.1', '198.51.100.9'), '198.51.100.9'],
    ['of a list, what the trusted ones have added', request('127.0.0.1', '192.0.2.1, 198.51.100.9, 10.1.2.3'), '198.51.100.9'],
    ['a proxy on a dual-stack socket', request('::ffff:10.0.0.4', '2001:db8::7'), '2001:db8::7'],
    ['of what a proxy could not tell, nothing more', request('fd00::1', '198.51.100.9, unknown'), 'unknown'],
    ['nobody', request(undefined, '198.51.100.9'), undefined]
  ])('[EVENT-11] %s', (_what, asked, expected) => {
    expect(addressOf(behind, asked)).toBe(expected)
    expect(addressOf(alone, asked)).toBe(asked.socket.remoteAddress)
  })
})
