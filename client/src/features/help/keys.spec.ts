import { shortcutsAt } from './keys.js'

describe('the keys that help names', () => {
  const means = (at: string) => shortcutsAt(at, 'Ctrl', true).map(({ keys, means }) => [keys.join('+'), means])

  it('[UI-360] are those of help everywhere, and in a document those of its formats and of moving tasks', () => {
    expect(means('/initiatives')).toContainEqual(['F1', 'help.key.help'])
    expect(means('/documents/1')).toEqual(
      expect.arrayContaining([
        ['Alt+F10', 'help.key.formats'],
        ['Alt+↓+↑', 'help.key.move'],
        ['Alt+Shift+M', 'help.key.moveTo']
      ])
    )
  })
})
