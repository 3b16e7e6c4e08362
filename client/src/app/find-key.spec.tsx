import { fireEvent, render, screen } from '@testing-library/react'
import { useToolKeys } from './find-key.js'

const asked: string[] = []

function Page({ canFind = true, isOver = false }: { readonly canFind?: boolean; readonly isOver?: boolean }) {
  useToolKeys((tool) => asked.push(tool), canFind)
  return (
    <>
      <textarea />
      {isOver && <div className="scrim" />}
    </>
  )
}

describe('the keys of the tools', () => {
  beforeEach(() => {
    asked.length = 0
  })
  const press = (keys: object) => fireEvent.keyDown(screen.getByRole('textbox'), keys)

  it('[UI-360] F1 asks for help, in a field as well, and whoever is not signed in has it, too', () => {
    render(<Page canFind={false} />)
    expect(press({ key: 'F1' })).toBe(false)
    expect(press({ key: 'k', ctrlKey: true })).toBe(true)
    expect(asked).toEqual(['help'])
  })

  it('[UI-360] a sign alone, F1 with another key, and F1 under a dialog ask for nothing', () => {
    const { rerender } = render(<Page />)
    for (const keys of [{ key: '?', shiftKey: true }, { key: '?' }, { key: 'F1', altKey: true }, { key: 'F1', shiftKey: true }]) press(keys)
    rerender(<Page isOver />)
    press({ key: 'F1' })
    expect(asked).toEqual([])
  })
})
