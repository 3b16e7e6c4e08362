/** What says nothing by its colour: names of grey, and of no colour. */
const NO_COLOUR = /^(?:|black|white|gr[ae]y|silver|inherit|initial|unset|transparent|currentcolor|(?:window|canvas)(?:text)?)$/i

/** How many colours words and their ground have, each once; shades of grey, and those of links, are none. */
export function coloursIn(body: HTMLElement): number {
  const probe = body.ownerDocument.createElement('i')
  const found = new Set<string>()
  for (const element of body.querySelectorAll<HTMLElement>('[style], [color], [bgcolor]')) {
    if (element.closest('a')) continue
    const { color, backgroundColor } = element.style
    for (const colour of [color, backgroundColor, element.getAttribute('color'), element.getAttribute('bgcolor')]) {
      probe.style.color = ''
      probe.style.color = colour ?? ''
      if (hasHue(probe.style.color)) found.add(probe.style.color)
    }
  }
  return found.size
}

function hasHue(colour: string): boolean {
  const [red, green, blue] = (/^rgba?\(([^)]*)\)$/.exec(colour)?.[1] ?? '').split(',').map(Number)
  if (red === undefined || green === undefined || blue === undefined) return !NO_COLOUR.test(colour)
  return Math.max(red, green, blue) - Math.min(red, green, blue) > 24
}
