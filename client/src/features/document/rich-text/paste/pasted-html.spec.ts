import { withItemsBegun } from './pasted-html.js'

describe('pasted lists', () => {
  it('[UI-34] an item that begins with a list of its own keeps that list inside it', () => {
    expect(withItemsBegun('<ul><li>\n<ol start="2"><li>two</li></ol></li></ul>')).toBe(
      '<ul><li>\n<p></p><ol start="2"><li>two</li></ol></li></ul>'
    )
  })

  it('[UI-34] everything else is left as it was', () => {
    const html = '<ul><li>one<ol><li>two</li></ol></li></ul><p>li</p>'
    expect(withItemsBegun(html)).toBe(html)
  })
})
