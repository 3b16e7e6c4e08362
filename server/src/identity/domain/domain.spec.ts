import { isLoopback, networkOf } from '../../platform/address.js'
import { deviceOf } from './device.js'
import { canonicalName } from './name.js'
import { presentedTokens, tokenOf } from './session-cookie.js'

const TOKEN = 'a'.repeat(43)
const OTHER = 'b'.repeat(43)

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['not an address', 'unknown'],
  [undefined, 'unknown']
])('[ID-15] counts %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

it.each([
  ['127.0.0.1', true],
  ['127.8.9.1', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['::ffff:203.0.113.7', false],
  ['192.168.1.7', false],
  ['0.0.0.0', false],
  ['127.example', false],
  ['::2', false],
  [undefined, false]
])('[ID-51] takes the peer %s for this machine: %s', (address, isLocal) => {
  expect(isLoopback(address)).toBe(isLocal)
})

it.each([
  [`rt_session=${TOKEN}`, TOKEN],
  [`theme=dark; rt_session=${TOKEN}; lang=fr`, TOKEN],
  [`rt_session=${TOKEN};rt_session=${TOKEN}`, TOKEN],
  [`rt_session=${TOKEN}; rt_session=${OTHER}`, null],
  [`rt_session=${TOKEN}; rt_session=`, null],
  [`RT_SESSION=${TOKEN}`, null],
  [`xrt_session=${TOKEN}`, null],
  [`rt_session="${TOKEN}"`, null],
  [`rt_session=${TOKEN}.signature`, null],
  ['rt_session', null],
  ['', null],
  [undefined, null]
])('[ID-22] reads the cookie header %s as %s', (header, token) => {
  expect(tokenOf(header)).toBe(token)
})

it('[ID-23] sees every token a browser presents, so that each of them ends', () => {
  expect(presentedTokens(`rt_session=${TOKEN}; x=1; rt_session=${OTHER}; rt_session=short; rt_session=${TOKEN}`)).toEqual([TOKEN, OTHER])
  expect(presentedTokens(undefined)).toEqual([])
})

it.each([
  ['Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36', 'Chrome on Android'],
  [
    'Mozilla/5.0 (Linux; Android 13; SM-A045F) AppleWebKit/537.36 SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36',
    'Samsung Internet on Android'
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1',
    'Safari on iPhone'
  ],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 CriOS/126.0 Mobile Safari/604.1', 'Chrome on iPhone'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15', 'Safari on Mac'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0', 'Edge on Windows'],
  ['Mozilla/5.0 (Windows NT 10.0; rv:127.0) Gecko/20100101 Firefox/127.0', 'Firefox on Windows'],
  ['Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5', 'Firefox on KaiOS'],
  ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36', 'Chrome on ChromeOS'],
  ['curl/8.5.0', 'Unknown device'],
  [undefined, 'Unknown device']
])('[ID-29] calls %s by a few words of its own: %s', (agent, device) => {
  expect(deviceOf(agent)).toBe(device)
})

it('[ID-1] brings every way of writing a name to one form, for good', () => {
  const forms = ['Élodie', 'ÉLODIE', 'E\u0301lodie', ' élodie ', 'Ｅ\u0301ｌｏｄｉｅ'].map(canonicalName)
  expect(new Set(forms)).toEqual(new Set(['élodie']))
  for (const name of ['İstanbul', 'ΣΊΣΥΦΟΣ', 'ﬁn', 'STRASSE', 'ẞ']) expect(canonicalName(canonicalName(name))).toBe(canonicalName(name))
})
