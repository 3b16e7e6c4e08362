import { cleanPasted } from './clean-pasted.js'

const NOTHING = { pictures: 0, media: 0, comments: 0, controls: 0, links: 0, colours: 0, scripts: 0 }
const squeezed = (html: string) => html.replace(/\s+/g, ' ').replace(/> </g, '><').trim()

describe('what is pasted from elsewhere', () => {
  it('[UI-310] counts pictures, films, form fields and addresses that lead nowhere, and keeps all words', () => {
    const { html, leftOut } = cleanPasted(
      `<p>Water <img src="a.png"> and <picture><img src="b.png"></picture></p><svg><image/></svg>
       <iframe src="x"></iframe><p>Name <input value="x"> <a href="javascript:alert(1)">here</a> <a href="#up">up</a>
       <a href="https://example.org">there</a></p>`
    )
    expect(leftOut).toEqual({ ...NOTHING, pictures: 3, media: 1, controls: 1, links: 1 })
    expect(squeezed(html)).toBe('<p>Water and <picture></picture></p><p>Name here up <a href="https://example.org">there</a></p>')
  })

  it('[UI-310] takes out the comments of Word, sign and words, each counted once', () => {
    const { html, leftOut } = cleanPasted(
      `<p>We agree<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[MO1]</a></span>.</p>
       <div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Do we? <img src="x"></p></div></div>`
    )
    expect(leftOut).toEqual({ ...NOTHING, comments: 1 })
    expect(squeezed(html)).toBe('<p>We agree.</p>')
  })

  it('[UI-310] and those of Google Docs', () => {
    const { html, leftOut } = cleanPasted(
      `<p>We agree<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>.</p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>Do we?</p></div>`
    )
    expect(leftOut).toEqual({ ...NOTHING, comments: 1 })
    expect(squeezed(html)).toBe('<p>We agree.</p>')
  })

  it('[UI-310] makes lists of what Word writes as paragraphs that look like one', () => {
    const item = (level: number, sign: string, words: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span>&nbsp;</span></span><![endif]>${words}</p>`
    const { html } = cleanPasted(
      `${item(1, '·', 'wells')}${item(2, '1.', 'deep')}${item(2, '2.', 'shallow')}${item(1, '·', 'springs')}<p>End</p>${item(1, 'a)', 'rain')}`
    )
    expect(squeezed(html.replace(/<!--.*?-->/g, ''))).toBe(
      '<ul><li>wells<ol><li>deep</li><li>shallow</li></ol></li><li>springs</li></ul><p>End</p><ol><li>rain</li></ol>'
    )
  })

  it('[UI-383] counts scripts, and the colours of words and their ground, each once: greys and the blue of links are none', () => {
    const { leftOut } = cleanPasted(
      `<style>p { color: red }</style><script>alert(1)</script><p style="color: #c00">Not <b style="color: rgb(204, 0, 0)">yet</b>
       <font color="green">agreed</font> <span style="background: yellow">here</span> <span style="color: windowtext; background: white">x</span>
       <span style="color: rgb(31, 35, 40)">y</span> <a href="https://example.org" style="color: blue">there</a></p>`
    )
    expect(leftOut).toEqual({ ...NOTHING, colours: 3, scripts: 1 })
  })

  it('[UI-310] leaves what was copied from a text of Roundtable as it is', () => {
    const copied = '<p data-pm-slice="1 1 []" data-block="x">as it <span data-framework-paragraph="">¶41</span></p>'
    expect(cleanPasted(copied)).toEqual({ html: copied, leftOut: NOTHING })
  })
})
