import { COMMON_PASSWORDS } from '../data/common-passwords.js'
import { weaknessOf } from './password-rule.js'

const NAMES = ['mara.okonjo', 'Mara Okonjo', 'mara@stat.example']

it('[ID-5] knows thousands of passwords of ten characters and more that people choose first, and refuses each', () => {
  expect(COMMON_PASSWORDS.size).toBeGreaterThan(1000)
  const accepted = [...COMMON_PASSWORDS].filter((password) => password.length < 10 || weaknessOf(password, []) === null)
  expect(accepted).toEqual([])
})

it.each([
  'Password123',
  'P@ssw0rd2024!',
  'p4ssw0rd!!',
  'iloveyou1234',
  'ILOVEYOU 1234',
  'Qwertyuiop',
  'qwertyuiop[]',
  '1qaz2wsx3edc',
  'motdepasse2025',
  'contraseña1',
  'пароль12345',
  'nenosiri2024',
  'welcome@2026',
  'statistics2026',
  '2024football',
  '…password…',
  'ｐａｓｓｗｏｒｄ１２３'
])('[ID-5] refuses %s as common', (password) => {
  expect(weaknessOf(password, NAMES)).toContain('tried first')
})

it.each([
  'aaaaaaaaaaaa',
  'abababababab',
  'abcabcabcabc',
  '1234567890123',
  'abcdefghijkl',
  'zyxwvutsrq',
  '1122334455',
  'xyxyxyxyxyz',
  '!!!!!!!!!!!!'
])('[ID-5] refuses %s as regular', (password) => {
  expect(weaknessOf(password, NAMES)).toMatch(/^This (is among the passwords that are tried first|repeats or counts): choose/)
})

it.each([
  'MaraOkonjo1',
  'mara.okonjo2026',
  '0konjo-2026-mara',
  'roundtable!!',
  'R0undtable2026',
  'mara@stat.example',
  'roundtablemara',
  'okonjo okonjo ok'
])('[ID-5] refuses %s as the person’s or the product’s own name', (password) => {
  expect(weaknessOf(password, NAMES)).toContain('own name')
})

it.each([
  'seven herons crossing',
  'mara likes green bicycles',
  'kT9-wq2-Lf7',
  '漁師は朝に海へ行く頃',
  'correct statistics of rain',
  'пять зелёных чайников',
  '8302 5179 4466 21'
])('[ID-5] takes %s: there are no rules of composition', (password) => {
  expect(weaknessOf(password, NAMES)).toBeNull()
})

it('[ID-5] does not take names too short to mean anything for a reason', () => {
  expect(weaknessOf('jo-42-817-xk-q', ['jo', 'X', ''])).toBeNull()
})

it('[ID-5] answers quickly for the longest password there can be', () => {
  expect(weaknessOf('ab'.repeat(127) + 'c!', ['ab'.repeat(60)])).not.toBeNull()
  expect(weaknessOf('a1b2'.repeat(40) + 'x'.repeat(96), ['a'.repeat(120)])).not.toBeUndefined()
})
