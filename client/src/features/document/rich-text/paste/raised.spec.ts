import { cleanPasted } from './clean-pasted.js'

const words = (html: string) => new DOMParser().parseFromString(cleanPasted(html).html, 'text/html').body.textContent

describe('what is raised or lowered in a paste', () => {
  it.each([
    ['0,37<sup>1</sup>', '0,37¹'],
    ['H<sub>2</sub>O', 'H₂O'],
    ['10<sup>-3</sup> and 10<sup>−12</sup>', '10⁻³ and 10⁻¹²'],
    ['Ca<sup>2+</sup>, x<sup>(n+1)</sup>, x<sub>i=0</sub>, 2<sup>n</sup>', 'Ca²⁺, x⁽ⁿ⁺¹⁾, xᵢ₌₀, 2ⁿ'],
    ['m<sup>2 </sup>a', 'm² a'],
    ['River Watch<sup>1, 2</sup>', 'River Watch¹, ²']
  ])('[DOC-80] is written with the signs that there are: %s', (html, read) => {
    expect(words(`<p>${html}</p>`)).toBe(read)
  })

  it.each([
    ['x<sup>a</sup>, x<sub>min</sub> and CO<sub>2e</sub>', 'xa, xmin and CO₂e'],
    ['10<sup>x</sup>', '10^x'],
    ['0,37<sup>1,2</sup>', '0,37^1,2'],
    ['<b>0,37</b><sup><a href="#_ftn1">[1]</a></sup>', '0,37^[1]'],
    ['5<sub>x</sub>', '5x'],
    ['the 1<sup>st</sup> and 22<sup>nd</sup>', 'the 1st and 22nd']
  ])('[DOC-80] stays plain where there are none, and never runs into a number: %s', (html, read) => {
    expect(words(`<p>${html}</p>`)).toBe(read)
  })

  it('[DOC-80] also as word processors write it, once, and not for the end of the paragraph before', () => {
    expect(words(`<p class=MsoNormal>0,37<span style='mso-bidi-font-size:9.0pt;vertical-align:super'>1</span></p>`)).toBe('0,37¹')
    expect(words(`<p>H<span style="font-size:0.6em; vertical-align: SUB"><sub>2</sub></span>O</p>`)).toBe('H₂O')
    expect(words('<p>1</p><p><sup>a</sup></p>')).toBe('1a')
    expect(words('<table><tr><td style="vertical-align:super">12</td></tr></table>')).toBe('12')
    expect(words('<p data-pm-slice="1 1 []">0<sup>1</sup></p>')).toBe('01')
  })

  it('[DOC-80] says nothing of it', () => {
    expect(Object.values(cleanPasted('<p>0,37<sup>1</sup></p>').leftOut)).toEqual(Object.values(cleanPasted('').leftOut))
  })
})
