import { act, renderHook } from '@testing-library/react'
import { dropInput, dropInputOfOthers, keepInput, readKept, useKeptInput } from './kept-input.js'

const asText = (value: unknown) => (typeof value === 'string' ? value : null)

describe('what was typed and not sent', () => {
  beforeEach(() => window.sessionStorage.clear())

  it('[UI-107] is kept under its seat and question, and dropped when it was saved', () => {
    keepInput('seat-1/definition/Q1', 'half a thought')
    expect(readKept('seat-1/definition/Q1', asText)).toBe('half a thought')
    expect(readKept('seat-2/definition/Q1', asText)).toBeNull()
    dropInput('seat-1/definition/Q1')
    expect(readKept('seat-1/definition/Q1', asText)).toBeNull()
  })

  it('[UI-107] stays for the same person who signs in again, goes for anybody else, and goes whole at signing out', () => {
    keepInput('seat-1/definition/Q1', 'mine')
    keepInput('seat-2/definition/Q1', 'of somebody else')
    window.sessionStorage.setItem('another page’s', 'stays')
    dropInputOfOthers(['seat-1'])
    expect(readKept('seat-1/definition/Q1', asText)).toBe('mine')
    expect(readKept('seat-2/definition/Q1', asText)).toBeNull()
    dropInputOfOthers([])
    expect(readKept('seat-1/definition/Q1', asText)).toBeNull()
    expect(window.sessionStorage).toHaveLength(1)
  })

  it('[SAVE-17] that the browser has no room for is told', () => {
    const info = jest.spyOn(console, 'info').mockImplementation(() => undefined)
    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    const { result } = renderHook(() => useKeptInput('seat-1/definition/Q1', '', asText))
    act(() => result.current.change('typed'))
    expect(result.current).toMatchObject({ value: 'typed', isUnkept: true })
    full.mockRestore()
    act(() => result.current.change('typed on'))
    expect(result.current).toMatchObject({ value: 'typed on', isUnkept: false })
    info.mockRestore()
  })

  it('[UI-107] is left alone where it cannot be read', () => {
    window.sessionStorage.setItem('roundtable.input.seat-1/x', '{broken')
    const info = jest.spyOn(console, 'info').mockImplementation(() => undefined)
    expect(readKept('seat-1/x', asText)).toBeNull()
    info.mockRestore()
  })
})
